"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "select": {
        "name": "kunta",
        "id": "select-kunta",
        "label": {"text": "Kunta"},
        "items": [{"value": "", "text": "Valitse"}, {"value": "992", "text": "Äänekoski"}],
    }
}
