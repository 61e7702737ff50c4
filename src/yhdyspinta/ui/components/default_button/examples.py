"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {"default button": {"text": "Tallenna"}}
