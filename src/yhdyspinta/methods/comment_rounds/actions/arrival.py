"""The instant of arrival, decided by the database's clock once the lock is held."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from yhdyspinta.audit.clock import ReadAt
from yhdyspinta.audit.clock import now as database_now
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.methods.comment_rounds import rules
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, Stage
from yhdyspinta.processes.permissions import require

Clock = Callable[[], datetime]


def current(activity: Activity) -> Activity:
    """The activity as it is now: stages and process may have changed while a lock was waited for."""
    now = Activity.objects.select_related("process").prefetch_related("stages").get(pk=activity.pk)
    if now.process.owner_id == activity.process.owner_id:
        now.process.owner = activity.process.owner  # every column of it would be read again
    return now


#: What decides whether one may send, besides the person.
_OF_PROCESS = ("published_at", "unpublished_at", "cancelled_at", "paused_at", "owner_id")


_STANDING: Final[Prepared[Any]] = Prepared(
    lambda activity: (
        Stage.objects.filter(activity=activity)
        .order_by("pk")
        .values_list(
            "key",
            "opens_at",
            "closes_at",
            "activity__settings",
            *(f"activity__process__{name}" for name in _OF_PROCESS),
            ReadAt(),
        )
    )
)


def _standing(activity: Activity) -> tuple[bool, datetime | None]:
    """Whether all that decides is as it was when the activity was loaded, and when that was asked.

    One small query, since others wait.
    """
    rows = _STANDING.rows(activity=activity.pk)
    process = [getattr(activity.process, name) for name in _OF_PROCESS]
    loaded = sorted(activity.stages.all(), key=lambda stage: stage.pk)
    known = [(stage.key, stage.opens_at, stage.closes_at, activity.settings, *process) for stage in loaded]
    return [row[:-1] for row in rows] == known, rows[0][-1] if rows else None


def in_time(
    actor: Person, activity: Activity, *, began_at: datetime | None, clock: Clock | None = None
) -> Callable[[], datetime]:
    """What `comments.actions` ask once they hold the lock: refuses when it is too late, gives the instant otherwise.

    Without a `clock` it is the database's.
    """

    def check() -> datetime:
        stands, read_at = _standing(activity)
        now = activity if stands else current(activity)
        at = clock() if clock else read_at or database_now()
        require(rules.may_send(actor, now, began_at=began_at, at=at))
        return at

    return check
