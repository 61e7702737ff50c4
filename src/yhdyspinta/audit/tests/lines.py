"""Lines of the trail, and an intruder who changes them."""

from datetime import UTC, datetime
from typing import Any

from django.db import connection

from yhdyspinta.audit import trail
from yhdyspinta.audit.models import Entry, Seal

AT = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
VERB = "tried.in_a_test"
THING = Seal(number=7)  # anything with a kind and a number


def line(**detail: Any) -> Entry:
    return trail.record(VERB, actor=None, target=THING, at=AT, **detail)


def past_the_triggers(statement: str, *values: Any) -> None:
    """What an intruder with the rights of the database's owner could do; undone with the test's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, values)
        cursor.execute("SET LOCAL session_replication_role = origin")


def bare() -> dict[str, Any]:
    names: dict[str, Any] = {"verb": VERB, "actor": "system", "target": "seal:7"}
    return {"at": AT, **names, "authority_id": None, "process_id": None, "detail": {}}


def covered() -> set[int]:
    return {pk for link in Seal.objects.all() for pk in link.entry_ids}
