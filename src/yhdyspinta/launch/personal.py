"""What launch packs hold of people: only who released one. Who wrote stands in the trail."""

from datetime import datetime
from typing import Any

from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.people.models import Person

FIELDS = {
    "LaunchPicture": {
        "id": "internal",
        "activity": "public",
        "file": "public",
        "kind": "public",
        "width": "public",
        "height": "public",
    },
    "LaunchPack": {
        "id": "internal",
        "activity": "public",
        "headline": "internal",  # a draft; what was released stands in the release
        "news": "internal",
        "newsletter": "internal",
        "short_post": "internal",
        "post": "internal",
        "picture_post": "internal",
        "picture_text": "internal",
        "picture": "internal",
        "saved_at": "internal",
        "revision": "internal",
    },
    "LaunchRelease": {
        "id": "internal",
        "activity": "public",
        "number": "public",
        "piece": "public",
        "words": "public",
        "picture": "public",
        "release_at": "public",
        "released_by": "personal",
        "told_at": "internal",
        "tries": "internal",
        "problem": "internal",
        "failed_at": "internal",
        "next_try_at": "internal",
    },
}


def export(person: Person) -> dict[str, Any]:
    """The launch packs that the person released as a member of staff."""
    rows = LaunchRelease.objects.filter(released_by=person).order_by("pk")
    return {"launch_packs_released": [{"number": row.number, "at": row.release_at.isoformat()} for row in rows]}


def erase(person: Person, *, at: datetime) -> None:
    """Forget who released; what was released is the authority's and stays."""
    LaunchRelease.objects.filter(released_by=person).update(released_by=None)


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Guests release nothing."""
