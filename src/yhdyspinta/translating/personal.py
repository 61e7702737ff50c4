"""What translators' files hold of people: only which member of staff brought one in."""

from datetime import datetime
from typing import Any

from yhdyspinta.people.models import Person
from yhdyspinta.translating.models import ReturnedFile

FIELDS = {
    "ReturnedFile": {
        "id": "internal", "process": "internal", "authority": "internal", "digest": "internal", "name": "internal", "source": "internal",
        "target": "internal", "rows": "internal", "problems": "internal", "read_at": "internal", "read_by": "personal",
        "taken_at": "internal",
    },
}  # fmt: skip


def export(person: Person) -> dict[str, Any]:
    """The files that the person brought in as a member of staff."""
    found = ReturnedFile.objects.filter(read_by=person).order_by("pk")
    return {"translators_files": [{"name": one.name, "read_at": one.read_at} for one in found]}


def erase(person: Person, *, at: datetime) -> None:
    """Forget who brought files in."""
    ReturnedFile.objects.filter(read_by=person).update(read_by=None)


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Guests bring no files in."""
