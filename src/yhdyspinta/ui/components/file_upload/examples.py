"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "file upload": {"name": "liite", "id": "file-liite", "label": {"text": "Lisää liite"}}
}
