"""Input of the answering pages."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.choosable import Choosable
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.marks import Choices
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.section_choices import SectionChoice
from yhdyspinta.answers.values import CLOSURE_CHOICES, HANDLINGS, NEEDS_REASON, REASONS, SENT_ON
from yhdyspinta.answers.worklist import Filters, PlaceLine
from yhdyspinta.answers.written import ANSWER, SUMMARY
from yhdyspinta.material.wanted import ME, NONE
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.ui import forms
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

_EXCERPT = 160


class _Choice(forms.NotMarkedOptional, forms.ChoiceField):
    pass


class _Text(forms.NotMarkedOptional, forms.TextField):
    pass


class DraftWording(forms.NotMarkedOptional, forms.WordingField):
    """The languages that the authority owes stand side by side; the others are folded below until they have words."""

    def __init__(self, *, languages: Languages, **options: Any) -> None:
        super().__init__(languages=languages.all, folded_languages=languages.beside, required=False, **options)


def _reason() -> _Choice:
    return _Choice(
        label=_("Why not, or only in part?"),
        choices=[("", _("Choose a reason")), *REASONS.items()],
        required=False,
        select=True,
        help_text=_("Needed when the comments were not taken into account, or only in part."),
    )


def _title(languages: Languages) -> DraftWording:
    return DraftWording(**ANSWER["title"].options, languages=languages)


class _WithReasons(forms.Form):
    """A form of which some handlings ask for more."""

    asks_more = ""  # those handlings, with a space between

    @property
    def has_more(self) -> bool:
        """Whether the handling that is chosen asks for a reason, or where it was passed on: the fields stand open."""
        return str(self["handling"].value() or "-") in self.asks_more.split()


class AnswerForm(_WithReasons):
    """The words and handling of one answer, side by side in each language."""

    def __init__(
        self, *args: Any, languages: Languages, sections: Iterable[SectionChoice], passage_of: int | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.sections = list(sections)
        self.passage_of = passage_of
        self._ask_words(languages)
        self._ask_reasons(languages)
        self._ask_changes(self.sections, passage_of)
        self.fields["is_final"] = _Choice(
            label=_("Is this the final answer?"),
            choices=[("yes", _("Final")), ("no", _("Preliminary: the final one follows"))],
            inline=True,
        )
        self.fields["revision"] = forms.HiddenField()
        self.fields["passage_of"] = forms.HiddenField(required=False)

    def _ask_words(self, languages: Languages) -> None:
        """What the group is about, how it was handled, and the answer."""
        self.fields["title"] = _title(languages)
        self.fields["handling"] = _Choice(
            label=_("How were the comments taken into account?"),
            choices=list(HANDLINGS.items()),
            required=False,
            inline=True,
        )
        self.fields["body"] = DraftWording(**ANSWER["body"].options, languages=languages, rows=6)

    def _ask_reasons(self, languages: Languages) -> None:
        """Why not, and where the matter was passed on."""
        self.asks_more = " ".join(sorted({*NEEDS_REASON, SENT_ON}))  # handlings that open these fields on the page
        self.fields["reason"] = _reason()
        self.fields["reason_words"] = DraftWording(**ANSWER["reason_words"].options, languages=languages, rows=3)
        self.fields["passed_to"] = DraftWording(
            **ANSWER["passed_to"].options,
            languages=languages,
            help_text=_("Needed when the comments were passed on. Tell when the matter is handled there."),
        )

    def _ask_changes(self, chosen: Sequence[SectionChoice], passage_of: int | None) -> None:
        """The section that changed, and the passage of the section that is already chosen."""
        self.fields["changed"] = _Choice(
            label=_("Changed passage"),
            choices=[("", _("The text was not changed")), *((s.pk, _section_words(s)) for s in chosen if s.is_newer)],
            required=False,
            select=True,
            help_text=_("Choose the section in the new version. The passage can be chosen once the draft is saved."),
        )
        blocks = next((s.passages for s in chosen if s.pk == passage_of), ())
        if blocks:
            self.fields["passage"] = _Choice(
                label=_("Which passage changed?"),
                choices=[("", _("The whole section")), *((p.number, p.text[:_EXCERPT]) for p in blocks)],
                required=False,
            )

    def text(self) -> AnswerText:
        """What was typed, as the action takes it."""
        typed = self.cleaned_data
        section = int(typed["changed"]) if typed["changed"] else None
        passage = typed.get("passage", "")
        fits = section is not None and typed["passage_of"] == str(section)
        return AnswerText(
            title=Wording(typed["title"]),
            body=Wording(typed["body"]),
            handling=typed["handling"],
            reason=typed["reason"],
            reason_words=Wording(typed["reason_words"]),
            passed_to=Wording(typed["passed_to"]),
            changed_section_id=section,
            changed_passage=int(passage) if passage and fits else None,
            is_final=typed["is_final"] == "yes",
        )

    def revision_typed(self) -> int:
        return number_of(self.cleaned_data["revision"]) or 0


class ManyForm(_WithReasons):
    """The handling of many drafts at once, with the reason that some handlings owe."""

    def __init__(self, *args: Any, languages: Languages, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_more = " ".join(sorted(NEEDS_REASON))
        self.fields["handling"] = _Choice(
            label=_("How were the comments taken into account?"),
            choices=[("", _("Choose")), *HANDLINGS.items()],
            required=False,
            select=True,
        )
        self.fields["reason"] = _reason()
        self.fields["reason_words"] = DraftWording(
            **ANSWER["reason_words"].options,
            languages=languages,
            rows=3,
            help_text=_("Put only into drafts that have no such words yet."),
        )

    def given(self) -> dict[str, Any]:
        """What was chosen, as the action takes it."""
        typed = self.cleaned_data
        return {
            "handling": typed["handling"], "reason": typed["reason"],
            "reason_words": Wording({tag: words for tag, words in typed["reason_words"].items() if words}),
        }  # fmt: skip


def initial_of(answer: Answer) -> dict[str, Any]:
    """An answer as the form's first values."""
    return {
        "title": answer.title,
        "handling": answer.handling,
        "body": answer.body,
        "reason": answer.reason,
        "reason_words": answer.reason_words,
        "passed_to": answer.passed_to,
        "changed": answer.changed_section_id or "",
        "passage": answer.changed_passage or "",
        "is_final": "yes" if answer.is_final else "no",
        "revision": answer.revision,
        "passage_of": answer.changed_section_id or "",
    }


