"""Fields of forms: each cleans its input and knows the component that shows it."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from yhdyspinta.ui.mail_addresses import plain_address
from yhdyspinta.ui.text import HIGHEST, clean_text, number_of
from yhdyspinta.ui.virus_check import refuse_harmful

Text = Any  # str or a lazy translation
TOO_LONG = ngettext_lazy(
    "Shorten the text to %(limit)s character or less. It has %(length)s.",
    "Shorten the text to %(limit)s characters or less. It has %(length)s.",
    "limit",
)


def frame_values(bound: BoundField, look: "Look") -> dict[str, Any]:
    """What every form component takes: hint and message."""
    values: dict[str, Any] = {}
    if bound.help_text:
        values["hint"] = {"text": str(bound.help_text)}
    if bound.errors:
        values["error_message"] = {"text": str(bound.errors[0]), "visually_hidden_text": str(_("Error"))}
    if look.attributes:
        values["attributes"] = look.attributes
    return values


class Look:
    """How a field is shown: label `size` (s, m, l, xl), `heading` of the page, `width` in characters.

    A filter's fields have `marks_optional` false: all of them may be left as they are. What a draft may lack but the
    public may not is marked with `before_publishing`.
    """

    size: str = ""
    heading: bool = False
    width: int = 0
    marks_optional: bool = True
    before_publishing: bool = False
    attributes: Mapping[str, Any]

    def take_look(self, options: dict[str, Any]) -> dict[str, Any]:
        """Set the look from the field's options and return the others."""
        self.size = options.pop("size", "")
        self.heading = options.pop("heading", False)
        self.width = options.pop("width", 0)
        self.marks_optional = options.pop("marks_optional", True)
        self.before_publishing = options.pop("before_publishing", False)
        self.attributes = options.pop("attributes", {})
        return options

    def label_values(self, bound: BoundField) -> dict[str, Any]:
        mark = _("(needed before publishing)") if self.before_publishing else _("(optional)")
        text = str(bound.label) if bound.field.required or not self.marks_optional else f"{bound.label} {mark}".strip()
        values: dict[str, Any] = {"text": text, "is_page_heading": self.heading}
        if self.size:
            values["classes"] = f"govuk-label--{self.size}"
        return values

    def legend_values(self, bound: BoundField) -> dict[str, Any]:
        values = self.label_values(bound)
        values["classes"] = f"govuk-fieldset__legend--{self.size or 's'}"
        return values


class NotMarkedOptional:
    """A field that may be empty, as in a filter or a draft: "(optional)" beside it would mislead or say nothing."""

    def label_values(self, bound: BoundField) -> dict[str, Any]:
        values: dict[str, Any] = super().label_values(bound)  # type: ignore[misc]
        return {**values, "text": str(bound.label)}


class TextField(Look, forms.CharField):
    """One line of text, cleaned."""

    multiline = False
    input_type = "text"

    def __init__(self, *, autocomplete: str = "", **options: Any) -> None:
        self.autocomplete = autocomplete
        options.setdefault("max_length", 200)
        self.limit: int = options.pop("max_length")
        self.empty_message: Text = options.pop("empty_message", None)
        super().__init__(strip=False, **self.take_look(options))
        self.validators = [
            check for check in self.validators if type(check).__name__ != "ProhibitNullCharactersValidator"
        ]
        self.error_messages["required"] = self.empty_message or _("Fill in this field.")

    def to_python(self, value: Any) -> str:
        text = clean_text(str(value), multiline=self.multiline) if value not in self.empty_values else ""
        if len(text) > self.limit:
            raise ValidationError(TOO_LONG, code="too_long", params={"limit": self.limit, "length": len(text)})
        return text

    def component(self, bound: BoundField) -> tuple[str, dict[str, Any]]:
        values = {
            "id": bound.auto_id,
            "name": bound.html_name,
            "label": self.label_values(bound),
            "value": bound.value() if bound.value() is not None else "",
            "type": self.input_type,
            **frame_values(bound, self),
        }
        if self.autocomplete:
            values["autocomplete"] = self.autocomplete
        if self.width:
            values["classes"] = f"govuk-input--width-{self.width}"
        return "input", values


