"""Who writes a statement is told once, some days before commenting closes, that it has not been sent."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q

from yhdyspinta.notices.outbox import owe
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person
from yhdyspinta.processes.taking_statements import keys_of_statement_methods, statement_method_of
from yhdyspinta.statements.models import Statement
from yhdyspinta.statements.receivers import writers_of

SOON: Final = timedelta(days=3)
_log = logging.getLogger(__name__)


def remind_writers(*, at: datetime) -> int:
    """Owe each who writes an unsent statement one message; asking again owes nothing more. Returns how many messages.

    A statement that was begun when closing was already near is not reminded of: its pages have told it from the first.
    One that fails keeps no other waiting; it is tried again the next morning.
    """
    return sum(_tried(statement, person, at) for statement in _unsent(at) for person in writers_of(statement))


def _unsent(at: datetime) -> Iterable[Statement]:
    process = "activity__process__"
    public = Q(**{f"{process}published_at__lte": at, f"{process}unpublished_at": None, f"{process}cancelled_at": None})
    near = Q(activity__stages__closes_at__gt=at, activity__stages__closes_at__lte=at + SOON)
    rows = Statement.objects.filter(public & near, receipt=None, activity__method_key__in=keys_of_statement_methods())
    for statement in rows.select_related("organisation", "activity__process__owner").distinct().order_by("pk"):
        closes_at = statement_method_of(statement.activity).closing_time(statement.activity)
        if closes_at is not None and at < closes_at <= at + SOON and statement.opened_at < closes_at - SOON:
            yield statement


def _tried(statement: Statement, person: Person, at: datetime) -> int:
    try:
        return _reminded(statement, person, at)
    except Exception:  # noqa: BLE001 (whatever it is, the others are reminded)
        _log.exception("somebody was not reminded of a statement")
        return 0


@transaction.atomic
def _reminded(statement: Statement, person: Person, at: datetime) -> bool:
    """Whether it was owed: once for each statement and person."""
    owed = owe(
        "statements.closes_soon", to=receiver_of(person), authority=statement.activity.process.owner, at=at,
        once_key=f"statements.closes_soon:{statement.pk}:{person.pk}", statement=statement.pk,
    )  # fmt: skip
    return owed is not None
