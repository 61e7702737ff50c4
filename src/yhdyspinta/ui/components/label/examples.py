"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {"label": {"text": "Sähköposti", "for": "esimerkki"}}
