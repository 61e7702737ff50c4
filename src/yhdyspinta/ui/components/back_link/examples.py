"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {"back link": {"text": "Takaisin", "href": "#main"}}
