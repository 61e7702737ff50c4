"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "error summary": {
        "title_text": "Tarkista nämä",
        "disable_auto_focus": True,
        "error_list": [{"text": "Kirjoita kommentti", "href": "#input-posti"}],
    }
}
