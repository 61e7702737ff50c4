"""Who may write an organisation's statement, and who may send it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Organisation, Person, Representation
from yhdyspinta.people.visitors import Someone
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import YES, Permit, no
from yhdyspinta.processes.taking_statements import statement_method_of
from yhdyspinta.statements.models import Colleague, Statement


def speakers(organisation: Organisation) -> QuerySet[Representation]:
    """Those whom the authority has confirmed to speak for the organisation."""
    return speakers_of([organisation.pk])


def speakers_of(organisations: Collection[int]) -> QuerySet[Representation]:
    """Those whom the authority has confirmed to speak for any of the organisations."""
    return Representation.objects.filter(organisation__in=organisations, confirmed_at__isnull=False)


def spoken_for(person: Someone, authority: Authority) -> tuple[list[Organisation], list[Organisation]]:
    """The confirmed organisations for which the person may speak, and those that wait to be confirmed; one query."""
    if not isinstance(person, Person) or person.is_guest:
        return [], []
    rows = Representation.objects.filter(person=person, organisation__authority=authority)
    confirmed: list[Organisation] = []
    waiting: list[Organisation] = []
    for row in rows.select_related("organisation").order_by("organisation__name", "organisation"):
        is_settled = row.confirmed_at is not None and row.organisation.verified_at is not None
        (confirmed if is_settled else waiting).append(row.organisation)
    return confirmed, waiting


def may_speak(person: Someone, organisation: Organisation) -> Permit:
    """Whether they may begin, approve and send for a confirmed organisation."""
    if not isinstance(person, Person) or person.is_guest or organisation.verified_at is None:
        return no("statement_not_yours")
    return YES if speakers(organisation).filter(person=person).exists() else no("statement_not_yours")


@dataclass(frozen=True)
class Standing:
    """What somebody is to a statement; asked from the database in one query."""

    speaks: bool = False
    joined: bool = False
    two_speak: bool = False  # the organisation has at least two representatives: one asks, another approves
    is_asked: bool = False  # for approval, by somebody whose asking counts


def with_standing(person: Someone, rows: QuerySet[Statement]) -> QuerySet[Statement]:
    """The statements with what the person is to each; no query of its own."""
    confirmed = Representation.objects.filter(organisation=OuterRef("organisation"), confirmed_at__isnull=False)
    colleagues = Colleague.objects.filter(statement=OuterRef("pk"), joined_at__isnull=False)
    return rows.annotate(
        speaks=Exists(confirmed.filter(person=person.pk)),
        joined=Exists(colleagues.filter(person=person.pk)),
        two_speak=Exists(confirmed.order_by("pk")[1:2]),
        asked_by_speaker=Exists(confirmed.filter(person=OuterRef("asked_by"))),
    )


def standing_in(person: Someone, row: Any) -> Standing:
    """Read from a row of `with_standing`; nothing for guests, nor where the organisation is not confirmed."""
    if not isinstance(person, Person) or person.is_guest or row.organisation.verified_at is None:
        return Standing()
    is_asked = row.asked_at is not None and (row.asked_by_speaker or not row.two_speak)
    return Standing(speaks=row.speaks, joined=row.joined, two_speak=row.two_speak, is_asked=is_asked)


def standing_of(person: Someone, statement: Statement) -> Standing:
    """The person's standing now, asked from the database."""
    rows = Statement.objects.filter(pk=statement.pk).select_related("organisation")
    return standing_in(person, with_standing(person, rows).get())


def may_write(person: Someone, statement: Statement) -> Permit:
    """Whether they may read and write the draft: representatives, and colleagues who joined."""
    standing = standing_of(person, statement)
    return YES if standing.speaks or standing.joined else no("statement_not_yours")


def may_still_write(person: Someone, statement: Statement, *, at: datetime) -> Permit:
    """No once the round has closed and its grace is over, or it was cancelled: what is not sent by then stays unsent."""
    return _unless_late(person, statement.activity, began_at=statement.opened_at, at=at)


def may_still_begin(person: Someone, activity: Activity, *, at: datetime) -> Permit:
    """No once the round has closed, or it was cancelled."""
    return _unless_late(person, activity, began_at=None, at=at)


def _unless_late(person: Someone, activity: Activity, *, began_at: datetime | None, at: datetime) -> Permit:
    method = statement_method_of(activity)
    closes_at = method.closing_time(activity)
    is_late = activity.process.cancelled_at is not None or (closes_at is not None and at >= closes_at)
    return method.may_send(person, activity, began_at=began_at, at=at) if is_late else YES


def may_ask(person: Someone, statement: Statement, standing: Standing | None = None) -> Permit:
    """Where the organisation has two representatives, one of them asks, so that two of them stand behind the words."""
    standing = standing or standing_of(person, statement)
    if not standing.speaks and not standing.joined:
        return no("statement_not_yours")
    return YES if standing.speaks or not standing.two_speak else no("statement_representative_asks")


def may_approve(person: Someone, statement: Statement, standing: Standing | None = None) -> Permit:
    """Another representative than who asked approves, unless there is only one."""
    standing = standing or standing_of(person, statement)
    if not standing.speaks:
        return no("statement_not_yours")
    if not standing.is_asked:
        return no("statement_not_asked")
    is_own = statement.asked_by_id == person.pk
    return no("statement_needs_another") if is_own and standing.two_speak else YES
