"""Who sees to a measure is reminded: when the day is near, when it has passed, and then once a month until it is told.

Whoever sees to several measures of a process gets one message of all that are due to be told.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import transaction

from yhdyspinta.notices.outbox import owe
from yhdyspinta.notices.reminded import reminded_of
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.queries import FIRST_DAY, NOT_DONE, first_day
from yhdyspinta.outcomes.reminding import Reminding
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.models import Process
from yhdyspinta.ui.dates import in_helsinki

SOON: Final = timedelta(days=14)
#: So many measures are told in one message; the rest stand on its page.
MOST: Final = 20
_AGAIN: Final = 30  # days
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Due:
    """A measure that is due to be told, for the turn that its key tells."""

    measure: Measure
    on: date
    is_late: bool
    key: str


def remind_owners(*, at: datetime) -> int:
    """Owe each what is due to be told today; asking again the same day owes nothing more. Returns how many messages.

    One that fails keeps no other waiting; it is tried again the next morning.
    """
    return sum(_reminded(process, due, at) for process, due in _waiting(in_helsinki(at).date()))


def _waiting(today: date) -> Iterable[tuple[Process, list[_Due]]]:
    """Published measures that are not done and whose first promised day is near or past, by process.

    The desk and the public page measure lateness by the same day. Of a matter that was cancelled or put into the
    archive nobody is reminded.
    """
    found = Measure.objects.filter(
        published_at__isnull=False, state__in=NOT_DONE, process__cancelled_at=None, process__archived_at=None
    )
    found = found.annotate(first_day=FIRST_DAY).filter(first_day__lte=today + SOON)
    processes: dict[int, Process] = {}
    due: dict[int, list[_Due]] = defaultdict(list)
    for measure in found.select_related("process__owner").order_by("first_day", "pk"):
        processes.setdefault(measure.process_id, measure.process)
        due[measure.process_id].append(_due(measure, today))
    return [(process, due[pk]) for pk, process in processes.items()]


def _due(measure: Measure, today: date) -> _Due:
    on = first_day(measure) or today
    late = (today - on).days
    kind = "outcomes.measure_late" if late > 0 else "outcomes.measure_soon"
    turn = late // _AGAIN if late > 0 else 0
    return _Due(measure, on, late > 0, key=f"{kind}:{measure.pk}:{on.isoformat()}:{turn}")


def _reminded(process: Process, due: Sequence[_Due], at: datetime) -> int:
    """How many were owed a message of what they have not been told."""
    reminding = Reminding.of(process)
    people: dict[int, Person] = {}
    theirs: dict[int, list[_Due]] = defaultdict(list)
    for one in due:
        for person in reminding.of_measure(one.measure):
            people[person.pk] = person
            theirs[person.pk].append(one)
    told = _told(due, people)
    found = ((person, [one for one in theirs[pk] if not told & _keys(one, person)]) for pk, person in people.items())
    return sum(_tried(person, process, new, at) for person, new in found if new)


def _keys(due: _Due, person: Person) -> set[str]:
    """A measure's turn to one person; one without the person was owed to whoever saw to the measure then."""
    return {due.key, f"{due.key}:{person.pk}"}


def _told(due: Iterable[_Due], people: dict[int, Person]) -> set[str]:
    """What has been owed already, by its keys: a message of several measures carries those of all."""
    keys = {key for one in due for person in people.values() for key in _keys(one, person)}
    return reminded_of(keys, people=people, kinds=("outcomes.measure_soon", "outcomes.measure_late"))


def _tried(person: Person, process: Process, due: Sequence[_Due], at: datetime) -> int:
    try:
        return _owed(person, process, due, at)
    except Exception:  # noqa: BLE001 (whatever it is, the others are reminded)
        _log.exception("somebody was not reminded of measures")
        return 0


@transaction.atomic
def _owed(person: Person, process: Process, due: Sequence[_Due], at: datetime) -> bool:
    """One message, late ones first, with the key of the first and those of all."""
    told = [f"{one.key}:{person.pk}" for one in due]
    words = [_words(one, person) for one in due[:MOST]]
    more: dict[str, Any] = words[0]
    if len(due) > 1:
        path = process_address(process, "outcomes:staff", language=person.language)
        more = {"measures": words, "count": len(due), "path": path, "told": told}
    kind = "outcomes.measure_late" if any(one.is_late for one in due) else "outcomes.measure_soon"
    owed = owe(
        kind, to=receiver_of(person), authority=process.owner, at=at,
        once_key=told[0], process=process.slug, owner=process.owner.slug, title=dict(process.title), **more,
    )  # fmt: skip
    return owed is not None


def _words(due: _Due, person: Person) -> dict[str, Any]:
    measure = due.measure
    return {
        "promise": dict(measure.promise),
        "due_on": due.on.isoformat(),
        "is_late": due.is_late,
        "path": process_address(measure.process, "outcomes:progress", language=person.language, measure=measure.pk),
    }
