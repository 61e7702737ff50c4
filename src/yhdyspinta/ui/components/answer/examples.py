"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "answer": {
        "by": "Osallisuuspalvelut vastasi 28.8.",
        "text": "Lisätään määräaika.",
        "link": {"text": "Näytä muutos tekstissä", "href": "#main"},
    }
}
