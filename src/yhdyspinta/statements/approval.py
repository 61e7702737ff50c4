"""Asking for approval of a statement, and giving it back to be mended."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.notices.outbox import owe
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require
from yhdyspinta.statements.actions import add_note, note_deed, open_draft, require_same
from yhdyspinta.statements.models import Statement
from yhdyspinta.statements.rules import may_approve, may_ask, speakers, standing_of


@transaction.atomic
def ask_approval(*, actor: Person, statement: Statement, revision: int, at: datetime) -> Statement:
    """Ask the representatives to approve the words as they are; the others hear of it.

    Raises Refusal("statement_representative_asks"), ("statement_changed"), ("statement_is_empty") or
    ("statement_is_sent").
    """
    held = open_draft(actor, statement, at)
    standing = standing_of(actor, held)
    require(may_ask(actor, held, standing))
    require_same(held, revision)
    if standing.is_asked:
        return held
    held.asked_at, held.asked_by = at, actor
    held.save(update_fields=["asked_at", "asked_by"])
    note_deed("statements.asked", actor, held, at)
    for row in speakers(held.organisation).exclude(person=actor).select_related("person").order_by("pk"):
        owe(
            "statements.asked", to=receiver_of(row.person), authority=held.activity.process.owner, at=at,
            statement=held.pk,
        )  # fmt: skip
    return held


@transaction.atomic
def give_back(*, actor: Person, statement: Statement, words: str, at: datetime) -> Statement:
    """Give the words back to be mended, with a note that says what; who asked for approval hears of it.

    Raises Refusal("statement_not_asked"), ("statement_needs_another"), ("statement_not_yours") or ("statement_is_sent").
    """
    held = open_draft(actor, statement, at)
    require(may_approve(actor, held))
    writer = held.asked_by
    add_note(actor=actor, statement=held, text=words, at=at)
    held.asked_at = held.asked_by = None
    held.save(update_fields=["asked_at", "asked_by"])
    note_deed("statements.given_back", actor, held, at)
    if writer is not None and writer.pk != actor.pk:
        owe(
            "statements.given_back", to=receiver_of(writer), authority=held.activity.process.owner, at=at,
            statement=held.pk,
        )  # fmt: skip
    return held
