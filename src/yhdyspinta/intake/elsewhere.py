"""Rounds that were held in another service: every page that shows one says where and when it was held."""

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import Max, Min
from django.utils.translation import gettext as _

from yhdyspinta.database.prepared import Prepared
from yhdyspinta.intake.models import EarlierRound
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import day
from yhdyspinta.wording.languages import page_language

_HELD: Final[Prepared[EarlierRound]] = Prepared(
    lambda activities: (
        EarlierRound.objects.filter(activity__in=activities)
        .annotate(opened_at=Min("activity__stages__opens_at"), closed_at=Max("activity__stages__closes_at"))
        .order_by("activity_id")
    )
)


def held_elsewhere(activities: Iterable[Activity]) -> list[str]:
    """Of those held elsewhere, where and when, in words; one query, none without any to ask of."""
    keys = [activity.pk for activity in activities]
    return [_told(held) for held in _HELD.rows(activities=keys)] if keys else []


def _told(held: Any) -> str:
    language = page_language()
    words = _(
        "The round was held in another service: %(source)s, %(opened)s – %(closed)s. The answers were brought here."
    )
    return words % {
        "source": held.source,
        "opened": day(held.opened_at, language) if held.opened_at else "",
        "closed": day(held.closed_at, language) if held.closed_at else "",
    }
