"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "card": {
        "heading": "Järjestöyhteistyön ja osallisuuden toimintamallit",
        "href": "#main",
        "text": "Kommentoi kahden toimintamallin luonnosta kohta kohdalta.",
        "tag": {"text": "Kommentointikierros · 4 päivää jäljellä", "colour": "amber"},
        "left": "468 kommenttia",
        "right": "sulkeutuu su 5.9.",
        "level": 4,
    },
    "frost": {"text": "Voit kommentoida myös puhelimitse.", "colour": "frost"},
}
