"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "main": {"text": "Jatka"},
    "secondary": {"text": "Tallenna luonnos", "kind": "secondary"},
    "warning": {"text": "Peru kierros", "kind": "warning"},
    "accent": {"text": "Katso, mihin voit vaikuttaa", "kind": "accent", "href": "#main"},
}
