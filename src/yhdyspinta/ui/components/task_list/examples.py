"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "task list": {
        "id_prefix": "tasks-example",
        "items": [
            {"title": {"text": "Nimi ja kuvaus"}, "href": "#main", "status": {"text": "Valmis"}},
            {
                "title": {"text": "Aikataulu"},
                "href": "#main",
                "status": {"tag": {"text": "Puuttuu", "colour": "amber"}},
            },
        ],
    }
}
