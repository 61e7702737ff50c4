"""Whoever sees to assigned comments is reminded: when their day is near, and when it has passed; once of each.

Whoever sees to many comments of a process gets one message of all that are due to be told.
"""

import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Count

from yhdyspinta.material.queries import able_colleagues, due_works
from yhdyspinta.notices.outbox import owe
from yhdyspinta.notices.reminded import reminded_of
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.ui.dates import in_helsinki

SOON: Final = timedelta(days=2)
KINDS: Final = ("material.due_soon", "material.due_late")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Due:
    """Comments of a round that somebody is to see to by one day."""

    person: int
    activity: Activity
    on: date
    count: int
    is_late: bool

    @property
    def key(self) -> str:
        return f"{KINDS[self.is_late]}:{self.activity.pk}:{self.person}:{self.on.isoformat()}"


def remind_assignees(*, at: datetime) -> int:
    """Owe each what is due to be told today; asking again owes nothing more. Returns how many messages.

    One that fails keeps no other waiting; it is tried again the next morning.
    """
    return sum(_reminded(process, due, at) for process, due in _waiting(in_helsinki(at).date()))


def _waiting(today: date) -> Sequence[tuple[Process, list[_Due]]]:
    """What is near or past, by process; nothing of a matter that was cancelled or put into the archive. Two queries."""
    works = due_works(until=today + SOON)
    works = works.filter(comment__activity__process__cancelled_at=None, comment__activity__process__archived_at=None)
    counted = works.values_list("assignee", "comment__activity", "due_on").annotate(count=Count("pk"))
    rows = list(counted.order_by("due_on"))
    rounds = Activity.objects.select_related("process__owner").in_bulk({activity for _who, activity, _on, _n in rows})
    found: dict[int, list[_Due]] = defaultdict(list)
    for person, activity, on, count in rows:
        found[rounds[activity].process_id].append(_Due(person, rounds[activity], on, count, is_late=on < today))
    return [(due[0].activity.process, due) for due in found.values()]


def _reminded(process: Process, due: Sequence[_Due], at: datetime) -> int:
    """How many of those who still answer comments here were owed a message of what they have not been told."""
    people = {one.pk: one for one in able_colleagues(process).filter(pk__in={one.person for one in due})}
    told = reminded_of({one.key for one in due}, people=people, kinds=KINDS)
    theirs: dict[int, list[_Due]] = defaultdict(list)
    for one in due:
        if one.person in people and one.key not in told:
            theirs[one.person].append(one)
    return sum(_tried(people[pk], process, new, at) for pk, new in theirs.items())


def _tried(person: Person, process: Process, due: Sequence[_Due], at: datetime) -> int:
    try:
        return _owed(person, process, due, at)
    except Exception:  # noqa: BLE001 (whatever it is, the others are reminded)
        _log.exception("somebody was not reminded of assigned comments")
        return 0


@transaction.atomic
def _owed(person: Person, process: Process, due: Sequence[_Due], at: datetime) -> bool:
    """One message with the key of the first and those of all."""
    rounds: dict[int, list[_Due]] = defaultdict(list)
    for one in due:
        rounds[one.activity.pk].append(one)
    kind = "material.due_late" if any(one.is_late for one in due) else "material.due_soon"
    owed = owe(
        kind, to=receiver_of(person), authority=process.owner, at=at,
        once_key=due[0].key, told=[one.key for one in due], process=process.slug, owner=process.owner.slug,
        title=dict(process.title), rounds=[_words(own) for own in rounds.values()],
    )  # fmt: skip
    return owed is not None


def _words(due: Sequence[_Due]) -> Mapping[str, Any]:
    """Of one round: how many are late and since when, how many are due soon and by when."""
    late, soon = ([one for one in due if one.is_late is which] for which in (True, False))
    return {
        "activity": due[0].activity.slug,
        "title": dict(due[0].activity.title),
        "late": sum(one.count for one in late),
        "since": late[0].on.isoformat() if late else "",
        "soon": sum(one.count for one in soon),
        "by": soon[0].on.isoformat() if soon else "",
    }
