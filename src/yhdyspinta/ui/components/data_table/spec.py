"""Rows as lists of cells {text, html, strong, href, hidden_text, tag, numeric}, or the rows' markup as the body.

With `as_rows` each row stands as a block on a phone, its cells under one another with their headings.
"""

from typing import Any

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """Cells know their headings where they are to stand under one another; the first one names its row."""
    rows = values.get("rows")
    if not rows or not values.get("as_rows"):
        return {}
    heads = ["", *(head.get("text") or "" for head in values["head"][1:])]
    return {"rows": [[{**cell, "label": head} for cell, head in zip(row, heads, strict=True)] for row in rows]}


SPEC = Spec(
    required=("caption", "head"),
    optional=("rows", "show_caption", "as_rows"),
    slots=("body",),
    prepare=prepare,
)
