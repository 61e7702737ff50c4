"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "warning text": {"text": "Älä kirjoita terveystietoja.", "icon_fallback_text": "Huomio"}
}
