"""What statements hold of people: who wrote, noted, asked and approved, and whom they invited."""

from datetime import datetime
from typing import Any

from yhdyspinta.comments.receipts import hand_on
from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.statements.models import Colleague, Statement, StatementNote, StatementPart
from yhdyspinta.statements.receivers import heir_of

FIELDS = {
    "Statement": {
        "id": "internal",
        "activity": "internal",
        "organisation": "internal",
        "key": "internal",
        "language": "internal",
        "opened_at": "internal",
        "revision": "internal",
        "asked_at": "internal",
        "asked_by": "personal",
        "approved_by": "personal",
        "receipt": "internal",
    },
    "StatementPart": {
        "id": "internal",
        "statement": "internal",
        "section": "internal",
        "version": "internal",
        "text": "internal",  # the organisation's words, its members' until they are sent
        "revision": "internal",
        "saved_at": "internal",
        "saved_by": "personal",
    },
    "StatementNote": {
        "id": "internal",
        "statement": "internal",
        "text": "personal",
        "by": "personal",
        "at": "internal",
    },
    "Colleague": {
        "id": "internal",
        "statement": "internal",
        "email": "personal",
        "nonce": "internal",
        "invited_by": "personal",
        "invited_at": "internal",
        "expires_at": "internal",
        "person": "personal",
        "joined_at": "internal",
    },
}


def export(person: Person) -> dict[str, Any]:
    """What the person wrote into statements, and the invitations they took."""
    parts = StatementPart.objects.filter(saved_by=person).order_by("pk")
    notes = StatementNote.objects.filter(by=person).order_by("pk")
    joined = Colleague.objects.filter(person=person).order_by("pk")
    return {
        "statement_parts": [{"text": row.text, "at": row.saved_at.isoformat()} for row in parts],
        "statement_notes": [{"text": row.text, "at": row.at.isoformat()} for row in notes],
        "statement_invitations": [{"email": row.email, "at": row.invited_at.isoformat()} for row in joined],
    }


def erase(person: Person, *, at: datetime) -> None:
    """Forget who wrote; their notes and invitations go, the organisation's words stay.

    A sent statement is handed on to another who speaks for the organisation, so that its receipt goes on working.
    """
    hand_on_what_was_sent(person, at)
    StatementPart.objects.filter(saved_by=person).update(saved_by=None)
    Statement.objects.filter(asked_by=person).update(asked_by=None)
    Statement.objects.filter(approved_by=person).update(approved_by=None)
    StatementNote.objects.filter(by=person).delete()
    Colleague.objects.filter(invited_by=person).update(invited_by=None)
    Colleague.objects.filter(person=person).delete()
    if person.email:
        Colleague.objects.filter(email=person.email).delete()


def hand_on_what_was_sent(
    person: Person, at: datetime, organisation: Organisation | None = None, *, by: Person | None = None
) -> None:
    """Each statement that the person sent goes to another who speaks for its organisation; or only those of one."""
    sent = Statement.objects.filter(receipt__sender__person=person).select_related("organisation", "receipt")
    of_one = sent if organisation is None else sent.filter(organisation=organisation)
    for statement in of_one.order_by("pk"):
        heir = heir_of(statement, person)
        if heir is not None and statement.receipt is not None:
            hand_on(actor=person, receipt=statement.receipt, person=heir, at=at, by=by)


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Guests write no statements."""
