"""Rows as lists of cells {text, html, strong, href, hidden_text, tag, numeric}, or the rows' markup as the body."""

from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("caption", "head"),
    optional=("rows", "show_caption"),
    slots=("body",),
)
