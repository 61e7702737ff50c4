"""The public pages of a round."""

from yhdyspinta.methods.comment_rounds.views.marks import mark
from yhdyspinta.methods.comment_rounds.views.reading import (
    comment,
    comments,
    compare,
    document,
    newest_section,
    round_page,
    section,
)
from yhdyspinta.methods.comment_rounds.views.receipts import background, download, edit, receipt, withdraw
from yhdyspinta.methods.comment_rounds.views.returning import link, lost, my
from yhdyspinta.methods.comment_rounds.views.sending import about, check, remove, send
from yhdyspinta.methods.comment_rounds.views.writing import autosave, many, write

__all__ = [
    "about",
    "autosave",
    "background",
    "check",
    "comment",
    "comments",
    "compare",
    "document",
    "download",
    "edit",
    "link",
    "lost",
    "many",
    "mark",
    "my",
    "newest_section",
    "receipt",
    "remove",
    "round_page",
    "section",
    "send",
    "withdraw",
    "write",
]
