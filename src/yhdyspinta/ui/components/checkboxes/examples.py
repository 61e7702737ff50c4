"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "checkboxes": {
        "name": "k",
        "id_prefix": "checkboxes-k",
        "fieldset": {"legend": {"text": "Missä ominaisuudessa kommentoit?", "classes": "govuk-fieldset__legend--m"}},
        "items": [
            {"value": "1", "text": "Asukas"},
            {"value": "2", "text": "Järjestön edustaja", "hint": {"text": "Kysymme järjestön nimen."}},
        ],
    }
}
