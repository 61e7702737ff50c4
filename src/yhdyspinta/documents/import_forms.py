"""Input of the staff pages that bring in a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.documents.actions.imports import BEFORE, NEW, Placing
from yhdyspinta.documents.actions.sections import LONGEST_HEADING
from yhdyspinta.documents.importing.archives import LARGEST_FILE
from yhdyspinta.documents.importing.parts import Part
from yhdyspinta.documents.models import Section
from yhdyspinta.documents.passages import passages
from yhdyspinta.documents.values import SOURCES, first_heading
from yhdyspinta.ui import forms
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

#: Where each way of bringing in a draft is written or chosen.
FIELDS: Final = {"paste": "text", "markdown": "markdown", "docx": "file"}


class ImportForm(forms.Form):
    """A draft from elsewhere: pasted, in Markdown or as a Word file; each way has its own field."""

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"] = forms.ChoiceField(
            label=_("Language of the text"), choices=[(tag, CONTENT_LANGUAGES[tag]) for tag in languages]
        )
        self.fields["source"] = forms.ChoiceField(
            label=_("How the text comes in"), choices=list(SOURCES.items()), reveals=FIELDS
        )
        own: dict[str, Any] = {"required": False, "marks_optional": False}
        text: dict[str, Any] = {**own, "rows": 12, "count": False, "max_length": 500_000}
        self.fields["text"] = forms.MultilineField(
            label=_("Text to bring in"),
            help_text=_("Numbered headings, such as 2.1 Residents as partners, begin a new section."),
            **text,
        )
        self.fields["markdown"] = forms.MultilineField(
            label=_("Marked text to bring in"),
            help_text=_("A line that begins with # is a heading and begins a new section."),
            **text,
        )
        self.fields["file"] = forms.FileField(
            label=_("Word file"),
            help_text=_("Headings, lists, tables and footnotes come along. At most 5 MB."),
            suffixes=[".docx"],
            most_bytes=LARGEST_FILE,
            allow_empty_file=True,
            **own,
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        field = FIELDS.get(cleaned.get("source") or "", "")
        for other in {*FIELDS.values()} - {field}:  # what was not chosen is kept on the page and asked nothing of
            self.errors.pop(other, None)
        if field and not cleaned.get(field) and field not in self.errors:
            self.add_error(field, _("Choose a file.") if field == "file" else _("Write or paste the text."))
        return cleaned

    def text(self) -> str:
        """What was written for the chosen way."""
        return str(self.cleaned_data["markdown" if self.cleaned_data["source"] == "markdown" else "text"])

    def refuse(self, refusal: Refusal) -> None:
        """A refusal of the text stands at the field of the chosen way."""
        if refusal.field == "text":
            refusal.field = FIELDS[self.cleaned_data["source"]]
        super().refuse(refusal)


@dataclass(frozen=True)
class PartRow:
    """One imported part on the approval page."""

    index: int
    part: Part
    heading: Any
    target: Any
    mends: Any
    done: list[Any]
    html: list[Any]


class ApprovalForm(forms.Form):
    """Where each imported part goes, and which mends are made."""

    def __init__(
        self,
        *args: Any,
        parts: Sequence[Part],
        sections: Sequence[Section],
        language: str,
        targets: Sequence[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.parts = parts
        choices: list[tuple[str, Any]] = [(NEW, _("A new section")), (BEFORE, _("Joined to the part above"))]
        choices += [(str(section.pk), _section_choice(section, language)) for section in sections]
        for index, part in enumerate(parts):
            self.fields[f"heading_{index}"] = forms.TextField(
                label=_("Heading"),
                max_length=LONGEST_HEADING,
                required=False,
                initial=part.heading or first_heading(language),
                attributes={"lang": language},
            )
            self.fields[f"target_{index}"] = forms.ChoiceField(
                label=_("Goes to"),
                select=True,
                initial=targets[index],
                choices=choices if index else [choices[0], *choices[2:]],
            )
            waiting = [(place, mend) for place, mend in enumerate(part.mends) if mend.kind == "hyphen"]
            self.fields[f"mends_{index}"] = forms.MultipleChoiceField(
                label=_("Mend broken words"),
                required=False,
                choices=[(str(place), f"{mend.before} → {mend.after}") for place, mend in waiting],
                initial=[str(place) for place, mend in waiting if mend.accepted],
            )

    @property
    def rows(self) -> list[PartRow]:
        return [
            PartRow(
                index,
                part,
                self[f"heading_{index}"],
                self[f"target_{index}"],
                self[f"mends_{index}"] if any(mend.kind == "hyphen" for mend in part.mends) else None,
                [mend for mend in part.mends if mend.kind == "soft"],
                [passage.html for passage in passages(part.body)],
            )
            for index, part in enumerate(self.parts)
        ]

    def placings(self) -> list[Placing]:
        cleaned = self.cleaned_data
        return [
            Placing(
                cleaned[f"target_{index}"],
                cleaned[f"heading_{index}"],
                frozenset(int(place) for place in cleaned[f"mends_{index}"]),
            )
            for index in range(len(self.parts))
        ]


def _section_choice(section: Section, language: str) -> str:
    texts = {text.language: text for text in section.texts.all()}
    heading = next((text.heading for text in texts.values() if text.heading), "")
    own = texts.get(language)
    if own and (own.heading or own.body):
        return str(_("%(number)s %(heading)s (its text is replaced)")) % {"number": section.number, "heading": heading}
    return f"{section.number} {heading}"
