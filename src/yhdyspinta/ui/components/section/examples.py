"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "section": {"heading": "Avoinna nyt", "text": "Kaikkiin voi osallistua ilman kirjautumista.", "level": 3}
}
