"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "loop": {
        "said": {"text": "Vastaukselle pitää olla määräaika.", "link": {"text": "37 kommenttia", "href": "#main"}},
        "decided": {"text": "Vastaus viimeistään 30 päivää kierroksen jälkeen."},
        "done": {"done": True, "strong": "Käytössä 1.11. alkaen.", "text": "Seuraamme vuosittain."},
        "level": 4,
        "matter": {"text": "Järjestöyhteistyön ja osallisuuden toimintamallit", "href": "#main"},
    }
}