def _section_words(section: SectionChoice) -> str:
    language = page_language()
    version, document = section.version.text(language), section.document.text(language)
    return f"{document}, {version}: {section.number} {section.heading}"


def _whole_words(place: PlaceLine) -> str:
    return f"{place.name.title} ({place.origin})" if place.origin else place.name.title


def titles_of(answers: Iterable[Answer]) -> list[tuple[str, str]]:
    """Answers to choose from, by their numbers."""
    language = page_language()
    return [(f"{answer.number}", Wording(answer.title).text(language) or f"{answer.number}") for answer in answers]


class GroupForm(forms.Form):
    """What is done with the chosen comments of the work list."""

    def __init__(self, *args: Any, languages: Languages, choices: Choosable, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"] = _title(languages)
        self.fields["answer"] = _Choice(
            label=_("Draft"), choices=titles_of(choices.drafts), required=False, select=True
        )
        self.fields["published"] = _Choice(
            label=_("Published answer"),
            choices=[("", _("Choose an answer")), *titles_of(choices.published)],
            required=False,
            select=True,
        )
        self.fields["reason"] = _Choice(
            label=_("Why is no answer needed?"), choices=list(CLOSURE_CHOICES.items()), required=False
        )


class SummaryForm(forms.Form):
    """What came in, in words."""

    def __init__(self, *args: Any, languages: Languages, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"] = DraftWording(
            **SUMMARY["body"].options,
            languages=languages,
            rows=14,
            help_text=_("What was commented on most, what was supported, what was opposed. Markdown."),
        )
        self.fields["revision"] = forms.HiddenField()


class FilterForm(forms.Form):
    """Which comments are shown in the work list."""

    def __init__(
        self,
        *args: Any,
        sections: Iterable[SectionChoice],
        waiting: Iterable[PlaceLine] = (),
        marks: Choices | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        places = [(s.thread_id, _section_words(s)) for s in sections if s.thread_id]
        known = {pk for pk, _words in places}
        places += [(place.thread_id, _whole_words(place)) for place in waiting if place.thread_id not in known]
        self.fields["place"] = _Choice(
            label=_("Section"), choices=[("", _("All sections")), *places], required=False, select=True
        )
        marks = marks or Choices()
        if marks.themes:
            self._ask("theme", _("Theme"), [(NONE, _("No theme")), *marks.themes])
        self._ask("assignee", _("Assigned to"), [(ME, _("Me")), (NONE, _("Nobody")), *marks.people])
        self._ask("capacity", _("Capacity"), list(CAPACITIES.items()))
        self.fields["words"] = _Text(label=_("Words"), required=False, max_length=100)

    def _ask(self, name: str, label: Any, choices: Sequence[tuple[str, Any]]) -> None:
        self.fields[name] = _Choice(label=label, choices=[("", _("All")), *choices], required=False, select=True)

    def filters(self) -> Filters:
        """The filters as far as they can be read; what cannot is left out."""
        self.is_valid()
        read = self.cleaned_data
        return Filters(
            thread=number_of(read.get("place", "")), capacity=read.get("capacity", ""), words=read.get("words", ""),
            theme=read.get("theme", ""), assignee=read.get("assignee", ""),
        )  # fmt: skip


def numbers_of(texts: Iterable[str]) -> list[int]:
    """The whole numbers among what checkboxes sent."""
    return [number for number in map(number_of, texts) if number is not None]
