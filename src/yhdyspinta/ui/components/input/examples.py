"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "input": {"name": "nimi", "id": "input-nimi", "label": {"text": "Nimi"}},
    "with message": {
        "name": "posti",
        "id": "input-posti",
        "label": {"text": "Sähköposti"},
        "hint": {"text": "Vastaus tulee tähän osoitteeseen."},
        "error_message": {"text": "Kirjoita sähköpostiosoite."},
        "value": "matti@",
    },
}
