"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {"empty state": {"heading": "Ei vielä kommentteja", "text": "Ole ensimmäinen."}}
