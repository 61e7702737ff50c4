"""Work that must be done once each day: when it was last due, when it is next, and whether a day was skipped."""

from datetime import UTC, datetime, time, timedelta

from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Min

DAY = timedelta(days=1)
PATIENCE = timedelta(hours=3)  # a worker that was away catches up within the hour


def last_slot(at: datetime, hour: int, minute: int) -> datetime:
    """The latest moment at or before `at` when the work was due, on a clock that knows no summer time."""
    today = datetime.combine(at.astimezone(UTC).date(), time(hour, minute), tzinfo=UTC)
    return today if today <= at else today - DAY


def next_slot(at: datetime, hour: int, minute: int) -> datetime:
    return last_slot(at, hour, minute) + DAY


def is_late(last_done: datetime | None, at: datetime, hour: int, minute: int) -> bool:
    """Whether the work of the latest day that has had its time is still not done."""
    slot = last_slot(at - PATIENCE, hour, minute)
    done = last_done or installed_at()
    return done is not None and done < slot


def installed_at() -> datetime | None:
    """When this installation's database was made."""
    found: datetime | None = MigrationRecorder.Migration.objects.aggregate(first=Min("applied"))["first"]
    return found
