"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "page footer": {"links": [{"text": "Saavutettavuusseloste", "href": "#main"}], "demo": True}
}
