"""What intake holds of people: how a caller gets their answer, and who typed."""

from datetime import datetime
from typing import Any

from yhdyspinta.intake.models import Entry
from yhdyspinta.people.models import Person

FIELDS = {
    "Entry": {
        "id": "internal", "receipt": "internal", "entered_by": "personal", "entered_at": "internal",
        "read_back_at": "internal", "reply_by": "internal", "name": "personal", "postal_address": "personal",
        "phone": "personal", "told_at": "internal", "told_by": "personal",
    }
}  # fmt: skip


def export(person: Person) -> dict[str, Any]:
    """What was typed for the person."""
    return {
        "entries": [
            {
                "entered_at": entry.entered_at, "reply_by": entry.reply_by, "name": entry.name,
                "postal_address": entry.postal_address, "phone": entry.phone, "told_at": entry.told_at,
            }
            for entry in Entry.objects.filter(receipt__sender__person=person).order_by("pk")
        ]
    }  # fmt: skip


def erase(person: Person, *, at: datetime) -> None:
    """Forget the name and addresses; and who typed."""
    own = Entry.objects.filter(receipt__sender__person=person)
    own.update(name="", postal_address="", phone="", reply_by=Entry.ReplyBy.NONE)
    Entry.objects.filter(entered_by=person).update(entered_by=None)
    Entry.objects.filter(told_by=person).update(told_by=None)


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Entries follow their receipts."""
