"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "pagination": {
        "landmark_label": "Sivut",
        "previous": {"href": "#main", "text": "Edellinen"},
        "next": {"href": "#main", "text": "Seuraava"},
    }
}
