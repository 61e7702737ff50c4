"""Input of the staff pages of documents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from yhdyspinta.documents.actions import TextFacts
from yhdyspinta.documents.actions.imports import BEFORE, NEW, Placing
from yhdyspinta.documents.actions.sections import LONGEST_BODY, LONGEST_HEADING
from yhdyspinta.documents.files import ACCEPTED
from yhdyspinta.documents.importing.archives import LARGEST_FILE
from yhdyspinta.documents.importing.parts import Part
from yhdyspinta.documents.models import Section
from yhdyspinta.documents.passages import passages
from yhdyspinta.documents.values import SOURCES, first_heading
from yhdyspinta.ui import forms
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.languages import CONTENT_LANGUAGES


class DocumentForm(forms.Form):
    """What a document is called and what it is about."""

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"] = forms.WordingField(label=_("Title"), languages=languages, max_length=150)
        self.fields["summary"] = forms.WordingField(
            label=_("Summary"),
            help_text=_("One or two sentences: what the document is about."),
            languages=languages,
            multiline=True,
            required=False,
            max_length=2_000,
        )
        self.fields["revision"] = forms.HiddenField(required=False)


class VersionForm(forms.Form):
    """What a version is called and what changed in it."""

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.WordingField(label=_("Version's name"), languages=languages, max_length=80)
        self.fields["what_changed"] = forms.WordingField(
            label=_("What changed"),
            help_text=_("In a few sentences for those who read the version before. Leave empty in the first version."),
            languages=languages,
            multiline=True,
            required=False,
            max_length=2_000,
        )


class HeadingForm(forms.Form):
    """A new section begins with its heading."""

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["headings"] = forms.WordingField(
            label=_("Heading of the section"), languages=languages, max_length=LONGEST_HEADING
        )


@dataclass(frozen=True)
class Column:
    """One language of a section's form."""

    language: str
    name: str
    heading: Any
    body: Any
    revision: Any
    theirs: Mapping[str, Any] | None


class SectionForm(forms.Form):
    """A section's texts, languages side by side, and its guiding questions."""

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = languages
        self.theirs: dict[str, Mapping[str, Any]] = {}
        for language in languages:
            spoken = {"lang": language}
            self.fields[f"heading_{language}"] = forms.TextField(
                label=_("Heading"), required=False, max_length=LONGEST_HEADING, attributes=spoken
            )
            self.fields[f"body_{language}"] = forms.MultilineField(
                label=_("Text"), required=False, max_length=LONGEST_BODY, rows=16, count=False, attributes=spoken
            )
            self.fields[f"revision_{language}"] = forms.HiddenField(required=False)
        self.fields["questions"] = forms.WordingField(
            label=_("Guiding questions"),
            help_text=_("One question on each line. Readers see them above the comment form."),
            languages=languages,
            multiline=True,
            required=False,
            max_length=2_000,
            rows=3,
        )
        self.fields["revision"] = forms.HiddenField(required=False)

    @classmethod
    def initial_of(cls, section: Section, languages: Sequence[str]) -> dict[str, Any]:
        texts = {text.language: text for text in section.texts.all()}
        found: dict[str, Any] = {"questions": section.questions, "revision": section.revision}
        for language in languages:
            text = texts.get(language)
            found[f"heading_{language}"] = text.heading if text else ""
            found[f"body_{language}"] = text.body if text else ""
            found[f"revision_{language}"] = text.revision if text else 0
        return found

    @property
    def columns(self) -> list[Column]:
        return [
            Column(
                language,
                CONTENT_LANGUAGES[language],
                self[f"heading_{language}"],
                self[f"body_{language}"],
                self[f"revision_{language}"],
                self.theirs.get(language),
            )
            for language in self.languages
        ]

    def texts(self) -> dict[str, TextFacts]:
        """What was written; a language that was empty and stays so is left out."""
        found = {}
        for language in self.languages:
            heading, body = self.cleaned_data[f"heading_{language}"], self.cleaned_data[f"body_{language}"]
            revision = whole(self.cleaned_data[f"revision_{language}"])
            if heading or body or revision:
                found[language] = TextFacts(heading, body, revision)
        return found

    def take_theirs(self, values: Mapping[str, Any]) -> None:
        """Show what others saved beside what was written; saving again keeps what was written."""
        self.theirs = dict(values.get("texts", {}))
        newer = {f"revision_{language}": str(text["revision"]) for language, text in self.theirs.items()}
        if "questions" in values:
            newer["revision"] = str(values["revision"])
        begin_again(self, newer)


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


