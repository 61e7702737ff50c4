"""Who sees to a measure is reminded: when the day is near, when it has passed, and then once a month until it is told."""

import logging
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import QuerySet

from yhdyspinta.notices.outbox import owe
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.queries import FIRST_DAY, NOT_DONE, first_day
from yhdyspinta.outcomes.reminding import Reminding
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.ui.dates import in_helsinki

SOON: Final = timedelta(days=14)
_AGAIN: Final = 30  # days
_log = logging.getLogger(__name__)


def remind_owners(*, at: datetime) -> int:
    """Owe each what is due to be told today; asking again the same day owes nothing more. Returns how many.

    One that fails keeps no other waiting; it is tried again the next morning.
    """
    today = in_helsinki(at).date()
    return sum(_reminded(measure, today, at) for measure in _waiting(today))


def _reminded(measure: Measure, today: date, at: datetime) -> int:
    try:
        return _remind(measure, today, at)
    except Exception:  # noqa: BLE001 (whatever it is, the others are reminded)
        _log.exception("nobody was reminded of a measure")
        return 0


def _waiting(today: date) -> QuerySet[Measure]:
    """Published measures that are not done and whose first promised day is near or past.

    The desk and the public page measure lateness by the same day.
    """
    found = Measure.objects.filter(published_at__isnull=False, state__in=NOT_DONE)
    found = found.annotate(first_day=FIRST_DAY).filter(first_day__lte=today + SOON)
    return found.select_related("process__owner").order_by("pk")


@transaction.atomic
def _remind(measure: Measure, today: date, at: datetime) -> int:
    """Owe whoever sees to it one reminder, once for each turn; how many were owed now."""
    due_on = first_day(measure)
    if due_on is None:
        return 0
    late = (today - due_on).days
    kind = "outcomes.measure_late" if late > 0 else "outcomes.measure_soon"
    turn = late // _AGAIN if late > 0 else 0
    key = f"{kind}:{measure.pk}:{due_on.isoformat()}:{turn}"
    receivers = Reminding.of(measure.process).of_measure(measure)
    return sum(_owed(kind, one, measure, due_on, key=key, at=at) for one in receivers)


def _owed(kind: str, person: Person, measure: Measure, due_on: date, *, key: str, at: datetime) -> bool:
    process = measure.process
    owed = owe(
        kind,
        to=receiver_of(person),
        authority=process.owner,
        at=at,
        once_key=f"{key}:{person.pk}",
        process=process.slug,
        owner=process.owner.slug,
        title=dict(process.title),
        promise=dict(measure.promise),
        due_on=due_on.isoformat(),
        path=process_address(process, "outcomes:progress", language=person.language, measure=measure.pk),
    )
    return owed is not None
