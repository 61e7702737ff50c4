"""The things that addresses of material name."""

from typing import Any
from uuid import uuid4

from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import BulkAction, SavedView, Signature, StaffNote, Theme, ThemeSuggestion, Translation
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity


def things(activity: Activity, comment: Comment, coordinator: Person) -> dict[str, Any]:
    """Values for the pieces of addresses, as in `things.py`."""
    now = clock.now()
    theme = Theme.objects.create(
        activity=activity, name={"fi": "Teema", "sv": "Tema"}, made_at=now, made_by=coordinator
    )
    BulkAction.objects.create(activity=activity, key=uuid4(), kind="theme_added", theme=theme, at=now, by=coordinator)
    Signature.objects.create(comment=comment, activity=activity, revision=1, bands=b"", like_count=0)
    note = StaffNote.objects.create(
        comment=comment, key=uuid4(), text="Salainen muistiinpano.", at=now, by=coordinator
    )  # fmt: skip
    view = SavedView.objects.create(activity=activity, name="Yhteinen", query="", is_shared=True, made_at=now)
    suggestion = ThemeSuggestion.objects.create(
        activity=activity, label=["aika"], comments=[comment.pk], central=[comment.pk], made_at=now
    )
    Translation.objects.create(
        comment=comment, language="sv", text="Hemlig.", of_words="", of_revision=1, at=now, by=coordinator
    )
    return {
        "language_tag": "sv",
        "theme": theme.pk,
        "note": note.pk,
        "view": view.pk,
        "suggestion": suggestion.pk,
        **{
            f"material:{name}.number": comment.number
            for name in ("apart", "bunch", "comment", "language", "mark", "note", "remove_translation", "translation")
        },
    }
