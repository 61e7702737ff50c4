"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "breadcrumbs": {
        "label_text": "Murupolku",
        "items": [{"text": "Osallistu", "href": "#main"}, {"text": "Sote-uudistus"}],
    }
}
