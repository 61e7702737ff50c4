"""Input of the staff pages of a process."""

import re
from collections.abc import Sequence
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.actions import PhaseFacts, ProcessFacts
from yhdyspinta.processes.blueprints import BLUEPRINTS
from yhdyspinta.processes.methods import methods
from yhdyspinta.processes.models import Phase, Process
from yhdyspinta.processes.values import INFLUENCE_LEVELS, PHASE_KINDS, SIX_WAYS
from yhdyspinta.processes.written import ACTIVITY, PHASE, PROCESS, STOP
from yhdyspinta.ui import forms
from yhdyspinta.wording.fields import Wording

#: A host of letters, digits and hyphens only: what a browser would read as its end cannot hide another one in it.
_HTTPS: Final = re.compile(r"https://(?P<host>[\w-]+(?:\.[\w-]+)+)(?:[/?#]\S*)?")


class LinkField(forms.TextField):
    """An address on the web, https only: shown as a link, never loaded by us. The installation may list the hosts."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        found = _HTTPS.fullmatch(text)
        if text and found is None:
            raise ValidationError(_("Write the whole address, beginning with https://."), code="link")
        if found is not None and not _is_listed(found["host"].lower()):
            words = _("Links may lead to these sites only: %(hosts)s.")
            raise ValidationError(words, code="link_host", params={"hosts": ", ".join(settings.LINK_HOSTS)})
        return text


def _is_listed(host: str) -> bool:
    """Whether the installation lets links lead to a host, or to the one that it is a part of; without a list to any."""
    listed: list[str] = settings.LINK_HOSTS
    return not listed or any(host == one or host.endswith(f".{one}") for one in listed)


class CreateForm(forms.Form):
    """A new process: its name and a timeline to start from."""

    def __init__(self, *args: Any, languages: Sequence[str], needed: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"] = forms.WordingField(
            label=_("Title"),
            languages=languages,
            folded_languages=forms.not_owed(languages, needed),
            needed_languages=needed,
            max_length=150,
        )
        self.fields["blueprint"] = forms.ChoiceField(
            label=_("Timeline to start from"),
            choices=[(key, blueprint.name) for key, blueprint in BLUEPRINTS.items()],
            initial="round_with_forum",
            help_text=_("You get sensible dates and can change everything."),
        )
        self.fields["opens_on"] = forms.DateField(
            label=_("Commenting opens on"),
            required=False,
            help_text=_("Leave empty and it opens on a Monday, three weeks from now."),
        )


class CopyForm(forms.Form):
    """A copy of an old process needs a name of its own."""

    def __init__(self, *args: Any, languages: Sequence[str], needed: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"] = forms.WordingField(
            label=_("Title of the new process"),
            languages=languages,
            folded_languages=forms.not_owed(languages, needed),
            needed_languages=needed,
            max_length=150,
        )


_HINTS: Final = {
    "title": _("Say in everyday words what people can have a say in."),
    "summary": _("Two or three sentences. Shown in lists and at the top of the page."),
    "background": _("What is being prepared and why. May have headings, lists and links."),
    "use_of_results": _("Be concrete: what can still change?"),
    "keywords": _("Separate with commas."),
    "privacy_purposes": _("Shown in the privacy notice linked from each form."),
    "when_words": _("For example: June. Shown instead of the times."),
}
#: What `gaps.py` asks before a process becomes public.
_BEFORE_PUBLISHING: Final = frozenset(
    {"summary", "use_of_results", "decided_by", "results_receiver", "privacy_purposes"}
)


class ProcessForm(forms.Form):
    """Everything that staff write of a process, side by side in each language."""

    def __init__(
        self, *args: Any, languages: Sequence[str], needed: Sequence[str] = (), law: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.law = law  # that names the ways of taking part
        for name, part in PROCESS.items():
            self.fields[name] = forms.WordingField(
                **part.options,
                help_text=_HINTS.get(name, ""),
                languages=languages,
                folded_languages=forms.not_owed(languages, needed),
                required=name == "title",
                before_publishing=name in _BEFORE_PUBLISHING,
                needed_languages=needed if name in {"title", *_BEFORE_PUBLISHING} else (),
            )
        self._add_facts()

    def _add_facts(self) -> None:
        more: dict[str, Any] = {
            "takes_minutes": forms.IntegerField(
                label=_("How many minutes taking part takes"),
                required=False,
                before_publishing=True,
                min_value=1,
                max_value=600,
            ),
            "answers_promised_on": forms.DateField(
                label=_("You promise to answer by"), required=False, before_publishing=True
            ),
            "six_ways": forms.MultipleChoiceField(
                label=str(_("Statutory ways of taking part (%(law)s)")) % {"law": self.law}
                if self.law
                else _("Ways of taking part"),
                choices=list(SIX_WAYS.items()),
                required=False,
                before_publishing=True,
            ),
            "influence": forms.ChoiceField(
                label=_("Level of influence"),
                choices=list(INFLUENCE_LEVELS.items()),
                required=False,
                before_publishing=True,
            ),
        }
        self.fields.update(more)
        self._add_contact()

    def _add_contact(self) -> None:
        more: dict[str, Any] = {
            "case_number": forms.TextField(
                label=_("Case number"), required=False, before_publishing=True, max_length=60
            ),
            "contact_name": forms.TextField(
                label=_("Contact person's name"), required=False, before_publishing=True, max_length=120
            ),
            "contact_phone": forms.TextField(
                label=_("Contact person's phone number"), required=False, before_publishing=True, max_length=40
            ),
            "contact_email": forms.EmailField(
                label=_("Contact person's e-mail address"),
                required=False,
                before_publishing=True,
                help_text=_("Shown so that programs which harvest addresses cannot read it."),
            ),
            "retention_months": forms.IntegerField(
                label=_("Personal data are kept for (months)"), min_value=1, max_value=600, initial=60
            ),
            "revision": forms.HiddenField(),
        }
        self.fields.update(more)

    @classmethod
    def initial_of(cls, process: Process) -> dict[str, Any]:
        names = [*ProcessFacts(title=Wording()).__dict__, "revision"]
        return {name: getattr(process, name) for name in names}

    def facts(self) -> ProcessFacts:
        cleaned = {name: value for name, value in self.cleaned_data.items() if name != "revision"}
        cleaned["six_ways"] = tuple(cleaned["six_ways"] or ())
        return ProcessFacts(**cleaned)


class PhaseForm(forms.Form):
    """A phase of the timeline: with times, or only words."""

    def __init__(self, *args: Any, languages: Sequence[str], needed: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(label=_("What happens in the phase"), choices=list(PHASE_KINDS.items()))
        for name, part in PHASE.items():
            self.fields[name] = forms.WordingField(
                **part.options,
                help_text=_HINTS[name] if name == "when_words" else "",
                languages=languages,
                folded_languages=forms.not_owed(languages, needed),
                required=name == "title",
                needed_languages=needed if name == "title" else (),
            )
        self.fields["starts_at"] = forms.DateTimeField(label=_("Starts"), required=False)
        self.fields["ends_at"] = forms.DateTimeField(label=_("Ends"), required=False)
        self.fields["link"] = LinkField(label=_("Link"), required=False)
        self.fields["revision"] = forms.HiddenField(required=False)

    @classmethod
    def initial_of(cls, phase: Phase) -> dict[str, Any]:
        return {name: getattr(phase, name) for name in [*vars(PhaseFacts(kind="", title=Wording())), "revision"]}

    def facts(self) -> PhaseFacts:
        return PhaseFacts(**{name: value for name, value in self.cleaned_data.items() if name != "revision"})


class PlaceMethodForm(forms.Form):
    """A way of taking part in a phase: which, under what name, and when it begins and ends.

    The method shares the time between its stages (`Method.first_stages`); its own page of times changes each.
    """

    def __init__(self, *args: Any, languages: Sequence[str], needed: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(key, method.name) for key, method in methods().items()]
        self.fields["method_key"] = forms.ChoiceField(label=_("Way of taking part"), choices=choices)
        self.fields["title"] = forms.WordingField(
            **ACTIVITY["title"].options,
            languages=languages,
            folded_languages=forms.not_owed(languages, needed),
            needed_languages=needed,
        )
        self.fields["opens_at"] = forms.DateTimeField(label=_("Opens"))
        self.fields["closes_at"] = forms.DateTimeField(label=_("Closes"))

    @classmethod
    def initial_of(cls, phase: Phase) -> dict[str, Any]:
        """What the phase already says."""
        facts = {"title": phase.title, "opens_at": phase.starts_at, "closes_at": phase.ends_at}
        return {"method_key": next(iter(methods()), ""), **facts}


class ReasonForm(forms.Form):
    """Why a process is paused or cancelled, for everybody to read."""

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = forms.WordingField(
            label=_("Reason"),
            help_text=_("Shown on the page."),
            languages=languages,
            multiline=True,
            max_length=STOP["pause_reason"].longest,
        )


class ScheduleForm(forms.Form):
    """When a process becomes public by itself."""

    publish_at = forms.DateTimeField(label=_("Becomes public"))


class ChooseAuthorityForm(forms.Form):
    """An authority that uses the service."""

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authority"] = forms.ChoiceField(label=_("Authority"), choices=list(choices), select=True)
