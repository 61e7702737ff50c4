"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "tasks": {
        "caption": "Tehtävät",
        "items": [
            {
                "task": "Vastaa 31 kommenttiin",
                "about": "Osallisuuden toimintamalli",
                "href": "#main",
                "why": "Lupasit vastauksen 30 päivässä",
                "due": "21 päivää",
                "colour": "amber",
            }
        ],
    },
    "empty": {"caption": "Tehtävät", "items": []},
}
