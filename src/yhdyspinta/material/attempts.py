"""Background work round by round: one that fails is told in the log and on its page and tried again; the others go on."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import F

from yhdyspinta.material.models import Looking
from yhdyspinta.processes.models import Activity

_log: Final = logging.getLogger(__name__)
LOOK: Final = "look"
THEMES: Final = "themes"
_FIRST_WAIT: Final = timedelta(seconds=30)
_LONGEST_WAIT: Final = timedelta(minutes=30)


def work_on(rounds: Iterable[Activity], do: Callable[[Activity], Any], *, kind: str, at: datetime) -> None:
    """Do it to each round whose turn it is."""
    for activity in list(rounds):
        looking = Looking.objects.filter(activity=activity).first()
        if looking is None or _is_due(looking, kind, at):
            _attempt(activity, do, kind=kind, at=at)


def _is_due(looking: Looking, kind: str, at: datetime) -> bool:
    """At once, and after failures each time twice as late."""
    failed_at, failures = getattr(looking, f"{kind}_failed_at"), getattr(looking, f"{kind}_failures")
    if failed_at is None:
        return True
    waits: timedelta = min(_FIRST_WAIT * 2 ** min(max(failures - 1, 0), 10), _LONGEST_WAIT)
    return bool(failed_at + waits <= at)


def _attempt(activity: Activity, do: Callable[[Activity], Any], *, kind: str, at: datetime) -> None:
    try:
        do(activity)
    except Exception:  # noqa: BLE001 - whatever it is, the other rounds go on
        _log.exception("material: %s failed in round %s; it is tried again", kind, activity.pk)
        Looking.objects.get_or_create(activity=activity)
        told = {f"{kind}_failed_at": at, f"{kind}_failures": F(f"{kind}_failures") + 1}
        Looking.objects.filter(activity=activity).update(**told)
    else:
        failed = Looking.objects.filter(activity=activity, **{f"{kind}_failed_at__isnull": False})
        failed.update(**{f"{kind}_failed_at": None, f"{kind}_failures": 0})
