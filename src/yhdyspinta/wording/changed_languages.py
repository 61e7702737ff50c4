"""Texts that stand in several languages: which were changed in some of them only, so that the others may say what was said before."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from yhdyspinta.ui.forms import Form, WordingField


def left_behind(form: Form) -> str:
    """What is told after a valid form was saved, of texts whose other language versions stayed as they were; mostly nothing.

    A language that had nothing and gets words changes nothing in the others.
    """
    labels = [
        str(field.label)
        for name, field in form.fields.items()
        if isinstance(field, WordingField)
        and _is_uneven(form.initial.get(name) or {}, form.cleaned_data.get(name) or {})
    ]
    if not labels:
        return ""
    words = _("Changed in some languages only: %(texts)s. See that the other languages still say the same.")
    return words % {"texts": ", ".join(labels)}


def _is_uneven(before: Mapping[str, str], after: Mapping[str, Any]) -> bool:
    changed = {tag for tag, words in before.items() if words and after.get(tag, "") not in {words, ""}}
    return bool(changed) and any(words and after.get(tag) == words for tag, words in before.items())
