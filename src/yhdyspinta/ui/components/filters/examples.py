"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "filters": {"label": "Rajaa"},
    "filters of a narrowed list": {
        "label": "Rajaa",
        "clear_url": "#main",
        "folds": True,
        "chosen": ["Kohta: 2.1", "Vastattu: Ei"],
    },
}
