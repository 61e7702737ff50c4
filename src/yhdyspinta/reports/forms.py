"""Input of the report's pages."""

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from yhdyspinta.answers.languages import Languages
from yhdyspinta.documents.files import ACCEPTED
from yhdyspinta.documents.importing.archives import LARGEST_FILE
from yhdyspinta.processes.forms import LinkField
from yhdyspinta.processes.models import Process
from yhdyspinta.reports.actions.practices import file_field, lacking_of
from yhdyspinta.reports.models import Practice
from yhdyspinta.reports.practices import KINDS
from yhdyspinta.reports.words import NAMES, NEEDED, PRACTICE, WRITTEN, ReportWords
from yhdyspinta.ui import forms
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language

_HINTS = {
    "in_short": _("The main points in a few sentences. Markdown. It stands first on every view of the report."),
    "asked": _("What the residents were asked, and what for."),
    "took_part": _("Who was reached and who is missing. The figures come from the data and stand beside your words."),
    "said": _("What was supported, what was opposed, what was proposed."),
    "changed": _("The answers with their reasons come from the data and stand beside your words."),
    "next_steps": _("Who decides, when, and how one can follow the matter."),
}


class _Words(forms.WordingField):
    """A draft may be empty; "(optional)" stands beside what a whole report can do without."""

    def label_values(self, bound: Any) -> dict[str, Any]:
        values: dict[str, Any] = super().label_values(bound)
        return values if bound.name not in NEEDED else {**values, "text": str(bound.label)}


class ReportForm(forms.Form):
    """The words of a report, side by side in each language."""

    def __init__(self, *args: Any, languages: Languages, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, part in WRITTEN.items():
            self.fields[name] = _Words(
                **part.options,
                languages=languages.all,
                folded_languages=languages.beside,
                required=False,
                rows=6,
                help_text=_HINTS[name],
            )
        self.fields["revision"] = forms.HiddenField()

    def words(self) -> ReportWords:
        """What was typed."""
        return ReportWords(**{name: Wording(self.cleaned_data[name]) for name in NAMES})


def _labelled(label: Promise | str, language: str, *, many: bool) -> Promise | str:
    """The label of a file with its language, where there is one for each."""
    if not many:
        return label
    return format_lazy("{}, {}", label, CONTENT_LANGUAGES.get(language) or _("the same in every language"))


class PracticeForm(forms.Form):
    """A solution in use, or support material, beside a section."""

    def __init__(
        self,
        *args: Any,
        process: Process,
        sections: Iterable[tuple[str, str]],
        kept: Practice | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.process = process
        languages = Languages.of(process.owner)
        self.fields["section"] = forms.ChoiceField(
            label=_("Section, or one good practice in it"), choices=list(sections), select=True
        )
        self.fields["kind"] = forms.ChoiceField(label=_("What is it?"), choices=list(KINDS.items()), inline=True)
        self.fields["title"] = forms.WordingField(
            **PRACTICE["title"].options,
            languages=languages.all,
            folded_languages=languages.beside,
            required_languages=languages.owed,
        )
        self.fields["text"] = forms.WordingField(
            **PRACTICE["text"].options,
            languages=languages.all,
            folded_languages=languages.beside,
            required=False,
            rows=4,
        )
        self.fields["link"] = LinkField(label=_("Link"), required=False)
        self.there = {one.language: one.original_name for one in kept.files.all()} if kept is not None else {}
        first = sorted(languages.all, key=lambda one: one != page_language())  # as the texts stand
        several = first if len(first) > 1 else ()
        self.of_files = tuple(dict.fromkeys(("", *several, *self.there)))
        for language in self.of_files:
            self._ask_file(language)
        if kept is not None:
            self.fields["revision"] = forms.HiddenField()

    def _ask_file(self, language: str) -> None:
        """The file of one language, and whether the one that stands is taken away."""
        name, is_first = self.there.get(language), language == ""
        many = len(self.of_files) > 1
        label = _("Another file instead of %(name)s") % {"name": name} if name else _("File")
        hint = _("PDF, Word, Excel, ODT, PNG, JPG, text or CSV. At most 5 MB.") if is_first else ""
        if is_first and many:
            hint = format_lazy(
                "{} {}",
                hint,
                _("Readers get the file in the language of the page, or another one marked with its language."),
            )
        self.fields[file_field(language)] = forms.FileField(
            label=_labelled(label, language, many=many),
            suffixes=ACCEPTED.split(","),
            most_bytes=LARGEST_FILE,
            required=False,
            help_text=hint,
        )
        if name:
            taken_away = _("Take the file away: %(name)s") % {"name": name}
            self.fields[f"drops_{file_field(language)}"] = forms.ConfirmField(
                label=_labelled(taken_away, language, many=many), required=False
            )

    def sent_files(self) -> dict[str, Any]:
        """The new files by their language."""
        found = {language: self.cleaned_data.get(file_field(language)) for language in self.of_files}
        return {language: sent for language, sent in found.items() if sent}

    def dropped(self) -> frozenset[str]:
        """The languages whose files are taken away."""
        return frozenset(one for one in self.there if self.cleaned_data.get(f"drops_{file_field(one)}"))

    def clean(self) -> dict[str, Any]:
        """All that is missing is told at once, beside what a single field says."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        has_file = bool(self.sent_files() or self.there.keys() - self.dropped())
        asked = {"link", *(file_field(language) for language in self.of_files)}
        more = bool(typed.get("link") or has_file or asked & self.errors.keys())
        title, text = (Wording(typed.get(name) or {}) for name in ("title", "text"))
        for one in lacking_of(self.process, title, text, has_more=more):
            if (one.field or "").partition(":")[0] not in self.errors:
                self.put(one)
        return typed
