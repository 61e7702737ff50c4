"""Which measures are late, what they can follow from, and what was promised against what was done."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce

from yhdyspinta.answers.models import Answer
from yhdyspinta.outcomes.models import FormerPromise, Measure, MeasureUpdate, Outcome
from yhdyspinta.processes.models import Process

MOST_OFFERED: Final = 300
#: The states of a measure that still waits.
NOT_DONE: Final = frozenset({"planned", "under_way"})
#: The day that a measure is measured by: the first that was promised.
FIRST_DAY: Final = Coalesce("first_due_on", "due_on")


def first_day(measure: Measure) -> date | None:
    """The first day that was promised; moving it later makes nothing less late."""
    return measure.first_due_on or measure.due_on


def late_measures(today: date) -> QuerySet[Measure]:
    """Published measures whose first promised day has passed and that are not done."""
    found = Measure.objects.filter(state__in=NOT_DONE, published_at__isnull=False)
    return found.annotate(first_day=FIRST_DAY).filter(first_day__lt=today)


def is_late(measure: Measure, today: date) -> bool:
    """Whether the first promised day of a measure, draft or published, has passed before it is done."""
    first = first_day(measure)
    return first is not None and first < today and measure.state in NOT_DONE


def is_done_late(measure: Measure) -> bool:
    """Whether a measure was done only after the first promised day."""
    first = first_day(measure)
    return measure.state == "done" and first is not None and measure.done_on is not None and measure.done_on > first


def decided_later(measure: Measure) -> date | None:
    """The day of the decision that a measure follows from, where the measure is told to be done before it; one query."""
    if measure.done_on is None or measure.outcome is None or measure.outcome.on <= measure.done_on:
        return None
    return measure.outcome.on


def totals_of(promised: QuerySet[Measure], today: date) -> Mapping[str, int]:
    """How many were promised, are done, are late and were given up; one query."""
    return promised.annotate(first_day=FIRST_DAY).aggregate(
        promised=Count("pk"),
        done=Count("pk", filter=Q(state="done")),
        late=Count("pk", filter=Q(first_day__lt=today, state__in=NOT_DONE)),
        given_up=Count("pk", filter=Q(state="given_up")),
    )


def histories(measures: Sequence[Measure]) -> Mapping[int, list[MeasureUpdate]]:
    """What was told of each published measure since it was published, newest first; one query."""
    found: dict[int, list[MeasureUpdate]] = defaultdict(list)
    rows = MeasureUpdate.objects.filter(measure__in=measures, at__gte=F("measure__published_at"))
    for row in rows.order_by("-pk"):
        found[row.measure_id].append(row)
    return found


def former_promises(measures: Sequence[Measure]) -> Mapping[int, list[FormerPromise]]:
    """What each published measure promised before it was corrected, newest first; one query."""
    found: dict[int, list[FormerPromise]] = defaultdict(list)
    for row in FormerPromise.objects.filter(measure__in=measures).order_by("-pk"):
        found[row.measure_id].append(row)
    return found


def answers_offered(process: Process, kept: Measure | None, asked: int | None) -> list[Answer]:
    """What a measure can follow from: the largest published answers, the one asked for, and the one that is kept."""
    own = Answer.objects.filter(activity__process=process)
    published = own.filter(published_at__isnull=False)
    found = list(published.order_by("-comment_count", "pk")[:MOST_OFFERED])
    found += _beyond(published, found, asked)
    return found + _beyond(own, found, kept.answer_id if kept else None)


def outcomes_offered(process: Process, kept: Measure | None) -> list[Outcome]:
    """The newest decisions, and the one that is kept."""
    own = Outcome.objects.filter(process=process)
    found = list(own.order_by("-on", "-pk")[:MOST_OFFERED])
    return found + _beyond(own, found, kept.outcome_id if kept else None)


def _beyond(rows: QuerySet[Any], found: Sequence[Any], pk: int | None) -> list[Any]:
    """The one of that key, where the list does not hold it."""
    return [] if pk is None or any(row.pk == pk for row in found) else list(rows.filter(pk=pk))
