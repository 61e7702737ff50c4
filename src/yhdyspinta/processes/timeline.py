"""When phases run, and their order in time: the one truth for every page, calendar and list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Max, Min

from yhdyspinta.database.prepared import Prepared, attach
from yhdyspinta.processes.loading import with_stages
from yhdyspinta.processes.models import Activity, Phase, Process


@dataclass(frozen=True)
class Run:
    """A phase and when it runs."""

    phase: Phase
    starts_at: datetime | None
    ends_at: datetime | None

    def state(self, at: datetime) -> str:
        """Whether it is done, goes on now, or neither."""
        if self.ends_at is not None and self.ends_at <= at:
            return "done"
        return "now" if self.starts_at is not None and self.starts_at <= at else ""


def phases_with_activities(process: Process) -> list[Phase]:
    """The phases, their activities and their stages; three queries."""
    phases = _PHASES.rows(process=process.pk)
    activities = _ACTIVITIES.rows(process=process.pk)
    with_stages(activities)
    below: dict[int, list[Activity]] = {phase.pk: [] for phase in phases}
    for activity in activities:
        below[activity.phase_id].append(activity)
    for phase in phases:
        attach(phase, "activities", below[phase.pk])
        for activity in below[phase.pk]:
            activity.process, activity.phase = process, phase
    return phases


_PHASES: Final[Prepared[Phase]] = Prepared(lambda process: Phase.objects.filter(process=process))
_ACTIVITIES: Final[Prepared[Activity]] = Prepared(
    lambda process: Activity.objects.filter(phase__process=process).order_by("pk")
)


def runs_of(phases: Iterable[Phase]) -> list[Run]:
    """Phases in their order in time; no queries when they come from `phases_with_activities`.

    An activity's stages say exactly when its phase runs, otherwise the phase's own times do. Preparing ends at the
    latest when the taking part opens.
    """
    return _runs([(phase, *_open(phase)) for phase in phases])


def runs_in(process: Process) -> list[Run]:
    """The same for a page that shows no activities; one query."""
    phases = Phase.objects.filter(process=process).annotate(
        opens_at=Min("activities__stages__opens_at"), closes_at=Max("activities__stages__closes_at")
    )
    placed = phases.order_by("position", "pk")  # grouping forgets the order of the model
    return _runs([(phase, phase.opens_at, phase.closes_at) for phase in placed])


def _open(phase: Phase) -> tuple[datetime | None, datetime | None]:
    stages = [stage for activity in phase.activities.all() for stage in activity.stages.all()]
    first = min((stage.opens_at for stage in stages), default=None)
    return first, max((stage.closes_at for stage in stages), default=None)


def _runs(rows: Sequence[tuple[Phase, datetime | None, datetime | None]]) -> list[Run]:
    opened = min((opens_at for _phase, opens_at, _closes_at in rows if opens_at), default=None)
    return _in_time_order(
        [
            Run(phase, opens_at, closes_at) if opens_at else _planned(phase, opened)
            for phase, opens_at, closes_at in rows
        ]
    )


def _planned(phase: Phase, opened: datetime | None) -> Run:
    starts_at, ends_at = phase.starts_at, phase.ends_at
    if phase.kind == "preparation" and opened is not None:
        starts_at = min(starts_at, opened) if starts_at else None
        ends_at = min(ends_at, opened) if ends_at else None
    return Run(phase, starts_at, ends_at)


def moved(runs: Sequence[Run], place: int, by: int) -> list[Run]:
    """The runs with one of them moved; times go first, so only some moves change the order in time."""
    order = list(runs)
    order.insert(min(max(place + by, 0), len(order) - 1), order.pop(place))
    return order


def moves_of(runs: Sequence[Run], place: int) -> list[str]:
    """Which ways the run can be moved in the order that is shown: earlier, later, or neither."""
    ways = {"up": -1, "down": 1}
    return [
        way for way, by in ways.items() if (_in_time_order(moved(runs, place, by)).index(runs[place]) - place) * by > 0
    ]


def _in_time_order(runs: Sequence[Run]) -> list[Run]:
    """By when they begin; one without a time stays behind the one that it was placed after."""
    latest: datetime | None = None
    keyed = []
    for place, run in enumerate(runs):
        latest = run.starts_at or latest
        keyed.append((latest is not None, latest.timestamp() if latest else 0, place, run))
    keyed.sort(key=lambda row: row[:3])
    return [row[3] for row in keyed]
