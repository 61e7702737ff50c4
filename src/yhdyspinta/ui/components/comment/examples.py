"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "comment": {
        "by": "asukas",
        "meta": "Äänekoski",
        "when": "2 päivää sitten",
        "text": "Hyvä, mutta milloin ”lopussa” on?",
    }
}
