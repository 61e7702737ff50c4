"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "date and time": {
        "date": {
            "id": "dt-sulkeutuu",
            "name_prefix": "sulkeutuu",
            "fieldset": {"legend": {"text": "Kierros sulkeutuu", "classes": "govuk-fieldset__legend--s"}},
            "items": [
                {"name": "day", "label": "Päivä"},
                {"name": "month", "label": "Kuukausi"},
                {"name": "year", "label": "Vuosi"},
                {"name": "time", "label": "Kello", "inputmode": "text", "classes": "govuk-input--width-4"},
            ],
        }
    }
}
