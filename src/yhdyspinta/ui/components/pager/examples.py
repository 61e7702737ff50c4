"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {"pager": {"previous_url": "#main", "next_url": "#main"}}
