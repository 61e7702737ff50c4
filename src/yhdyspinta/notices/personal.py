"""Personal data of messages."""

from datetime import datetime
from typing import Any, Final

from yhdyspinta.notices.models import Letter, Notice
from yhdyspinta.people.models import Person
from yhdyspinta.ui.mail_addresses import address_key

FIELDS: Final = {
    "Notice": {
        "id": "internal", "kind": "internal", "person": "personal", "address": "personal", "language": "internal",
        "authority": "internal", "values": "personal", "once_key": "internal", "state": "internal", "tries": "internal",
        "problem": "internal", "owed_at": "internal", "next_try_at": "internal", "sent_at": "internal",
        "read_at": "personal", "held_until": "internal",
    },
    "Letter": {
        "id": "internal", "to": "personal", "subject": "internal", "text": "personal", "html": "personal",
        "headers": "personal", "sent_at": "internal",
    },
}  # fmt: skip


def export(person: Person) -> dict[str, Any]:
    """The messages that were sent or shown to the person."""
    found = Notice.objects.filter(person=person).order_by("pk")
    return {"messages": list(found.values("kind", "authority__slug", "language", "owed_at", "sent_at", "read_at"))}


def erase(person: Person, *, at: datetime) -> None:
    """Messages of the person go, sent or not."""
    Notice.objects.filter(person=person).delete()
    if person.email:
        Notice.objects.filter(address=person.email).delete()
        Letter.objects.filter(to=address_key(person.email)).delete()


def forget_address(address: str) -> None:
    """Messages to an address that somebody gave without an account go, sent or not; an account's own stay."""
    Notice.objects.filter(address=address, person=None).delete()
    if not Person.objects.filter(email=address).exists():
        Letter.objects.filter(to=address_key(address)).delete()


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    Notice.objects.filter(person=guest).update(person=person)
