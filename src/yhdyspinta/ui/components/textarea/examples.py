"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "textarea": {"name": "kommentti", "id": "textarea-kommentti", "label": {"text": "Kommentti"}}
}
