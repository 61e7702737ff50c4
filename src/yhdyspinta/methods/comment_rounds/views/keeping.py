"""A text too long to send is kept all the same, and shown again with what must be mended."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from yhdyspinta.comments.values import MOST_KEPT, MOST_LETTERS
from yhdyspinta.methods.comment_rounds.forms import CommentForm, ManyForm
from yhdyspinta.methods.comment_rounds.queries import Place
from yhdyspinta.ui.text import clean_text, number_of


def is_too_long(text: str) -> bool:
    """Whether a text must be shortened before it can be sent."""
    return len(text) > MOST_LETTERS


def kept_of(form: CommentForm | ManyForm, name: str = "text") -> str:
    """What was typed into a refused field, when its length is all that is wrong with it; otherwise nothing."""
    errors = form.errors.as_data().get(name, [])
    if not errors:
        return str(form.cleaned_data.get(name) or "")
    try:
        text = clean_text(str(form[name].value() or ""), multiline=True)
    except ValidationError:
        return ""
    return text if is_too_long(text) and len(text) <= MOST_KEPT else ""


def initial_of(item: Mapping[str, Any], place: Place, *, passage: str | None) -> dict[str, Any]:
    """What a form begins with: what the draft holds of its place, else the passage that the address asks for."""
    quote = item.get("quote") or {}
    start, end = place.offsets(quote)
    chosen = str(quote.get("passage") or number_of(passage, most_digits=9) or "")
    return {"text": item.get("text", ""), "passage": chosen, "start": start, "end": end}


def with_errors(form: CommentForm, item: dict[str, Any]) -> CommentForm:
    """The form of a kept text that is too long, with the error at its field."""
    if not is_too_long(item.get("text", "")):
        return form
    given = {name: str(form.initial.get(name) or "") for name in ("text", "passage", "start", "end", "began")}
    field = form.fields["text"]
    again = CommentForm(given, place=form.place, label=str(field.label), is_heading=field.heading)  # type: ignore[attr-defined]
    again.is_valid()
    return again
