"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "progress": {"value": 286, "of": 468, "text": "vastattu · luvattu viimeistään pe 29.10."}
}
