"""Forms that render through our components and clean every text the same way."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yhdyspinta.ui.component import render_component
from yhdyspinta.ui.dates import day
from yhdyspinta.ui.fields import (
    EmailField,
    FileField,
    HiddenField,
    IntegerField,
    KeyField,
    MultilineField,
    NotMarkedOptional,
    Text,
    TextField,
)
from yhdyspinta.ui.fields_of_choice import ChoiceField, ConfirmField, MultipleChoiceField
from yhdyspinta.ui.fields_of_time import DateField, DateTimeField
from yhdyspinta.ui.fields_of_wording import OWN_NAMES, WordingField, not_owed

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
    "KeyField",
    "MultilineField",
    "MultipleChoiceField",
    "NotMarkedOptional",
    "TextField",
    "WordingField",
    "not_owed",
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
    """The field's messages for the summary: the field's name, its language when there are several, what to do."""
    if bound.is_hidden:
        return [str(message) for message in bound.errors]
    return [
        f"{_name(bound, problem)} {message}".strip()
        for problem, message in zip(bound.errors.as_data(), bound.errors, strict=True)
    ]


def _name(bound: BoundField, problem: ValidationError) -> str:
    label = str(bound.label or "").strip()
    code = str(problem.code or "")
    spoken = getattr(bound.field, "attributes", {}).get("lang", "")
    language = OWN_NAMES.get(code.removeprefix("language:") if code.startswith("language:") else spoken, "")
    if language and language not in label and len(getattr(bound.field, "languages", "..")) > 1:
        label = f"{label} ({language})"
    return label if not label or label.endswith((":", "?", ".", "!")) else f"{label}:"


def _href(bound: BoundField, problem: ValidationError) -> str:
    """The control in which the problem is."""
    code = str(problem.code or "")
    if code.startswith("language:"):
        return f"#{bound.auto_id}-{code.removeprefix('language:')}"
    anchor = getattr(bound.field, "anchor", None)
    return f"#{anchor(bound) if anchor else bound.auto_id}"


class Form(forms.Form):
    """The base of every form: `{{ form.summary }}`, `{{ form.name.rendered }}` or `{{ form.all_fields }}`."""

    bound_field_class = Bound
    use_required_attribute = False
    refused_code = ""
    #: The id of the control that messages about the whole form lead to, where there is one.
    whole_anchor = ""
    #: Whether the page keeps the words while they are typed, and since when it holds words that are not saved.
    keeps_unsent = False
    unsent_at: datetime | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def offer(self, name: str, choices: Iterable[tuple[str, Text]]) -> None:
        """Let a field that asks for one of several, or for some of them, take these."""
        field: Any = self.fields[name]
        field.choices = list(choices)

    @property
    def failed(self) -> bool:
        """Whether the form was sent and something in it must be mended."""
        return self.is_bound and bool(self.errors)

    @property
    def chosen(self) -> list[str]:
        """What narrows a list whose filters these are, in words: the label of each field and what was chosen."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else self.initial
        told = []
        for bound in self.visible_fields():
            value = given.get(bound.name) or ""
            if isinstance(value, date):
                told.append(f"{bound.label}: {day(value, get_language() or 'fi')}")
            elif value:
                choices = {str(key): words for key, words in getattr(bound.field, "choices", ())}
                several = value if isinstance(value, list) else [value]
                told.append(f"{bound.label}: {', '.join(str(choices.get(str(one), one)) for one in several)}")
        return told

    @property
    def error_list(self) -> list[dict[str, Any]]:
        """Every message with the address of its field."""
        if not self.failed:
            return []
        whole = {"href": f"#{self.whole_anchor}"} if self.whole_anchor else {}
        found: list[dict[str, Any]] = [{"text": str(message), **whole} for message in self.non_field_errors()]
        for name in self.fields:
            bound = self[name]
            problems = bound.errors.as_data()
            hrefs = [{} if bound.is_hidden else {"href": _href(bound, problem)} for problem in problems]
            found += [{"text": text, **href} for text, href in zip(_told(bound), hrefs, strict=True)]
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

        A field with a language ("body:sv") is that language's own input. What the refusal brings along stands at its own
        field.
        """
        self.refused_code = str(refusal.code)
        self.is_valid()
        for one in (refusal, *getattr(refusal, "others", ())):
            self.put(one)

    def put(self, refusal: Any) -> None:
        """One refusal at its own field, without asking again what the form itself finds."""
        name, _mark, language = (refusal.field or "").partition(":")
        if name not in self.fields:
            self.add_error(None, refusal.words)
        elif language:
            words = getattr(refusal, "words_at_language", refusal.words)
            self.add_error(name, ValidationError(words, code=f"language:{language}"))
        else:
            self.add_error(name, refusal.words)
