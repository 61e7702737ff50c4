"""Input of the report's pages."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from yhdyspinta.answers.languages import Languages
from yhdyspinta.reports.words import NAMES, NEEDED, ReportWords
from yhdyspinta.ui import forms
from yhdyspinta.wording.fields import Wording

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
        for name, label in NAMES.items():
            self.fields[name] = _Words(
                label=label,
                languages=languages.all,
                folded_languages=languages.beside,
                required=False,
                multiline=True,
                rows=6,
                max_length=20_000,
                help_text=_HINTS[name],
            )
        self.fields["revision"] = forms.HiddenField()

    def words(self) -> ReportWords:
        """What was typed."""
        return ReportWords(**{name: Wording(self.cleaned_data[name]) for name in NAMES})
