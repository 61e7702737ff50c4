"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "phase line": {
        "label": "Vaiheet",
        "items": [
            {"text": "Luonnos", "when": "kesäkuu", "state": "done"},
            {"text": "Kommentointi", "when": "16.8.–5.9.", "state": "now"},
            {"text": "Vastaukset", "when": "syys–lokakuu"},
        ],
    },
    "phase line that is brief on a phone": {
        "label": "Vaiheet",
        "all_href": "#main",
        "items": [
            {"text": "Luonnos", "when": "kesäkuu", "state": "done"},
            {"text": "Kommentointi", "when": "16.8.–5.9.", "state": "now"},
        ],
    },
}
