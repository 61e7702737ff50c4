"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {"skip link": {"text": "Siirry sisältöön", "href": "#main"}}
