"""One text in several languages, an input for each, side by side."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.module_loading import import_string
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from yhdyspinta.ui.fields import TOO_LONG, Look
from yhdyspinta.ui.fields_of_time import PartsWidget
from yhdyspinta.ui.text import clean_text

#: What each language is called in itself.
OWN_NAMES: Mapping[str, str] = {
    "fi": "suomi",
    "sv": "svenska",
    "en": "English",
    "se": "davvisámegiella",
    "smn": "anarâškielâ",
    "sms": "nuõrttsääʹmǩiõll",
    "fi-x-selko": "selkosuomi",
    "sv-x-lattlast": "lätt svenska",
}


def not_owed(languages: Iterable[str], owed: Iterable[str]) -> tuple[str, ...]:
    """Which of the languages may wait, for `folded_languages`: those beside the owed ones, none where none is owed."""
    first = frozenset(owed)
    return tuple(language for language in languages if language not in first) if first else ()


class WordingField(Look, forms.Field):
    """Cleans to a wording, `{language: text}` without the empty ones, of the kind that the settings name.

    `languages` are all that are asked; those in `required_languages` must be filled
    (none unless told, or the first when the field is required); those in `needed_languages` before publishing.
    Those in `folded_languages` stand folded below the others until they have words or a problem.
    The language of the page stands first; the first of `languages` stays the one that a required field must have.
    """

    def __init__(
        self,
        *,
        languages: Iterable[str],
        required_languages: Iterable[str] | None = None,
        needed_languages: Iterable[str] = (),
        folded_languages: Iterable[str] = (),
        multiline: bool = False,
        rows: int = 5,
        max_length: int | None = None,
        counted_to: int | None = None,
        **options: Any,
    ) -> None:
        self.languages = tuple(languages)
        self.multiline = multiline
        self.rows = rows
        self.limit = max_length or (20_000 if multiline else 200)
        self.counted_to = counted_to or self.limit  # what the counter tells, where another rule is the stricter one
        options.setdefault("widget", PartsWidget(self.languages))
        super().__init__(**self.take_look(options))
        folded = frozenset(folded_languages)
        self.open_languages = tuple(one for one in self.languages if one not in folded) or self.languages
        first = self.open_languages[:1] if self.required else ()
        self.required_languages = tuple(required_languages) if required_languages is not None else first
        self.needed_languages = tuple(needed_languages)
        self.folded_languages = folded - frozenset(self.required_languages)
        self.messages: dict[str, str] = {}

    @property
    def in_order(self) -> tuple[str, ...]:
        """The languages as their inputs stand: that of the page first where it is among the open ones."""
        own = get_language()
        return tuple(sorted(self.languages, key=lambda one: one != own or one not in self.open_languages))

    def clean(self, value: Any) -> dict[str, str]:
        given = value if isinstance(value, Mapping) else {}
        texts: dict[str, str] = {}
        errors: list[ValidationError] = []
        for language in self.in_order:
            try:
                text = self._clean_one(str(given.get(language, "") or ""), language)
            except ValidationError as problem:
                errors.append(self._marked(problem, language))
                continue
            if text:
                texts[language] = text
        if errors:
            raise ValidationError(errors)
        found: dict[str, str] = import_string(settings.WORDING_VALUE)(texts)
        self.run_validators(found)
        return found

    def _clean_bound_field(self, bf: BoundField) -> dict[str, str]:
        """What was typed, beside the texts in languages that are no longer asked: a form never drops those."""
        typed: dict[str, str] = super()._clean_bound_field(bf)  # type: ignore[misc]
        kept = {tag: text for tag, text in (bf.initial or {}).items() if tag not in self.languages}
        return type(typed)({**kept, **typed}) if kept else typed

    def _clean_one(self, given: str, language: str) -> str:
        text = clean_text(given, multiline=self.multiline)
        if len(text) > self.limit:
            raise ValidationError(TOO_LONG, code="too_long", params={"limit": self.limit, "length": len(text)})
        if not text and language in self.required_languages:
            raise ValidationError(gettext_lazy("Fill in this field."), code="required")
        return text

    def _marked(self, problem: ValidationError, language: str) -> ValidationError:
        return ValidationError(problem.messages[0], code=f"language:{language}")

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = initial if isinstance(initial, Mapping) else {}
        after = data if isinstance(data, Mapping) else {}
        return any((before.get(name) or "") != (after.get(name) or "") for name in self.languages)

    def anchor(self, bound: BoundField) -> str:
        codes = [getattr(problem, "code", "") or "" for problem in bound.errors.as_data()]
        wrong = next((code.removeprefix("language:") for code in codes if code.startswith("language:")), "")
        first = next(one for one in self.in_order if one in self.open_languages)
        return f"{bound.auto_id}-{wrong or first}"

    def component(self, bound: BoundField) -> tuple[str, dict[str, Any]]:
        value = bound.value()
        typed = value if isinstance(value, Mapping) else {}
        problems = {
            (problem.code or "").removeprefix("language:"): problem.messages[0] for problem in bound.errors.as_data()
        }
        return "wording_input", {
            "id": bound.auto_id,
            "legend": self.legend_values(bound),
            "hint": str(bound.help_text or ""),
            "items": [self._one(bound, language, typed, problems) for language in self.in_order],
            "message": "" if any(name in problems for name in self.languages) else next(iter(problems.values()), ""),
        }

    def _one(
        self, bound: BoundField, language: str, typed: Mapping[str, str], problems: Mapping[str, str]
    ) -> dict[str, Any]:
        values: dict[str, Any] = {
            "id": f"{bound.auto_id}-{language}",
            "name": f"{bound.html_name}-{language}",
            "label": {"text": OWN_NAMES.get(language, language), "attributes": {"lang": language}},
            "value": typed.get(language) or "",
            "attributes": {"lang": language, **self.attributes},
        }
        if hint := self._hint(language):
            values["hint"] = {"text": hint}
        if language in problems:
            values["error_message"] = {"text": problems[language], "visually_hidden_text": _("Error")}
        folded = language in self.folded_languages and not values["value"] and language not in problems
        if not self.multiline:
            return {"component": "input", "values": values, "folded": folded}
        values.update(rows=self.rows, maxlength=self.counted_to, threshold=75)
        return {"component": "character_count", "values": values, "folded": folded}

    def _hint(self, language: str) -> str:
        """What is asked of one language, where it is not the same for all of them."""
        if language in self.required_languages or not self.needed_languages:
            return ""
        if language not in self.needed_languages:
            return _("Optional") if self.required or self.before_publishing else ""
        return _("Needed before publishing") if self.required else ""
