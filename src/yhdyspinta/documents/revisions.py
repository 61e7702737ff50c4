"""Revisions in forms: what an editor began from, so that two never write over each other unknowingly."""

from collections.abc import Mapping

from django.http import QueryDict

from yhdyspinta.ui import forms
from yhdyspinta.ui.text import number_of


def whole(text: str) -> int:
    """A revision number as the form sends it; anything else is no revision."""
    found = number_of(text, most_digits=8)
    return -1 if found is None else found


def begin_again(form: forms.Form, revisions: Mapping[str, str]) -> None:
    """Let the form begin from the revisions that stand now, with every typed word kept."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    for name, revision in revisions.items():
        data[name] = revision
    form.data = data
