"""What a resident must know before a process may be published; the check lists what is missing, with links."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.methods import Gap, method_of
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES

#: What only those need who could still take part, and what was told them where a past round was held.
_FOR_TAKING_PART: Final = frozenset({"results_receiver", "privacy_purposes", "takes_minutes", "case_number"})


def gaps_of(process: Process, *, at: datetime) -> list[Gap]:
    """Everything missing, in the order in which a resident would ask for it; less when all rounds are over already."""
    activities = list(process.activities.select_related("process__owner").prefetch_related("stages"))
    is_past = _are_over(activities, at)
    spared = _FOR_TAKING_PART if is_past else frozenset()
    return [
        *_text_gaps(process, spared),
        *_fact_gaps(process, spared),
        *([] if is_past else _way_gaps(process)),
        *_phase_gaps(process),
        *(gap for activity in activities for gap in method_of(activity).gaps(activity)),
    ]


def _are_over(activities: Iterable[Activity], at: datetime) -> bool:
    """Whether every round has closed, as one has that was held in another service before its process was here."""
    closings = [max((stage.closes_at for stage in activity.stages.all()), default=None) for activity in activities]
    return bool(closings) and all(closing is not None and closing <= at for closing in closings)


def _text_gaps(process: Process, spared: frozenset[str]) -> Iterable[Gap]:
    """Texts in every language that the owner owes."""
    texts: dict[str, tuple[str, Wording]] = {
        "title": (_("The title is missing"), process.title),
        "summary": (_("The summary is missing"), process.summary),
        "use_of_results": (_("What the results are used for is missing"), process.use_of_results),
        "decided_by": (_("Who decides, and when, is missing"), process.decided_by),
        "results_receiver": (_("Who receives the results is missing"), process.results_receiver),
        "privacy_purposes": (_("Why personal data are handled is missing"), process.privacy_purposes),
    }
    for field, (words, wording) in texts.items():
        missing = _owed(process, wording) if field in spared else Wording(wording).missing(process.owner.duty_languages)
        if missing:
            yield Gap(f"{words}: {_listed(missing)}", _edit(process, f"{field}-{missing[0]}"))
    begun: dict[str, tuple[str, Wording]] = {
        "background": (_("The background is missing"), process.background),
        "keywords": (_("The keywords are missing"), process.keywords),
        "contact_title": (_("The contact person's title is missing"), process.contact_title),
    }
    for field, (words, wording) in begun.items():
        missing = _owed(process, wording)
        if missing:
            yield Gap(f"{words}: {_listed(missing)}", _edit(process, f"{field}-{missing[0]}"))


def _owed(process: Process, wording: Wording) -> list[str]:
    """A text that nobody must write is owed in the other languages as soon as it exists in one."""
    return Wording(wording).missing(process.owner.duty_languages) if wording else []


def _listed(languages: Iterable[str]) -> str:
    return ", ".join(CONTENT_LANGUAGES[tag] for tag in languages)


def _fact_gaps(process: Process, spared: frozenset[str]) -> Iterable[Gap]:
    facts = {
        "answers_promised_on": (_("The date by which you promise to answer is missing"), process.answers_promised_on),
        "takes_minutes": (_("How long taking part takes is missing"), process.takes_minutes),
        "six_ways": (_("Choose at least one of the six statutory ways of taking part"), process.six_ways),
        "influence": (_("The level of influence is missing"), process.influence),
        "case_number": (_("The case number is missing"), process.case_number),
        "contact_name": (_("The contact person's name is missing"), process.contact_name),
        "contact_phone": (_("The contact person's phone number is missing"), process.contact_phone),
        "contact_email": (_("The contact person's e-mail address is missing"), process.contact_email),
    }
    for field, (words, value) in facts.items():
        if not value and field not in spared:
            yield Gap(words, _edit(process, field))


def _way_gaps(process: Process) -> Iterable[Gap]:
    """The phone and paper way stand beside every form, so the authority must have them."""
    owner = process.owner
    path = address("authorities:group", owner, group="contact")
    if not owner.phone:
        yield Gap(_("The authority's phone way is missing"), f"{path}#id_phone", "administer")
    if not owner.postal_address and not owner.paper_way:
        tag = next(iter(owner.duty_languages or owner.languages), "fi")
        yield Gap(_("The authority's paper way is missing"), f"{path}#id_paper_way-{tag}", "administer")


def _phase_gaps(process: Process) -> Iterable[Gap]:
    phases = list(process.phases.all())
    path = process_address(process, "processes:timeline")
    if not phases:
        yield Gap(_("The timeline has no phases"), path)
    for phase in phases:
        missing = Wording(phase.title).missing(process.owner.duty_languages)
        if missing:
            yield Gap(_("A phase has no title: %(languages)s") % {"languages": _listed(missing)}, path)
        texts = (phase.description, phase.when_words, phase.place, phase.link_text)
        owed = dict.fromkeys(tag for text in texts for tag in _owed(process, text))
        if owed:
            yield Gap(
                _("A phase has texts that are missing in: %(languages)s") % {"languages": _listed(owed)},
                process_address(process, "processes:phase", phase=phase.pk),
            )


def _edit(process: Process, field: str) -> str:
    return f"{process_address(process, 'processes:edit')}#id_{field}"
