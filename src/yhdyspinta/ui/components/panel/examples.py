"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "panel": {"title_text": "Kommentti vastaanotettu", "text": "Koodisi on K7M-42P", "heading_level": 3}
}
