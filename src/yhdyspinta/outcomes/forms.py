"""Input of the pages about decisions and measures."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.models import Answer
from yhdyspinta.outcomes.actions import OutcomeText
from yhdyspinta.outcomes.measures import MeasureText, Progress
from yhdyspinta.outcomes.models import Outcome
from yhdyspinta.outcomes.values import MEASURE_STATES, OUTCOMES, bare_section
from yhdyspinta.outcomes.written import MEASURE, OUTCOME, PROGRESS
from yhdyspinta.processes.forms import LinkField
from yhdyspinta.ui import forms
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


class _Wording(forms.WordingField):
    """The languages that the authority owes stand side by side; the others are folded below until they have words."""

    def __init__(self, *, languages: Languages, **options: Any) -> None:
        needed = languages.owed if options.get("before_publishing") else ()
        super().__init__(
            languages=languages.all,
            folded_languages=languages.beside,
            needed_languages=needed,
            required=False,
            **options,
        )


class _Draft(forms.Form):
    """A draft may lack what the public may not; with `to_publish` every text that is needed is asked at its field."""

    def __init__(self, *args: Any, to_publish: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.to_publish = to_publish

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.to_publish:
            for name, field in self.fields.items():
                if isinstance(field, _Wording):
                    self._ask(name, [tag for tag in field.needed_languages if not cleaned.get(name, {}).get(tag)])
        return cleaned

    def _ask(self, name: str, missing: Iterable[str]) -> None:
        if name not in self.errors:
            for tag in missing:
                self.add_error(name, ValidationError(_("Fill in this field."), code=f"language:{tag}"))


class OutcomeForm(_Draft):
    """What was decided, by which body and when."""

    def __init__(self, *args: Any, languages: Languages, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(label=_("What happened to the matter?"), choices=list(OUTCOMES.items()))
        self.fields["title"] = _Wording(**OUTCOME["title"].options, languages=languages, before_publishing=True)
        self.fields["body_name"] = _Wording(
            **OUTCOME["body_name"].options,
            languages=languages,
            before_publishing=True,
            help_text=_("The body or the office holder."),
        )
        self.fields["on"] = forms.DateField(label=_("Day of the decision"))
        self.fields["section_number"] = forms.TextField(
            label=_("Section of the minutes"),
            required=False,
            max_length=20,
            width=10,
            help_text=_("The number alone, for example 84. The sign § is added by itself."),
        )
        self.fields["case_number"] = forms.TextField(label=_("Case number"), required=False, max_length=60, width=20)
        self.fields["link"] = LinkField(
            label=_("Address of the minutes"), required=False, max_length=200, help_text=_("Begins with https://")
        )
        self.fields["explanation"] = _Wording(
            **OUTCOME["explanation"].options,
            languages=languages,
            rows=5,
        )
        self.fields["revision"] = forms.HiddenField()

    def text(self) -> OutcomeText:
        """What was typed, as the action takes it."""
        typed = self.cleaned_data
        return OutcomeText(
            kind=typed["kind"],
            title=Wording(typed["title"]),
            body_name=Wording(typed["body_name"]),
            on=typed["on"],
            section_number=bare_section(typed["section_number"]),
            case_number=typed["case_number"],
            link=typed["link"],
            explanation=Wording(typed["explanation"]),
        )


class MeasureForm(_Draft):
    """One row of 'You said, we decided, done'."""

    def __init__(
        self,
        *args: Any,
        languages: Languages,
        answers: Iterable[Answer],
        outcomes: Iterable[Outcome],
        staff: Iterable[tuple[int, str]],
        is_earlier: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._ask_words(languages)
        if is_earlier:
            self.fields["promised_on"] = forms.DateField(
                label=_("Promised on"),
                required=False,
                help_text=_(
                    "The round was held earlier. Leave empty to take the day of the decision. The yearly summary goes by it."
                ),
            )
        self._ask_when(staff)
        self._ask_source(answers, outcomes)
        self.fields["revision"] = forms.HiddenField()

    def _ask_words(self, languages: Languages) -> None:
        """What was said, what was decided and what is promised, by whom."""
        words: dict[str, Any] = {"languages": languages, "before_publishing": True}
        self.fields["you_said"] = _Wording(**MEASURE["you_said"].options, **words)
        self.fields["we_decided"] = _Wording(**MEASURE["we_decided"].options, **words)
        self.fields["promise"] = _Wording(**MEASURE["promise"].options, **words)
        self.fields["owner_name"] = _Wording(
            **MEASURE["owner_name"].options,
            languages=languages,
            before_publishing=True,
            help_text=_("A unit or a person. Shown to residents."),
        )

    def _ask_when(self, staff: Iterable[tuple[int, str]]) -> None:
        """Who is reminded, by when it is done, and how many times."""
        self.fields["reminded"] = forms.ChoiceField(
            label=_("Who is reminded"),
            choices=[
                ("", _("Whoever is named above, otherwise the coordinators")),
                *staff,
            ],
            required=False,
            select=True,
            help_text=_(
                "By e-mail, two weeks before the day and once a month when it has passed. Not shown to residents. When"
                " the person works here no more, the coordinators are reminded."
            ),
        )
        self.fields["due_on"] = forms.DateField(
            label=_("Done by"),
            required=False,
            help_text=_(
                "When a published promise or its day is changed, the former one stays readable in its history."
            ),
        )
        self.fields["total_count"] = forms.IntegerField(
            label=_("How many in all"),
            required=False,
            min_value=1,
            max_value=30_000,
            help_text=_("When the measure is counted, such as four events. Otherwise leave empty."),
        )

    def _ask_source(self, answers: Iterable[Answer], outcomes: Iterable[Outcome]) -> None:
        """What it follows from."""
        language = page_language()
        chosen = [(answer.pk, _named(answer, language)) for answer in answers]
        self.fields["answer"] = forms.ChoiceField(
            label=_("Follows from the answer"), choices=[("", _("No answer")), *chosen], required=False, select=True
        )
        decided = [(outcome.pk, Wording(outcome.title).text(language)) for outcome in outcomes]
        self.fields["outcome"] = forms.ChoiceField(
            label=_("Follows from the decision"),
            choices=[("", _("No decision")), *decided],
            required=False,
            select=True,
        )

    def text(self) -> MeasureText:
        """What was typed, as the action takes it."""
        typed = self.cleaned_data
        return MeasureText(
            you_said=Wording(typed["you_said"]),
            we_decided=Wording(typed["we_decided"]),
            promise=Wording(typed["promise"]),
            owner_name=Wording(typed["owner_name"]),
            due_on=typed["due_on"],
            promised_on=typed.get("promised_on"),
            total_count=typed["total_count"],
            answer_id=int(typed["answer"]) if typed["answer"] else None,
            outcome_id=int(typed["outcome"]) if typed["outcome"] else None,
            reminded_id=int(typed["reminded"]) if typed["reminded"] else None,
        )


def _named(answer: Answer, language: str) -> str:
    name = f"{answer.number}. {Wording(answer.title).text(language)}"
    return name if answer.published_at else gettext("%(answer)s (taken back to be worked on)") % {"answer": name}


class ProgressForm(forms.Form):
    """How far a measure is."""

    def __init__(self, *args: Any, languages: Languages, is_counted: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"] = forms.ChoiceField(
            label=_("How far is it?"), choices=list(MEASURE_STATES.items()), reveals={"done": "done_on"}
        )
        self.fields["done_on"] = forms.DateField(
            label=_("Done on"),
            required=False,
            help_text=_(
                "The day when it was done, also when you tell of it later. Residents and the yearly summary go by it."
            ),
        )
        if is_counted:
            self.fields["done_count"] = forms.IntegerField(
                label=_("How many are done"), required=False, min_value=0, max_value=30_000
            )
        self.fields["words"] = _Wording(**PROGRESS["status_words"].options, languages=languages, rows=3)
        self.fields["revision"] = forms.HiddenField()

    def progress(self) -> Progress:
        """What was typed, as the action takes it."""
        typed = self.cleaned_data
        done_on = typed["done_on"] if typed["state"] == "done" else None
        return Progress(typed["state"], Wording(typed["words"]), typed.get("done_count"), done_on)
