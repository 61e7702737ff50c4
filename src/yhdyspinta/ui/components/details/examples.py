"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "details": {"summary_text": "Miten tietojasi käytetään?", "text": "Kommentti on julkinen asiakirja."}
}
