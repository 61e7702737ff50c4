"""The things that addresses of launch packs name."""

from typing import Any

from django.core.files.base import ContentFile

from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.launch.models import LaunchPack, LaunchPicture, LaunchRelease
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.short_links import code_of

_WORDS = {"fi": "Sanat", "sv": "Ord"}


def things(activity: Activity, comment: Comment, coordinator: Person) -> dict[str, Any]:
    """Values for the pieces of addresses, as in `things.py`."""
    now = clock.now()
    picture = LaunchPicture(activity=activity, kind="png", width=1, height=1)
    picture.file.save("kuva.png", ContentFile(b"\x89PNG"), save=True)
    names = ("headline", "news", "newsletter", "short_post", "post", "picture_post", "picture_text")
    words = dict.fromkeys(names, _WORDS)
    LaunchPack.objects.create(activity=activity, picture=picture, saved_at=now, **words)
    LaunchRelease.objects.create(
        activity=activity, number=1, words=words, picture=picture, release_at=now, told_at=now, released_by=coordinator
    )
    return {
        "code": code_of(activity.pk),
        **{f"launch:{name}.version": 1 for name in ("news_of", "picture")},
        "launch:material_file.language_tag": "fi",
        "launch:material_file.part": "news",
    }
