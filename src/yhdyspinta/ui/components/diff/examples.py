"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "diff": {
        "parts": [
            {"text": "Vastataan "},
            {"text": "pian", "kind": "removed"},
            {"text": "30 päivässä", "kind": "added"},
            {"text": "."},
        ]
    }
}
