"""Bars with a mark for the population, and the same facts as a table."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language

from yhdyspinta.ui.component import Spec
from yhdyspinta.ui.dates import number


def _shown(value: Any, unit: str) -> str:
    return f"{number(value, get_language() or 'fi')}{unit}" if value is not None else ""


def _bar(row: Mapping[str, Any], most: float, unit: str) -> dict[str, Any]:
    """A row: label, value (None when the group is too small to show), compared (such as the population), perhaps in words."""
    value, compared = row.get("value"), row.get("compared")
    return {
        "label": row["label"],
        "width": f"{100 * float(value or 0) / most:.1f}",
        "shown": _shown(value, unit) or row.get("hidden") or "–",
        "mark": f"{min(99.0, 100 * float(compared) / most):.1f}" if compared is not None else "",
        "compared": row.get("compared_words") or _shown(compared, unit),
        "low": compared is not None and value is not None and float(value) * 2 < float(compared),
    }


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """Bars against the largest number of the chart, which reaches the end; less than half of the compared share is marked."""
    numbers = [float(row[key]) for row in values["rows"] for key in ("value", "compared") if row.get(key) is not None]
    most = max([*numbers, 1.0])
    return {"bars": [_bar(row, most, values.get("unit") or "") for row in values["rows"]]}


SPEC = Spec(
    required=("id", "caption", "label_heading", "value_heading", "rows"),
    optional=("compared_label", "unit"),
    prepare=prepare,
)
