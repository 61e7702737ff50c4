"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {"filters": {"label": "Rajaa", "clear_url": "#main"}}
