"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "data table": {
        "caption": "Kommentit kohdittain",
        "head": [{"text": "Kohta"}, {"text": "Kommentteja", "numeric": True}],
        "rows": [[{"text": "2.1", "href": "#main"}, {"text": "23", "numeric": True}]],
    }
}
