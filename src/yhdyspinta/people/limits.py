"""How often something may be tried: counted per account, address or code, never per network address alone.

A library, school or care home of 200 people shares one network address, so limits follow what is attacked.
"""

from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import Final

from django.utils.crypto import salted_hmac
from psycopg.sql import SQL

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
_GATE: Final = SQL("WHERE EXISTS (SELECT FROM first)")
_ONE: Final = _TRY.format(only=SQL(""))
_FIRST: Final = _ONE.as_string(None)
_BOTH: Final = SQL("WITH first AS ({}) {}").format(_ONE, _TRY.format(only=_GATE)).as_string(None)


@dataclass(frozen=True)
class Limit:
    """What is counted, and how many tries (one or more) there may be in a window of time."""

    key: str
    times: int
    within: timedelta


def allow(key: str, *, times: int, within: timedelta) -> bool:
    """Count one try under the key; False when there were already `times` (one or more) in the window.

    Call it in a view before the action: a try counts also when the action is refused and rolled back. The key is kept
    only as a keyed hash. It is one statement: of tries at once each is counted.
    """
    return _allowed(_FIRST, Limit(key, times, within))


def allow_both(first: Limit, second: Limit) -> bool:
    """Count one try under two keys, as `allow` does; what the first refuses is not counted under the second."""
    if first.key.casefold() == second.key.casefold():  # one statement counts a key once
        return _allowed(_FIRST, first) and _allowed(_FIRST, second)
    return _allowed(_BOTH, first, second)


def _allowed(statement: str, *limits: Limit) -> bool:
    values = [[_digest(limit.key), int(limit.within.total_seconds()), limit.times] for limit in limits]
    with prepared_cursor() as cursor:
        cursor.execute(statement, [*chain(*values)])
        return cursor.fetchone() is not None


def _digest(key: str) -> str:
    return salted_hmac(_SALT, key.casefold(), algorithm="sha256").hexdigest()


def forget_old() -> int:
    """Remove windows that have ended; returns how many."""
    return RateWindow.objects.filter(ends_at__lt=clock.now()).delete()[0]
