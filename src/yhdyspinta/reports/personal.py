"""What reports hold of people: nothing. Who wrote and published stands in the trail only."""

from datetime import datetime
from typing import Any

from yhdyspinta.people.models import Person

FIELDS = {
    "Report": {
        "id": "internal",
        "activity": "public",
        "in_short": "internal",  # a draft; what was published stands in the version
        "asked": "internal",
        "took_part": "internal",
        "said": "internal",
        "changed": "internal",
        "next_steps": "internal",
        "saved_at": "internal",
        "revision": "internal",
    },
    "ReportVersion": {
        "id": "internal",
        "activity": "public",
        "number": "public",
        "words": "public",
        "figures": "public",
        "published_at": "public",
    },
    "HearingSummary": {
        "id": "internal",
        "activity": "public",
        "number": "internal",
        "figures": "internal",
        "made_at": "internal",
    },
    "ReportFile": {
        "id": "internal",
        "version": "public",
        "hearing": "internal",
        "kind": "public",
        "language": "public",
        "content": "public",
    },
}


def export(person: Person) -> dict[str, Any]:
    """Reports name no person."""
    return {}


def erase(person: Person, *, at: datetime) -> None:
    """Reports name no person."""


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Reports name no person."""
