"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "wording": {
        "id": "w-otsikko",
        "legend": {"text": "Otsikko", "classes": "govuk-fieldset__legend--s"},
        "items": [
            {
                "component": "input",
                "values": {
                    "id": "w-otsikko-fi",
                    "name": "otsikko-fi",
                    "label": {"text": "suomi"},
                    "value": "Toimintamalli",
                },
            },
            {
                "component": "input",
                "values": {"id": "w-otsikko-sv", "name": "otsikko-sv", "label": {"text": "svenska"}},
            },
        ],
    }
}
