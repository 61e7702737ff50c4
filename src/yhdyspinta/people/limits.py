"""How often something may be tried: counted per account, address or code, never per network address alone.

A library, school or care home of 200 people shares one network address, so limits follow what is attacked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import chain
from typing import Final

from django.utils.crypto import salted_hmac
from psycopg.sql import SQL, Identifier

from yhdyspinta.audit import clock
from yhdyspinta.database.prepared import prepared_cursor
from yhdyspinta.people.models import RateWindow

_SALT = "people.limits"
#: One more try in the window of a key, or the first of a new one; no row when there have been as many as may be.
_TRY: Final = SQL("""
INSERT INTO people_ratewindow AS kept (key, since, ends_at, count)
SELECT %s, at, at + %s * interval '1 second', 1 FROM clock_timestamp() AS at {only}
ON CONFLICT (key) DO UPDATE SET
    since = CASE WHEN kept.ends_at <= excluded.since THEN excluded.since ELSE kept.since END,
    ends_at = CASE WHEN kept.ends_at <= excluded.since THEN excluded.ends_at ELSE kept.ends_at END,
    count = CASE WHEN kept.ends_at <= excluded.since THEN 1 ELSE kept.count + 1 END
WHERE kept.ends_at <= excluded.since OR kept.count < %s
RETURNING count
""")


@dataclass(frozen=True)
class Limit:
    """What is counted, and how many tries (one or more) there may be in a window of time."""

    key: str
    times: int
    within: timedelta


def allow(*limits: Limit) -> bool:
    """Count one try under each key; False when there were already as many as one of the limits says.

    What one refuses is not counted under those after it. Call it in a view before the action: a try counts also when the
    action is refused and rolled back. Keys are kept only as keyed hashes. It is one statement: of tries at once each is
    counted.
    """
    if len({limit.key.casefold() for limit in limits}) < len(limits):  # one statement counts a key once
        return all(_allowed(limit) for limit in limits)
    return _allowed(*limits)


def tries_left(limits: Sequence[Limit]) -> list[int]:
    """How many more tries there may be under each key; none is counted, and nobody waits for anybody."""
    keys = [_digest(limit.key) for limit in limits]
    rows = RateWindow.objects.filter(key__in=set(keys), ends_at__gt=clock.now()) if keys else RateWindow.objects.none()
    tried = dict(rows.values_list("key", "count"))
    return [max(limit.times - tried.get(key, 0), 0) for limit, key in zip(limits, keys, strict=True)]


def _allowed(*limits: Limit) -> bool:
    values = [[_digest(limit.key), int(limit.within.total_seconds()), limit.times] for limit in limits]
    with prepared_cursor() as cursor:
        cursor.execute(_statement(len(limits)), [*chain(*values)])
        return cursor.fetchone() is not None


@cache
def _statement(count: int) -> str:
    """So many tries, each only where the one before it was counted."""
    names = [Identifier(f"try_{place}") for place in range(1, count)]
    gates = [SQL(""), *(SQL("WHERE EXISTS (SELECT FROM {})").format(name) for name in names)]
    *before, last = [_TRY.format(only=gate) for gate in gates]
    parts = [SQL("{} AS ({})").format(name, tried) for name, tried in zip(names, before, strict=True)]
    made = SQL("WITH {} {}").format(SQL(", ").join(parts), last) if parts else last
    return made.as_string(None)


def _digest(key: str) -> str:
    return salted_hmac(_SALT, key.casefold(), algorithm="sha256").hexdigest()


def forget_old() -> int:
    """Remove windows that have ended; returns how many."""
    return RateWindow.objects.filter(ends_at__lt=clock.now()).delete()[0]
