"""What staff choose of a file of comments."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from yhdyspinta.documents.importing.archives import LARGEST_FILE
from yhdyspinta.intake.codes import Place
from yhdyspinta.intake.importing.earlier import ROLES, name_of
from yhdyspinta.ui import forms
from yhdyspinta.wording.languages import CONTENT_LANGUAGES

#: Statements that the national statement service received.
SERVICE_FILES = (".xml", ".atom")


class UploadForm(forms.Form):
    """A filled template."""

    file = forms.FileField(
        label=_("Spreadsheet, or statements of the statement service (XML)"),
        suffixes=(".xlsx", ".csv", *SERVICE_FILES), most_bytes=LARGEST_FILE,
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("Language of rows that do not say"), choices=list(CONTENT_LANGUAGES.items()), select=True
    )


class EarlierForm(forms.Form):
    """Where and when a round was held."""

    whole_anchor = "id_source"

    source = forms.TextField(
        label=_("Where was it held?"), help_text=_("The service, for example a survey tool."), max_length=120
    )  # fmt: skip
    opened_at = forms.DateTimeField(label=_("When did it open?"))
    closed_at = forms.DateTimeField(label=_("When did it close?"))


class MappingForm(forms.Form):
    """Which column is what."""

    language = forms.ChoiceField(
        label=_("Language of rows that do not say"), choices=list(CONTENT_LANGUAGES.items()), select=True
    )
    place = forms.ChoiceField(
        label=_("When a row tells no known part"), choices=[], select=True, required=False, marks_optional=False
    )
    name = forms.TextField(
        label=_("Keep this for the next file, under the name"), required=False, max_length=80,
    )  # fmt: skip

    def __init__(self, *args: Any, heads: list[str], places: list[Place], **options: Any) -> None:
        super().__init__(*args, **options)
        self.heads = heads
        parts = [(place.code, f"{place.code} {place.words}") for place in places]
        self.fields["place"].choices = [("", _("It is a mistake")), *parts]  # type: ignore[attr-defined]
        for number, _head in enumerate(heads):
            role: Any = forms.ChoiceField(
                label=_("What is this column?"), choices=list(ROLES.items()), select=True, required=False, marks_optional=False
            )  # fmt: skip
            part: Any = forms.ChoiceField(
                label=_("Part of its comments"), choices=[("", _("As the row tells")), *parts], select=True,
                required=False, marks_optional=False,
            )  # fmt: skip
            self.fields[f"role_{number}"], self.fields[f"part_{number}"] = role, part

    def columns(self, examples: list[list[str]]) -> list[dict[str, Any]]:
        """Each column with what stands in it first."""
        return [
            {
                "name": head or f"#{number + 1}",
                "examples": examples[number],
                "role": self[f"role_{number}"],
                "part": self[f"part_{number}"],
            }
            for number, head in enumerate(self.heads)
        ]

    def choices(self) -> dict[str, Any]:
        """What is kept."""
        given = self.cleaned_data
        told = {
            name_of(head, number): {"role": given.get(f"role_{number}", ""), "place": given.get(f"part_{number}", "")}
            for number, head in enumerate(self.heads)
        }
        return {"columns": told, "place": given["place"], "language": given["language"]}

    @classmethod
    def begun(cls, choices: dict[str, Any], heads: list[str]) -> dict[str, Any]:
        """What the form begins from: what was kept of columns with the same headings."""
        kept = choices.get("columns") or {}
        initial: dict[str, Any] = {"language": choices.get("language", "fi"), "place": choices.get("place", "")}
        for number, head in enumerate(heads):
            told = kept.get(name_of(head, number)) or {}
            initial |= {f"role_{number}": told.get("role", ""), f"part_{number}": told.get("place", "")}
        return initial