class ImportForm(forms.Form):
    """A draft from elsewhere."""

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"] = forms.ChoiceField(
            label=_("Language of the text"), choices=[(tag, CONTENT_LANGUAGES[tag]) for tag in languages]
        )
        self.fields["source"] = forms.ChoiceField(
            label=_("How the text comes in"),
            choices=list(SOURCES.items()),
            hints={
                "paste": _("Numbered headings, such as 2.1 Residents as partners, begin a new section."),
                "markdown": _("Headings marked with # begin a new section."),
                "docx": _("Headings, lists, tables and footnotes come along. At most 5 MB."),
            },
        )
        self.fields["text"] = forms.MultilineField(
            label=_("Text to bring in"), required=False, rows=12, count=False, max_length=1_000_000
        )
        self.fields["file"] = forms.FileField(
            label=_("Word file"), required=False, suffixes=[".docx"], most_bytes=LARGEST_FILE, allow_empty_file=True
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        source = cleaned.get("source")
        if source == "docx" and not cleaned.get("file") and "file" not in self.errors:
            self.add_error("file", _("Choose a file."))
        if source in {"paste", "markdown"} and not cleaned.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write or paste the text."))
        return cleaned


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


class SplitForm(forms.Form):
    """Before which passage a section is split, in each language, and what the latter part is called."""

    def __init__(self, *args: Any, section: Section, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = [text for text in section.texts.all() if len(passages(text.body)) > 1]
        for text in self.texts:
            name = CONTENT_LANGUAGES[text.language]
            found = [(str(item.number), _opening(item.text)) for item in passages(text.body) if item.number > 1]
            self.fields[f"passage_{text.language}"] = forms.ChoiceField(
                label=_("The new section begins from: %(language)s") % {"language": name},
                choices=[("0", _("Nothing moves: the whole text stays")), *found],
                initial="0",
                attributes={"lang": text.language},
            )
            self.fields[f"heading_{text.language}"] = forms.TextField(
                label=_("Heading of the new section: %(language)s") % {"language": name},
                required=False,
                max_length=LONGEST_HEADING,
                attributes={"lang": text.language},
            )

    def passages(self) -> dict[str, int]:
        found = {text.language: int(self.cleaned_data[f"passage_{text.language}"]) for text in self.texts}
        return {language: number for language, number in found.items() if number}

    def headings(self) -> dict[str, str]:
        return {text.language: self.cleaned_data[f"heading_{text.language}"] for text in self.texts}


def _opening(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 110 else f"{flat[:110].rsplit(' ', 1)[0]} …"


class AttachmentForm(forms.Form):
    """A file beside a document."""

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = forms.FileField(
            label=_("File"),
            suffixes=ACCEPTED.split(","),
            most_bytes=LARGEST_FILE,
            allow_empty_file=True,
            help_text=_("PDF, Word, Excel, ODT, PNG, JPG, text or CSV. At most 5 MB."),
        )
        self.fields["name"] = forms.WordingField(
            label=_("Name shown to readers"), languages=languages, required=False, max_length=150
        )
        self.fields["language"] = forms.ChoiceField(
            label=_("Language of the file"),
            required=False,
            select=True,
            choices=[("", _("Not chosen")), *((tag, CONTENT_LANGUAGES[tag]) for tag in languages)],
        )
