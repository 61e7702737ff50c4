"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {"inset text": {"text": "Kierros sulkeutuu su 5.9.2021 klo 23.59."}}
