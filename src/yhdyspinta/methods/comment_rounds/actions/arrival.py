"""The instant of arrival, decided by the database's clock once the lock is held."""

from collections.abc import Callable
from datetime import datetime

from yhdyspinta.methods.comment_rounds import rules
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require

Clock = Callable[[], datetime]


def current(activity: Activity) -> Activity:
    """The activity as it is now: stages and process may have changed while a lock was waited for."""
    now = Activity.objects.select_related("process").prefetch_related("stages").get(pk=activity.pk)
    if now.process.owner_id == activity.process.owner_id:
        now.process.owner = activity.process.owner  # every column of it would be read again
    return now


def in_time(actor: Person, activity: Activity, *, began_at: datetime | None, clock: Clock) -> Callable[[], datetime]:
    """What `comments.actions` ask once they hold the lock: refuses when it is too late, gives the instant otherwise."""

    def check() -> datetime:
        now = current(activity)
        at = clock()
        require(rules.may_send(actor, now, began_at=began_at, at=at))
        return at

    return check
