"""Downloads hold nothing that is not public already, and nobody is noted as having asked for them."""

from datetime import datetime
from typing import Any

from yhdyspinta.people.models import Person

FIELDS = {
    "Export": {
        "id": "internal", "activity": "public", "folder": "internal", "state": "public", "asked_at": "internal",
        "began_at": "public", "seen": "internal", "changed": "internal", "named": "internal", "last_number": "internal",
        "has_lost": "internal",
        "touched_at": "internal", "ready_at": "public", "worker": "internal",
        "tries": "internal", "cursor": "internal", "parts": "internal", "rows": "public", "expected": "public",
    },
    "DataChange": {"id": "internal", "activity": "internal", "deed": "internal", "is_loss": "internal"},
    "BroughtRequest": {
        "id": "internal", "authority": "public", "key": "internal", "process": "public", "at": "internal", "name": "public",
        "register_number": "public", "organisation": "public",
    },
}  # fmt: skip


def export(person: Person) -> dict[str, Any]:
    return {}


def erase(person: Person, *, at: datetime) -> None:
    """Nothing of a person's is here."""


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Nothing of a person's is here."""
