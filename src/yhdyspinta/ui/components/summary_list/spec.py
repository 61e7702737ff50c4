from typing import Any

from yhdyspinta.ui.component import Spec


def _links(holder: Any) -> list[Any]:
    return list(((holder or {}).get("actions") or {}).get("items") or [])


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """Rows with their links under a name that no mapping's own method hides."""
    rows = [row for row in values["rows"] or [] if row]
    some = any(_links(row) for row in rows)
    lines = []
    for row in rows:
        bare = some and not (row.get("actions") or {}).get("items")
        lines.append({**row, "links": _links(row), "no_actions": bare})
    return {"lines": lines, "card_actions": _links(values.get("card"))}


SPEC = Spec(
    required=("rows",),
    optional=("card", "classes", "attributes"),
    prepare=prepare,
)
