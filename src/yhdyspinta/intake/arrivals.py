"""When a paper arrived: staff know the day, the round asks for an instant."""

from datetime import date, datetime, time, timedelta

from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import HELSINKI

_NOON = time(12)


def instant_of(activity: Activity, day: date, *, at: datetime) -> datetime:
    """Noon of the day, or the nearest moment of the same day at which the round was open and that is not to come.

    A day on which the round was not open at all stays at noon, and the rule of arrival refuses it.
    """
    noon = datetime.combine(day, _NOON, tzinfo=HELSINKI)
    first = datetime.combine(day, time(), tzinfo=HELSINKI)
    last = first + timedelta(days=1)
    for stage in activity.stages.all():
        begins, ends = max(first, stage.opens_at), min(last, stage.closes_at)
        if begins < ends:
            noon = min(max(noon, begins), ends - timedelta(seconds=1))
    return at if noon > at >= first else noon
