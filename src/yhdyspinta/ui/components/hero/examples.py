"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "hero": {
        "title": "Vaikuta siihen, miten palvelusi tehdään",
        "text": "Kerromme aina, mitä sanomasi muutti.",
        "actions": [{"text": "Katso, mihin voit vaikuttaa nyt", "href": "#main"}],
    }
}
