"""Where a process stands now, by the clock: the same verdict for one page and for a list."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from django.db.models import Case, CharField, DateTimeField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from yhdyspinta.processes.methods import complete_activities, method_of
from yhdyspinta.processes.models import Activity, Process, Stage

#: The states that a visitor can choose between in lists, in their order.
PUBLIC_STATES: Final = ("open", "upcoming", "processing", "answered", "paused", "cancelled", "archived")
COLOURS: Final = {"open": "amber", "upcoming": "frost", "answered": "moss", "paused": "rose", "cancelled": "rose"}
NEVER: Final = datetime(9000, 1, 1, tzinfo=UTC)


def state_of(process: Process, activities: Iterable[Activity], at: datetime) -> str:
    """The state of one process whose activities and their stages are at hand; no queries."""
    found = list(activities)
    for key, holds in (
        ("cancelled", process.cancelled_at is not None),
        ("draft", process.published_at is None or process.unpublished_at is not None),
        ("upcoming", process.published_at is not None and process.published_at > at),
        ("archived", process.archived_at is not None),
        ("paused", process.paused_at is not None),
        ("open", any(activity.stage_at(at) for activity in found)),
        ("answered", bool(found) and all(method_of(activity).is_complete(activity, at=at) for activity in found)),
        ("processing", any(stage.opens_at <= at for activity in found for stage in activity.stages.all())),
    ):
        if holds:
            return key
    return "upcoming"


def with_states(processes: QuerySet[Process], at: datetime) -> QuerySet[Process]:
    """The processes with `state` and `closes_at` (the first closing time of what is open), decided by the database."""
    stages = Stage.objects.filter(activity__process=OuterRef("pk"))
    open_now = stages.filter(opens_at__lte=at, closes_at__gt=at)
    activities = Activity.objects.filter(process=OuterRef("pk"))
    return processes.annotate(
        state=Case(
            When(cancelled_at__isnull=False, then=Value("cancelled")),
            When(Q(published_at=None) | Q(unpublished_at__isnull=False), then=Value("draft")),
            When(published_at__gt=at, then=Value("upcoming")),
            When(archived_at__isnull=False, then=Value("archived")),
            When(paused_at__isnull=False, then=Value("paused")),
            When(Exists(open_now), then=Value("open")),
            When(Exists(activities) & ~Exists(activities.exclude(complete_activities(at=at))), then=Value("answered")),
            When(Exists(stages.filter(opens_at__lte=at)), then=Value("processing")),
            default=Value("upcoming"),
            output_field=CharField(),
        ),
        closes_at=Coalesce(
            Subquery(open_now.order_by("closes_at").values("closes_at")[:1]), Value(NEVER), output_field=DateTimeField()
        ),
    )
