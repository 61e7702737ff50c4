"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "fieldset": {"legend": {"text": "Yhteystiedot", "classes": "govuk-fieldset__legend--m"}}
}
