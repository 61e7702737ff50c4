"""Requests for statements come in as drafts of comment rounds, all of a file or nothing, each once; what came goes out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.intake.importing.own import round_key
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.open_data.actions.outlines import draft_documents
from yhdyspinta.open_data.models import BroughtRequest
from yhdyspinta.open_data.statements.reading import Request
from yhdyspinta.people.models import Person
from yhdyspinta.processes.actions import create_process
from yhdyspinta.processes.models import Activity, Process, Stage
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language_of
from yhdyspinta.wording.refusals import Refusal

_LEAD = 300


@dataclass(frozen=True)
class Brought:
    """What came of a file: new drafts, and how many of its requests were here already."""

    processes: tuple[Process, ...]
    known: int


@transaction.atomic
def bring_in_requests(
    *, actor: Person, authority: Authority, requests: Sequence[Request], language: str, at: datetime
) -> Brought:
    """Make a draft with a comment round of each request that is not here yet; the same file again makes nothing.

    Raises Refusal: not_your_role, statements_language.
    """
    require_staff(actor, "create_process", authority)
    Authority.objects.select_for_update(of=("self",), no_key=True).get(pk=authority.pk)
    by_key = _versions(authority, requests, language)
    known = _known(authority, list(by_key))
    made = [_draft(actor, authority, versions, at) for key, versions in by_key.items() if key not in known]
    record(
        "open_data.requests_brought", actor=actor, target=authority, at=at, authority_id=authority.pk,
        count=len(made), known=len(known),
    )  # fmt: skip
    return Brought(tuple(made), len(known))


def _versions(authority: Authority, requests: Sequence[Request], language: str) -> dict[str, list[Request]]:
    """Each request in the languages that the authority uses; others are left out beside them."""
    told: dict[str, list[Request]] = {}
    for one in requests:
        told.setdefault(one.key, []).append(replace(one, language=one.language or language))
    used = {key: [one for one in some if one.language in authority.languages] for key, some in told.items()}
    if not all(used.values()):
        raise Refusal("statements_language", status=422, field="language")
    return used


def _known(authority: Authority, keys: Sequence[str]) -> set[str]:
    """Which of them are here already: brought in earlier, or the authority's own rounds in its own list."""
    here = BroughtRequest.objects.filter(authority=authority, process__isnull=False)  # a removed draft is made anew
    known = set(here.filter(key__in=keys).values_list("key", flat=True))
    if any(key.startswith(absolute("/")) for key in keys):
        own = Activity.objects.filter(process__owner=authority, method_key__in=keys_of_comment_methods())
        known |= {round_key(one) for one in own.select_related("process__owner")}.intersection(keys)
    return known


def _draft(actor: Person, authority: Authority, versions: Sequence[Request], at: datetime) -> Process:
    """One draft of a request, which the file may tell in several languages."""
    request = versions[0]
    title = Wording({one.language: one.name for one in versions})
    process = create_process(actor=actor, owner=authority, title=title, blueprint="round", at=at)
    process.summary = Wording({one.language: _lead(one.goals) for one in versions})
    process.background = Wording({one.language: _background(one, authority) for one in versions})
    process.case_number = request.register_number
    process.save(update_fields=["summary", "background", "case_number"])
    _set_times(process, request, at)
    draft_documents(actor, process, versions, at=at)
    told = {
        "process": process, "name": request.name, "register_number": request.register_number,
        "organisation": request.organisation,
    }  # fmt: skip
    BroughtRequest.objects.update_or_create(
        authority=authority, key=request.key, defaults=told, create_defaults={**told, "at": at}
    )
    return process


def _background(request: Request, authority: Authority) -> str:
    """What the request is for, after who asks: of another's request its readers have to know whose it is."""
    if not request.organisation or request.organisation in Wording(authority.name).values():
        return request.goals
    with override(page_language_of(request.language, authority.duty_languages)):
        asks = _("Statements are asked for by: %(organisation)s") % {"organisation": request.organisation}
    return "\n\n".join(part for part in (asks, request.goals) if part)


def _lead(goals: str) -> str:
    """The beginning, cut between words."""
    first = goals.split("\n", 1)[0]
    return first if len(first) <= _LEAD else f"{first[:_LEAD].rsplit(' ', 1)[0]} …"


def _set_times(process: Process, request: Request, at: datetime) -> None:
    """The service's own times, where the deadline is still to come; otherwise those of the ready-made timeline stay."""
    opens = max(request.published_on or at, at)
    if request.deadline is None or request.deadline <= opens:
        return
    stage = Stage.objects.select_related("activity__phase").get(activity__process=process)
    stage.opens_at, stage.closes_at, stage.opens_shown, stage.closes_shown = opens, request.deadline, "", ""
    stage.save(update_fields=["opens_at", "closes_at", "opens_shown", "closes_shown"])
    phase = stage.activity.phase
    phase.starts_at, phase.ends_at = opens, request.deadline
    phase.save(update_fields=["starts_at", "ends_at"])


@transaction.atomic
def note_received_list(*, actor: Person, activity: Activity, at: datetime) -> None:
    """A line of the trail: who took what a round had received. Raises Refusal("not_your_role")."""
    process = activity.process
    require_staff(actor, "see_desk", process)
    record("open_data.received_list_taken", actor=actor, target=activity, at=at, process=process)
