"""The order of phases in time."""

from collections.abc import Callable, Iterable
from datetime import datetime

from yhdyspinta.processes.models import Phase


def own_start(phase: Phase) -> datetime | None:
    """When a phase itself says that it begins."""
    return phase.starts_at


def in_time_order(phases: Iterable[Phase], starts: Callable[[Phase], datetime | None] = own_start) -> list[Phase]:
    """Phases by when they begin; one without a time stays behind the one that it was placed after."""
    latest: datetime | None = None
    keyed = []
    for place, phase in enumerate(phases):
        latest = starts(phase) or latest
        keyed.append((latest is not None, latest, place, phase))
    keyed.sort(key=lambda row: (row[0], row[1].timestamp() if row[1] else 0, row[2]))
    return [row[3] for row in keyed]
