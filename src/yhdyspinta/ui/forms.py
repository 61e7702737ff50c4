"""Forms that render through our components and clean every text the same way."""

from datetime import datetime
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from yhdyspinta.ui.component import render_component
from yhdyspinta.ui.fields import (
    ChoiceField,
    ConfirmField,
    EmailField,
    FileField,
    HiddenField,
    IntegerField,
    MultilineField,
    MultipleChoiceField,
    TextField,
)
from yhdyspinta.ui.fields_of_time import DateField, DateTimeField
from yhdyspinta.ui.fields_of_wording import WordingField

#: Codes of messages that do not name their field.
OWN_CODES: Final = frozenset(
    {
        *("required", "invalid", "invalid_choice", "too_long", "invisible", "surrogate", "control", "bidi"),
        *("min_value", "max_value", "kind", "size", "empty", "missing"),
        *("year", "no_such_date", "time", "missing_hour", "doubled_hour"),
    }
)

__all__ = [
    "ChoiceField",
    "ConfirmField",
    "DateField",
    "DateTimeField",
    "EmailField",
    "FileField",
    "Form",
    "HiddenField",
    "IntegerField",
    "MultilineField",
    "MultipleChoiceField",
    "TextField",
    "WordingField",
]


class Bound(BoundField):
    """A field in its form, with what was typed."""

    @property
    def rendered(self) -> SafeString:
        """Label, hint, message and control, through the component that the field names."""
        shown = getattr(self.field, "component", None)
        if shown is None:
            raise TypeError(f"{self.name}: use the fields of yhdyspinta.ui.forms.")
        name, values = shown(self)
        return render_component(name, **values)


def _told(bound: BoundField) -> list[str]:
    """The field's messages for the summary, where those of ours need the field's name to be understood."""
    label = "" if bound.is_hidden else str(bound.label or "").strip()
    return [
        f"{label} – {message}" if label and not _stands_alone(problem) else str(message)
        for problem, message in zip(bound.errors.as_data(), bound.errors, strict=True)
    ]


def _stands_alone(problem: ValidationError) -> bool:
    code = str(problem.code or "")
    return code not in OWN_CODES and not code.startswith("language:")


class Form(forms.Form):
    """The base of every form: `{{ form.summary }}`, `{{ form.name.rendered }}` or `{{ form.all_fields }}`."""

    bound_field_class = Bound
    use_required_attribute = False
    refused_code = ""
    #: Whether the page keeps the words while they are typed, and since when it holds words that are not saved.
    keeps_unsent = False
    unsent_at: datetime | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    @property
    def failed(self) -> bool:
        """Whether the form was sent and something in it must be mended."""
        return self.is_bound and bool(self.errors)

    @property
    def error_list(self) -> list[dict[str, Any]]:
        """Every message with the address of its field."""
        if not self.failed:
            return []
        found: list[dict[str, Any]] = [{"text": str(message)} for message in self.non_field_errors()]
        for name in self.fields:
            bound = self[name]
            told = [{"text": text} for text in _told(bound)]
            if not bound.is_hidden:
                anchor = getattr(bound.field, "anchor", None)
                href = f"#{anchor(bound) if anchor else bound.auto_id}"
                told = [{**item, "href": href} for item in told]
            found += told
        return found

    @property
    def summary(self) -> SafeString:
        """The error summary, or nothing."""
        errors = self.error_list
        if not errors:
            return SafeString("")
        return render_component("error_summary", title_text=_("There is a problem"), error_list=errors)

    @property
    def all_fields(self) -> SafeString:
        """Hidden fields, then the others in order; a field that a choice reveals stands beneath that choice."""
        revealed = {name for field in self.fields.values() for name in getattr(field, "reveals", {}).values()}
        own = [self[name] for name in self.fields if name not in revealed]
        hidden = [(bound.as_hidden(),) for bound in own if bound.is_hidden]
        shown = [(bound.rendered,) for bound in own if isinstance(bound, Bound) and not bound.is_hidden]
        return format_html_join("\n", "{}", [*hidden, *shown])

    def refuse(self, refusal: Any) -> None:
        """Put an action's refusal (a code with words) at the field that it names, or above the form.

        A field with a language ("body:sv") is that language's own input.
        """
        self.refused_code = str(refusal.code)
        self.is_valid()
        name, _mark, language = (refusal.field or "").partition(":")
        if name not in self.fields:
            self.add_error(None, refusal.words)
        elif language:
            self.add_error(name, ValidationError(refusal.words, code=f"language:{language}"))
        else:
            self.add_error(name, refusal.words)
