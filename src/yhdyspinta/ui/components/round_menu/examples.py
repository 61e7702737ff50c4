"""Examples for the gallery and the tests."""

from typing import Any

_GROUPS = [
    {
        "text": "Overview",
        "href": "#main",
        "current": "",
        "pages": [{"text": "Overview", "href": "#main", "current": ""}],
    },
    {
        "text": "Material",
        "href": "#main",
        "current": "true",
        "pages": [
            {"text": "All comments", "href": "#main", "current": ""},
            {"text": "Themes", "href": "#main", "current": "page"},
        ],
    },
]

EXAMPLES: dict[str, dict[str, Any]] = {
    "round_menu": {"groups": _GROUPS, "here": "Themes", "public_href": "#main"},
    "round_menu with nothing current": {"groups": _GROUPS[:1]},
}
