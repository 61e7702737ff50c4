"""Input of the staff pages of sections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from yhdyspinta.documents.actions import TextFacts
from yhdyspinta.documents.actions.sections import LONGEST_BODY, LONGEST_HEADING
from yhdyspinta.documents.models import Section
from yhdyspinta.documents.passages import passages
from yhdyspinta.documents.revisions import begin_again, whole
from yhdyspinta.documents.written import QUESTIONS
from yhdyspinta.ui import forms
from yhdyspinta.wording.languages import CONTENT_LANGUAGES


class HeadingForm(forms.Form):
    """A new section begins with its heading."""

    def __init__(self, *args: Any, languages: Sequence[str], needed: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["headings"] = forms.WordingField(
            label=_("Heading of the section"),
            languages=languages,
            folded_languages=forms.not_owed(languages, needed),
            needed_languages=needed,
            max_length=LONGEST_HEADING,
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
    is_folded: bool


class SectionForm(forms.Form):
    """A section's texts, languages side by side, and its guiding questions."""

    def __init__(self, *args: Any, languages: Sequence[str], needed: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = languages
        self.may_wait = forms.not_owed(languages, needed)
        self.theirs: dict[str, Mapping[str, Any]] = {}
        for language in languages:
            spoken = {"lang": language}
            self.fields[f"heading_{language}"] = forms.TextField(
                label=_("Heading"),
                required=False,
                before_publishing=language in needed,
                max_length=LONGEST_HEADING,
                attributes=spoken,
            )
            self.fields[f"body_{language}"] = forms.MultilineField(
                label=_("Text"), required=False, max_length=LONGEST_BODY, rows=16, count=False, attributes=spoken
            )
            self.fields[f"revision_{language}"] = forms.HiddenField(required=False)
        self.fields["questions"] = forms.WordingField(
            **QUESTIONS.options,
            help_text=_("One question on each line. Readers see them above the comment form."),
            languages=languages,
            folded_languages=forms.not_owed(languages, needed),
            required=False,
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
                self._is_folded(language),
            )
            for language in self.languages
        ]

    @property
    def open_columns(self) -> list[Column]:
        return [column for column in self.columns if not column.is_folded]

    @property
    def folded_columns(self) -> list[Column]:
        return [column for column in self.columns if column.is_folded]

    def _is_folded(self, language: str) -> bool:
        """A language that nobody must write stands folded until it has words or a problem."""
        fields = [self[f"{name}_{language}"] for name in ("heading", "body")]
        busy = language in self.theirs or any(field.value() or field.errors for field in fields)
        return language in self.may_wait and not busy

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
