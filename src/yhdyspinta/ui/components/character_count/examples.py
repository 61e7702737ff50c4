"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "character count": {"name": "vastaus", "id": "count-vastaus", "label": {"text": "Vastaus"}, "maxlength": 2000}
}
