"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "date": {
        "id": "date-alkaa",
        "name_prefix": "alkaa",
        "fieldset": {"legend": {"text": "Kierros alkaa", "classes": "govuk-fieldset__legend--s"}},
        "hint": {"text": "Esimerkiksi 16 8 2021"},
    }
}
