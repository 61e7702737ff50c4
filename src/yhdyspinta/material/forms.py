"""Input of the pages of the material."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yhdyspinta.answers.choosable import drafts_of
from yhdyspinta.answers.forms import titles_of
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.values import CLOSURE_CHOICES
from yhdyspinta.comments.languages import COMMENT_LANGUAGES
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.values import CHANNELS, STATES
from yhdyspinta.material.actions.bulk import Change
from yhdyspinta.material.models import Theme
from yhdyspinta.material.sections import DocumentLine
from yhdyspinta.material.values import STANCES, THEME
from yhdyspinta.material.wanted import MATTER, ME, NONE, UNMARKED, WHOLE
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.told import HANDLED
from yhdyspinta.ui import forms
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language
from yhdyspinta.wording.refusals import Refusal

Choices = Sequence[tuple[str, Any]]


class _Choice(forms.NotMarkedOptional, forms.ChoiceField):
    pass


class _Text(forms.NotMarkedOptional, forms.TextField):
    pass


class _Multiline(forms.NotMarkedOptional, forms.MultilineField):
    pass


class _Several(forms.NotMarkedOptional, forms.MultipleChoiceField):
    pass


class _Date(forms.NotMarkedOptional, forms.DateField):
    pass


def _select(label: Any, choices: Choices, *, every: Any = None) -> _Choice:
    every = _("All") if every is None else every
    return _Choice(label=label, choices=[("", every), *choices], required=False, select=True)


def theme_field(themes: Sequence[Theme], *more: tuple[str, str]) -> forms.MultipleChoiceField:
    """Any of the themes, with what else can be chosen before them."""
    named = [(str(one.pk), one.name.text(page_language())) for one in themes]
    return _Several(label=_("Any of these themes"), choices=[*more, *named], required=False, small=True, alone=NONE)


class FilterForm(forms.Form):
    """What the table shows. What the address asked for has been read already: this only shows it again."""

    def __init__(
        self,
        *args: Any,
        documents: Sequence[DocumentLine],
        themes: Sequence[Theme],
        people: Sequence[Person],
        homes: Choices,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        language = page_language()
        self.fields["words"] = _Text(label=_("Words"), max_length=200, required=False)
        self.fields["number"] = _Text(label=_("Comment number"), max_length=20, required=False, width=5)
        if len(documents) > 1:
            named = [(str(one.pk), one.title.text(language)) for one in documents]
            self.fields["document"] = _select(_("Document"), named)
        self.fields["section"] = _select(_("Section"), list(_sections(documents, language)))
        self.fields["answered"] = _select(_("Answered"), _answered())
        self.fields["assignee"] = _select(
            _("Assigned to"),
            [(ME, gettext("Me")), (NONE, gettext("Nobody")), *((str(one.pk), str(one)) for one in people)],
        )
        self._first = tuple(self.fields)
        self.fields["theme"] = theme_field(themes, (NONE, gettext("No theme")))
        self._ask_the_rest(homes)

    def _ask_the_rest(self, homes: Choices) -> None:
        """Filters that are folded away until one of them is used."""
        self.fields["due"] = _select(
            _("Due date"),
            [("late", gettext("Passed")), ("week", gettext("Within 7 days")), ("set", gettext("Any due date"))],
        )
        self.fields["stance"] = _select(_("Stance"), [*STANCES.items(), (UNMARKED, gettext("Not marked"))])
        self.fields["capacity"] = _select(_("Capacity"), list(CAPACITIES.items()))
        if homes:
            self.fields["municipality"] = _select(_("Municipality"), homes)
        self.fields["channel"] = _select(_("Channel"), list(CHANNELS.items()))
        self.fields["state"] = _select(_("State"), [(key, STATES[key]) for key in Comment.State.values])
        self.fields["language"] = _select(_("Language"), list(COMMENT_LANGUAGES.items()))
        self.fields["since"] = _Date(label=_("Arrived from"), required=False)
        self.fields["until"] = _Date(label=_("Arrived until"), required=False)

    @property
    def first(self) -> list[Any]:
        """Those that are always in sight, in their order."""
        return [self[name] for name in self._first]

    @property
    def folded(self) -> list[Any]:
        """The rest."""
        return [self[name] for name in self.fields if name not in {*self._first, "theme"}]

    @property
    def theme_count(self) -> int:
        """How many themes are chosen."""
        return len(self.initial.get("theme") or ())

    @property
    def is_unfolded(self) -> bool:
        return any(field.errors or self.initial.get(field.name) for field in self.folded)


def _answered() -> Choices:
    return [
        ("no", HANDLED["open"]),
        ("yes", HANDLED["answered"]),
        ("closed", HANDLED["closed"]),
        ("passed", gettext("With another authority")),
        ("there", gettext("Answered by another authority")),
    ]


def _sections(documents: Sequence[DocumentLine], language: str) -> Any:
    yield MATTER, gettext("The whole matter")
    yield WHOLE, gettext("The whole document")
    for document in documents:
        for section in document.sections:
            before = f"{document.title.text(language)}: " if len(documents) > 1 else ""
            yield str(section.pk), f"{before}{section.name}"


#: What is done on a page of its own: it asks more than fits beside the table.
PASSING_ON = "passed_on"
#: What is asked beside each deed; only the fields of the chosen one show.
REVEALS = {
    "theme_added": ("theme",),
    "theme_removed": ("theme_off",),
    "assigned": ("assignee", "due_on"),
    "stance": ("stance",),
    "into_draft": ("answer",),
    "to_translate": ("language",),
    "closed": ("reason",),
}


class ChangeForm(forms.Form):
    """What is done to the chosen comments: one thing at a time."""

    whole_anchor = "comments"

    def __init__(
        self,
        *args: Any,
        themes: Sequence[Theme],
        people: Sequence[Person],
        languages: Sequence[str],
        drafts: Sequence[Answer] = (),
        of_many: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), one.name.text(page_language())) for one in themes]
        self.fields["kind"] = forms.ChoiceField(
            label=_("What to do"),
            choices=_deeds(has_themes=bool(named), has_drafts=bool(drafts), of_many=of_many),
            reveals=REVEALS,
        )
        self.fields["kind"].error_messages["required"] = _("Choose what to do with the comments.")
        self.fields["theme"] = _select(_("Theme"), named, every=_("Choose"))
        self.fields["theme_off"] = _select(_("Theme to take off"), named, every=_("Choose"))
        self.fields["assignee"] = _select(
            _("Colleague"), [(NONE, gettext("Nobody")), *((str(one.pk), str(one)) for one in people)], every=_("Choose")
        )
        self.fields["due_on"] = _Date(label=_("Due date"), required=False)
        self.fields["stance"] = _select(
            _("Stance"), [*STANCES.items(), (UNMARKED, gettext("Not marked"))], every=_("Choose")
        )
        self.fields["answer"] = _select(_("Draft answer"), titles_of(drafts), every=_("Choose"))
        self.fields["language"] = _select(
            _("Into the language"), [(tag, CONTENT_LANGUAGES[tag]) for tag in languages], every=_("Choose")
        )
        self.fields["reason"] = _select(_("Reason"), list(CLOSURE_CHOICES.items()), every=_("Choose"))

    def change(self) -> Change:
        """What was asked. Raises a refusal at the field that is missing."""
        kind = self.cleaned_data["kind"]
        if kind in {"theme_added", "theme_removed"}:
            return Change(kind, theme=int(self._chosen(REVEALS[kind][0])))
        if kind == "assigned":
            who = self._chosen("assignee")
            return Change(kind, assignee=None if who == NONE else int(who), due_on=self.cleaned_data["due_on"])
        if kind == "stance":
            stance = self._chosen("stance")
            return Change(kind, stance="" if stance == UNMARKED else stance)
        if kind == "to_translate":
            return Change(kind, language=self._chosen("language"))
        if kind in {"answer_begun", "into_draft", PASSING_ON}:
            return Change(kind, answer=int(self._chosen("answer")) if kind == "into_draft" else None)
        return Change(kind, reason=self._chosen("reason"))

    def _chosen(self, name: str) -> str:
        value = str(self.cleaned_data.get(name) or "")
        if not value:
            raise Refusal("nothing_chosen", status=422, field=name)
        return value


def change_form(
    data: Any, activity: Activity, themes: Sequence[Theme], people: Sequence[Person], *, of_many: bool = False
) -> ChangeForm:
    """The form of deeds to comments of a round; one is passed on and answered from its own page.

    Of many, the round is read by `loading.table_of`.
    """
    languages, drafts = Languages.of(activity.process.owner).all, drafts_of(activity) if of_many else ()
    return ChangeForm(
        data, auto_id="do-%s", themes=themes, people=people, languages=languages, drafts=drafts, of_many=of_many
    )


def _deeds(*, has_themes: bool, has_drafts: bool, of_many: bool) -> Choices:
    themes = [("theme_added", gettext("Add a theme")), ("theme_removed", gettext("Take a theme off"))]
    together = [("answer_begun", gettext("Answer these together: begins one draft answer"))]
    together += [("into_draft", gettext("Add to a draft answer"))] if has_drafts else []
    return [
        *(themes if has_themes else []),
        ("assigned", gettext("Assign to a colleague")),
        ("stance", gettext("Mark the stance")),
        *(together if of_many else []),
        ("to_translate", gettext("Have them translated: they go into the translator's file")),
        ("closed", gettext("Close without an answer: the senders are told")),
        *([(PASSING_ON, gettext("Pass on to another authority: the next page asks which and why"))] if of_many else ()),
    ]


class ViewForm(forms.Form):
    """Choices of the table under a name."""

    name = _Text(label=_("Name of the view"), max_length=80, required=False)
    is_shared = forms.ConfirmField(label=_("Share with everybody who works on this round"), required=False)

    def __init__(self, *args: Any, may_share: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_share:
            del self.fields["is_shared"]


class NoteForm(forms.Form):
    """A note among staff."""

    text = _Multiline(
        label=_("Note"), rows=3, max_length=4_000, required=False,
        help_text=_("Only those who work on this process see notes."),
    )  # fmt: skip
    key = forms.KeyField()


class ThemeForm(forms.Form):
    """A theme's name in each language."""

    def __init__(self, *args: Any, languages: Languages, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.WordingField(
            **THEME.options, languages=languages.all, folded_languages=languages.beside,
            required_languages=languages.owed,
        )  # fmt: skip
        self.fields["revision"] = forms.HiddenField(required=False)


class MergeForm(forms.Form):
    """Into which theme another is merged."""

    def __init__(self, *args: Any, others: Sequence[Theme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), one.name.text(page_language())) for one in others]
        self.fields["into"] = forms.ChoiceField(label=_("Merge into"), choices=[("", _("Choose")), *named], select=True)
