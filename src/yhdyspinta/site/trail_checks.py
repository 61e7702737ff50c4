"""The audit trail is sealed each minute and checked whole each day."""

from datetime import datetime
from typing import Final

from yhdyspinta.audit import trail
from yhdyspinta.site.daily import is_late, last_slot
from yhdyspinta.site.models import TrailCheck

HOUR: Final = 0
MINUTE: Final = 40
_MOST_KEPT: Final = 20


def _last() -> TrailCheck | None:
    return TrailCheck.objects.order_by("-at", "-pk").first()


def seal_all(*, at: datetime) -> int:
    """Bind every finished line into the chain; returns how many links that took."""
    count = 0
    while trail.seal(at=at) is not None:
        count += 1
    return count


def is_due(at: datetime) -> bool:
    last = _last()
    return last is None or last.at < last_slot(at, HOUR, MINUTE)


def check(*, at: datetime) -> TrailCheck:
    """Check every line and link, and keep the verdict."""
    found = trail.problems()
    return TrailCheck.objects.create(at=at, problem_count=len(found), problems=found[:_MOST_KEPT])


def skipped(at: datetime) -> bool:
    """Whether a day's check is missing."""
    last = _last()
    return is_late(last.at if last else None, at, HOUR, MINUTE)


def problem_count() -> int:
    """How many lines and links did not fit when the trail was last checked."""
    last = _last()
    return last.problem_count if last else 0
