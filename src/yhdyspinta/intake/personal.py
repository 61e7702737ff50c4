"""Personal data of comments that staff typed: how the answer reaches the sender."""

from datetime import datetime
from typing import Any, Final

from yhdyspinta.intake.models import Entry
from yhdyspinta.people.models import Person

FIELDS: Final = {
    "Entry": {
        "id": "internal",
        "receipt": "internal",
        "entered_by": "personal",
        "entered_at": "internal",
        "read_back_at": "internal",
        "reply_by": "personal",
        "name": "personal",
        "postal_address": "personal",
        "phone": "personal",
        "told_at": "internal",
        "told_by": "personal",
    },
}


def export(person: Person) -> dict[str, Any]:
    """Name, address and phone that were given for the answer."""
    found = Entry.objects.filter(receipt__sender__person=person).order_by("pk")
    return {"given_by_phone_or_paper": list(found.values("name", "postal_address", "phone", "reply_by", "entered_at"))}


def erase(person: Person, *, at: datetime) -> None:
    """Name, address and phone go; that the comment came on paper or by phone stays."""
    Entry.objects.filter(receipt__sender__person=person).update(
        name="", postal_address="", phone="", reply_by=Entry.ReplyBy.NONE
    )


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Entries follow their receipts, which comments pass on."""
