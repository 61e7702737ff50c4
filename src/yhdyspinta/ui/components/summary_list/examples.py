"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "summary list": {
        "rows": [
            {
                "key": {"text": "Ominaisuus"},
                "value": {"text": "Asukas"},
                "actions": {"items": [{"href": "#main", "text": "Muuta", "visually_hidden_text": "ominaisuus"}]},
            },
            {"key": {"text": "Kunta"}, "value": {"text": "Äänekoski"}},
        ]
    }
}
