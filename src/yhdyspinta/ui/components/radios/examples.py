"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "radios": {
        "name": "k",
        "id_prefix": "radios-k",
        "fieldset": {"legend": {"text": "Missä ominaisuudessa kommentoit?", "classes": "govuk-fieldset__legend--m"}},
        "items": [
            {"value": "1", "text": "Asukas"},
            {"value": "2", "text": "Järjestön edustaja", "hint": {"text": "Kysymme järjestön nimen."}},
        ],
    }
}
