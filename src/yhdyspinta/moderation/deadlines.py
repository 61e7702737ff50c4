"""By when a report and an appeal are handled: the desk and the queue tell the same."""

from datetime import date, datetime, timedelta
from typing import Final

from yhdyspinta.ui.dates import HELSINKI

APPEAL_DAYS: Final = 7


def end_of_day(day: date) -> datetime:
    """The last minute of a day in Helsinki."""
    return datetime(day.year, day.month, day.day, 23, 59, tzinfo=HELSINKI)


def report_due(day: date, hours: int) -> datetime:
    """A comment reported on the day is looked at within the authority's hours."""
    return end_of_day(day) + timedelta(hours=hours)


def appeal_due(day: date) -> datetime:
    """An appeal made on the day is decided within a week."""
    return end_of_day(day) + timedelta(days=APPEAL_DAYS)
