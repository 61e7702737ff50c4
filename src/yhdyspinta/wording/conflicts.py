"""Two wrote at once: what somebody else saved beside what was typed, and the form goes on from the saved."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.forms import Field
from django.utils.translation import gettext as _

from yhdyspinta.ui.dates import moment
from yhdyspinta.ui.forms import Form
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language


def both_texts(form: Form, *, saved: Mapping[str, Any], typed: Mapping[str, Any], revision: int) -> dict[str, Any]:
    """Where the two texts differ, as `ui/_conflict.html` shows it; saving the form again keeps what was typed."""
    rows = [
        row
        for name in typed
        if name in saved and name in form.fields
        for row in _rows(form.fields[name], saved[name], typed[name])
    ]
    go_on_from(form, revision)
    return {"differences": rows}


def go_on_from(form: Form, revision: int) -> None:
    """Let a form that was sent begin from a revision that is saved now; what was typed stays."""
    data = form.data.copy()  # type: ignore[attr-defined]
    data["revision"] = str(revision)
    form.data = data


def _rows(field: Field, theirs: Any, mine: Any) -> Iterable[dict[str, str]]:
    """One row for a field that differs; for a text in several languages, one for each of them."""
    if isinstance(mine, Mapping):
        for tag in dict.fromkeys([*theirs, *mine]):
            if theirs.get(tag, "") != mine.get(tag, ""):
                label = f"{field.label} ({CONTENT_LANGUAGES[tag]})"
                yield {"label": label, "theirs": theirs.get(tag, ""), "mine": mine.get(tag, "")}
        return
    words = _words(field, theirs), _words(field, mine)
    if words[0] != words[1]:
        yield {"label": str(field.label), "theirs": words[0], "mine": words[1]}


def _words(field: Field, value: Any) -> str:
    """A value as the form names it."""
    choices = {str(key): str(text) for key, text in getattr(field, "choices", ())}
    if value is None:
        return ""
    if isinstance(value, bool):
        return choices.get("yes" if value else "no", _("Yes") if value else _("No"))
    if isinstance(value, list | tuple):
        return ", ".join(_words(field, one) for one in value)
    if isinstance(value, date):
        return moment(value, page_language())
    return choices.get(str(value), str(value))