class MultilineField(TextField):
    """Several lines; counts characters when `count` is true."""

    multiline = True
    widget = forms.Textarea

    def __init__(self, *, rows: int = 5, count: bool = True, **options: Any) -> None:
        self.rows = rows
        self.count = count
        options.setdefault("max_length", 10_000)
        super().__init__(**options)

    def component(self, bound: BoundField) -> tuple[str, dict[str, Any]]:
        values = {
            "id": bound.auto_id,
            "name": bound.html_name,
            "label": self.label_values(bound),
            "value": bound.value() or "",
            "rows": self.rows,
            **frame_values(bound, self),
        }
        if not self.count:
            return "textarea", values
        return "character_count", {**values, "maxlength": self.limit, "threshold": 75}


class EmailField(TextField):
    """An e-mail address, in the form in which it is stored and compared."""

    input_type = "email"

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 254)
        options.setdefault("autocomplete", "email")
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return plain_address(text) if text else ""

    def component(self, bound: BoundField) -> tuple[str, dict[str, Any]]:
        name, values = super().component(bound)
        return name, {**values, "spellcheck": False}


class IntegerField(Look, forms.IntegerField):
    """A whole number of western digits."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("min_value", 0)
        options.setdefault("max_value", HIGHEST)
        super().__init__(**self.take_look(options))
        self.error_messages["required"] = _("Fill in this field.")

    def to_python(self, value: Any) -> int | None:
        text = clean_text(str(value), multiline=False).replace(" ", "") if value not in self.empty_values else ""
        if not text:
            return None
        number = number_of(text.removeprefix("-"), most_digits=12)
        if number is None:
            raise ValidationError(_("Write a whole number in digits."), code="invalid")
        return -number if text.startswith("-") else number

    def component(self, bound: BoundField) -> tuple[str, dict[str, Any]]:
        return "input", {
            "id": bound.auto_id,
            "name": bound.html_name,
            "label": self.label_values(bound),
            "value": "" if bound.value() is None else bound.value(),
            "inputmode": "numeric",
            "classes": f"govuk-input--width-{self.width or 5}",
            **frame_values(bound, self),
        }


class FileField(Look, forms.FileField):
    """A file of an allowed kind and size, which the installation's virus check has passed."""

    default_validators = [refuse_harmful]

    def __init__(self, *, suffixes: Iterable[str] = (), most_bytes: int = 10_000_000, **options: Any) -> None:
        self.suffixes = tuple(suffix.lower() for suffix in suffixes)
        self.most_bytes = most_bytes
        super().__init__(**self.take_look(options))
        self.error_messages.update(
            required=_("Choose a file."),
            invalid=_("Choose a file."),
            missing=_("Choose a file."),
            empty=_("The file is empty."),
        )

    def to_python(self, data: Any) -> Any:
        found = super().to_python(data)
        if found is None:
            return None
        found.name = clean_text(found.name or "", multiline=False)
        if self.suffixes and not found.name.lower().endswith(self.suffixes):
            raise ValidationError(
                _("Choose a file of the kind %(kinds)s."), code="kind", params={"kinds": ", ".join(self.suffixes)}
            )
        if found.size > self.most_bytes:
            raise ValidationError(
                _("The file is too big: it can be %(most)s MB."),
                code="size",
                params={"most": max(1, self.most_bytes // 1_000_000)},
            )
        return found

    def component(self, bound: BoundField) -> tuple[str, dict[str, Any]]:
        values = {
            "id": bound.auto_id,
            "name": bound.html_name,
            "label": self.label_values(bound),
            **frame_values(bound, self),
        }
        if self.suffixes:
            values["attributes"] = {"accept": ",".join(self.suffixes), **self.attributes}
        return "file_upload", values


def new_key() -> str:
    """A key for one sending of a form."""
    return str(uuid4())


def key_of(text: object) -> UUID:
    """The key that came with a form; one that is broken or left out is a new one: nobody's words are refused for it."""
    try:
        return UUID(str(text))
    except ValueError:
        return uuid4()


class HiddenField(TextField):
    """A value that is not shown; it is cleaned all the same."""

    widget = forms.HiddenInput

    def component(self, bound: BoundField) -> tuple[str, dict[str, Any]]:
        return "hidden", {"id": bound.auto_id, "name": bound.html_name, "value": bound.value() or ""}


class KeyField(HiddenField):
    """The form's own key, by which a form that is sent twice is known."""

    def __init__(self) -> None:
        super().__init__(required=False, initial=new_key)

    def clean(self, value: object) -> Any:
        return key_of(value)
