"""Examples for the gallery and the tests."""

from typing import Any

EXAMPLES: dict[str, dict[str, Any]] = {
    "bar chart": {
        "id": "chart-age",
        "caption": "Lähettäjät iän mukaan",
        "label_heading": "Ikä",
        "value_heading": "Lähettäjiä",
        "compared_label": "väestö",
        "unit": " %",
        "rows": [
            {"label": "alle 18", "value": 3, "compared": 19},
            {"label": "45–64", "value": 39, "compared": 25},
            {"label": "80+", "value": None, "compared": 6, "hidden": "alle 5"},
        ],
    }
}
