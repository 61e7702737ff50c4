"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {"two columns": {"body": "Pääasia", "aside": "Sivuasia"}}
