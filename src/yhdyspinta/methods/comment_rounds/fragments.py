"""Comments as they stand on a page, made once for all readers who see the same.

A kept piece of a page is found only by everything that it shows: the comment's own values with its answer and replies,
the language, the text that the reader chose, how long ago it was, and what one may do in the round. Whatever changes
makes another key, so nothing old can be found. What is one visitor's own is never kept: their comments and marks are
made anew, and the form's secret and the page's address are filled in after.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.template import Context
from django.template.base import Template
from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from yhdyspinta.comments.queries import CommentShown
from yhdyspinta.ui.dates import ago
from yhdyspinta.ui.keeping import Shelf
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.reader import Reading, chosen_text, note, reading

MOST: Final = 1_000
MOST_CHARACTERS: Final = 3_000_000
_TEMPLATE: Final = "comment_rounds/_comment.html"
#: What stands for a visitor's own parts until these are filled in: nobody outside the process can write them.
_SECRET, _BACK = (f"~{name}-{secrets.token_hex(16)}~" for name in ("secret", "back"))


@dataclass(frozen=True, slots=True)
class _Kept:
    """A piece of a page, cut where a visitor's own parts stand, and what its texts told of their languages."""

    parts: tuple[str, ...]
    size: int
    met: frozenset[str]
    fell_back: bool


SHELF: Final[Shelf[_Kept]] = Shelf(MOST, MOST_CHARACTERS, size=lambda kept: kept.size)


def comments_html(context: Context, comments: Iterable[CommentShown]) -> SafeString:
    """Comments with their answers and replies, for the page that the context belongs to."""
    language, text = page_language(), chosen_text()
    opens_replies = bool(getattr(context.get("settings"), "opens_replies", False))
    shared = (language, text, bool(context.get("can_write")), opens_replies)
    secret, back = context.get("csrf_token"), str(context.get("this_page", ""))
    own = {_SECRET: secret, _BACK: escape(back)}
    made: list[str] = []
    for comment in comments:
        if _is_own(comment):
            made.append(_made(context, comment, secret, back))
            continue
        kept = _kept(context, comment, (shared, _key(comment, language)), text)
        note(kept.met, fell_back=kept.fell_back)
        made.append(_filled(kept.parts, own))
    return mark_safe("\n".join(made))


def _kept(context: Context, comment: CommentShown, key: Any, text: str) -> _Kept:
    kept = SHELF.get(key)
    if kept is None:
        with reading(text) as read:
            made = _made(context, comment, _SECRET, _BACK)
        kept = _cut(made, read)
        SHELF.put(key, kept)
    return kept


def sorting_html(context: Context) -> SafeString:
    """The choices above a list: the same for everybody who chose the same."""
    names = ("list_path", "clear_url", "wanted", "sorts", "capacity_choices", "language_choices")
    kept_choices = tuple(context["kept"].items())
    key = (page_language(), kept_choices, *(repr(context[name]) for name in names))
    kept = SHELF.get(key)
    if kept is None:
        made = get_template("comment_rounds/_sorting.html").template.render(context)  # type: ignore[attr-defined]
        kept = _Kept((made,), len(made), frozenset(), fell_back=False)
        SHELF.put(key, kept)
    return mark_safe(kept.parts[0])


def _made(context: Context, comment: CommentShown, secret: Any, back: str) -> SafeString:
    template: Template = get_template(_TEMPLATE).template  # type: ignore[attr-defined]
    with context.push(comment=comment, csrf_token=secret, this_page=back):
        return template.render(context)


def _is_own(comment: CommentShown) -> bool:
    """Whether the reader's own comment or mark is shown in it."""
    own = comment.is_mine or comment.agreed or comment.well_argued
    return own or any(_is_own(reply) for reply in comment.replies)


def _key(comment: CommentShown, language: str) -> tuple[Any, ...]:
    """All that a comment shows; what is kept in many languages, as an answer's texts, is told as text."""
    values: dict[str, Any] = vars(comment)
    if comment.answer is not None or comment.came_back is not None or comment.replies:
        below = tuple(_key(reply, language) for reply in comment.replies)
        told = {"answer": repr(comment.answer), "came_back": repr(comment.came_back)}
        values = {**values, **told, "replies": below}
    return (ago(comment.arrived, language), *values.values())


def _cut(made: str, read: Reading) -> _Kept:
    """Cut so that every second part names what is filled in there."""
    parts: list[str] = []
    for place, text in enumerate(made.split(_SECRET)):
        if place:
            parts.append(_SECRET)
        for number, piece in enumerate(text.split(_BACK)):
            parts += [_BACK, piece] if number else [piece]
    return _Kept(tuple(parts), len(made), frozenset(read.met), read.fell_back)


def _filled(parts: tuple[str, ...], own: dict[str, Any]) -> str:
    """The whole piece; the secret is asked for only where a form needs it, since asking sets a cookie."""
    return "".join([str(own[part]) if place % 2 else part for place, part in enumerate(parts)])
