"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "accordion": {
        "id": "accordion-example",
        "heading_level": 4,
        "items": [{"heading": {"text": "Kuka päättää?"}, "content": {"text": "Aluevaltuusto päättää ohjelmasta."}}],
    }
}
