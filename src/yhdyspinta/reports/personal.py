"""What reports hold of people: only who added solutions and material. Who wrote a report stands in the trail."""

from datetime import datetime
from typing import Any

from yhdyspinta.people.models import Person
from yhdyspinta.reports.models import Practice

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
        "figures": "internal",
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
    "ReportAnnex": {
        "id": "internal",
        "version": "public",
        "content": "public",
    },
    "WithheldWords": {
        "id": "internal",
        "version": "internal",
        "place": "internal",
        "since": "internal",
        "lifted_at": "internal",
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
    "Drawing": {"version": "internal", "since": "internal", "tries": "internal"},
    "Practice": {
        "id": "internal",
        "section": "public",
        "about": "public",
        "kind": "public",
        "title": "public",
        "text": "public",
        "link": "public",
        "revision": "internal",
        "added_at": "public",
        "added_by": "personal",
        "removed_at": "internal",
    },
    "PracticeFile": {
        "id": "internal",
        "practice": "public",
        "language": "public",
        "file": "public",
        "original_name": "public",
        "content_type": "public",
        "size": "public",
    },
}


def export(person: Person) -> dict[str, Any]:
    """The solutions and material that the person added as a member of staff."""
    rows = Practice.objects.filter(added_by=person).order_by("pk")
    return {"practices_added": [{"title": dict(row.title), "at": row.added_at.isoformat()} for row in rows]}


def erase(person: Person, *, at: datetime) -> None:
    """Forget who added; what was added is the authority's and stays."""
    Practice.objects.filter(added_by=person).update(added_by=None)


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Guests add nothing."""
