"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "notification banner": {
        "type": "success",
        "title_text": "Valmis",
        "title_id": "banner-example",
        "text": "Kommenttisi on vastaanotettu.",
        "disable_auto_focus": True,
    }
}
