"""Which measures are late."""

from datetime import date
from typing import Final

from django.db.models import QuerySet

from yhdyspinta.outcomes.models import Measure

_NOT_DONE: Final = frozenset({"planned", "under_way"})


def late_measures(today: date) -> QuerySet[Measure]:
    """Published measures whose day has passed and that are not done."""
    return Measure.objects.filter(due_on__lt=today, state__in=_NOT_DONE, published_at__isnull=False)


def is_late(measure: Measure, today: date) -> bool:
    """Whether the day of a measure, draft or published, has passed before it is done."""
    return measure.due_on is not None and measure.due_on < today and measure.state in _NOT_DONE
