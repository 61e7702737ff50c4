"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "table": {
        "caption": "Kommentit kohdittain",
        "head": [{"text": "Kohta"}, {"text": "Kommentteja", "format": "numeric"}],
        "rows": [[{"text": "2.1"}, {"text": "23", "format": "numeric"}]],
    }
}
