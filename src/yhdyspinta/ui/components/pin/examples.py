"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {"pin": {"text": "23 kommenttia", "href": "#main", "hidden_text": "kohtaan 2.1"}}
