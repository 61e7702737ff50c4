"""What the work on comments holds of people: which member of staff did it, and their notes, translations and saved views."""

from datetime import datetime
from typing import Any

from django.db.models import Value

from yhdyspinta.material.models import (
    BulkAction,
    CommentWork,
    SavedView,
    StaffNote,
    Theme,
    ThemeSuggestion,
    Translation,
)
from yhdyspinta.people.models import Person

FIELDS = {
    "Theme": {
        "id": "internal", "activity": "public", "name": "public", "comment_count": "internal",
        "revision": "internal", "made_at": "internal", "made_by": "personal",
    },
    "CommentTheme": {"id": "internal", "theme": "public", "comment": "public"},
    "CommentWork": {"comment": "internal", "stance": "internal", "assignee": "personal", "due_on": "internal"},
    "StaffNote": {
        "id": "internal", "comment": "internal", "key": "internal", "text": "personal", "at": "internal",
        "by": "personal",
    },
    "Translation": {
        "id": "internal", "comment": "public", "language": "public", "text": "public", "of_words": "internal",
        "of_revision": "internal", "of_mask": "internal", "revision": "internal", "at": "internal", "by": "personal",
    },
    "SavedView": {
        "id": "internal", "activity": "internal", "person": "personal", "name": "personal", "query": "personal",
        "is_shared": "internal", "made_at": "internal",
    },
    "BulkAction": {
        "id": "internal", "activity": "internal", "key": "internal", "kind": "internal", "theme": "internal",
        "theme_name": "internal", "assignee": "personal", "due_on": "internal", "stance": "internal", "reason": "internal",
        "language": "internal", "answer": "internal", "comments": "internal", "before": "personal",
        "of_theme": "internal", "count": "internal", "at": "internal", "by": "personal",
        "undone_at": "internal", "undone_by": "personal",
    },
    "Signature": {
        "comment": "internal", "activity": "internal", "revision": "internal", "bands": "internal",
        "leader": "internal", "score": "internal", "like_count": "internal", "is_apart": "internal",
    },
    "Looking": {
        "activity": "internal", "entry_id": "internal", "looked_at": "internal", "themes_asked_at": "internal",
        "themes_made_at": "internal", "look_failed_at": "internal", "look_failures": "internal",
        "themes_failed_at": "internal", "themes_failures": "internal",
    },
    "ThemeSuggestion": {
        "id": "internal", "activity": "internal", "label": "internal", "comments": "internal",
        "central": "internal", "left_out": "internal", "state": "internal", "theme": "internal", "made_at": "internal",
        "decided_at": "internal", "decided_by": "personal",
    },
}  # fmt: skip


def export(person: Person) -> dict[str, Any]:
    """What the person wrote and keeps as a member of staff, and what is assigned to them."""
    written = _written(person)
    views = SavedView.objects.filter(person=person).order_by("pk")
    work = CommentWork.objects.filter(assignee=person).order_by("pk")
    deeds = BulkAction.objects.filter(by=person).order_by("pk")
    return {
        "notes": [{"comment": comment, "text": text, "at": at} for at, comment, tag, text in written if not tag],
        "saved_views": [{"name": view.name, "query": view.query, "is_shared": view.is_shared} for view in views],
        "assigned": [{"comment": row.comment_id, "due_on": row.due_on} for row in work],
        "deeds": [{"kind": deed.kind, "count": deed.count, "at": deed.at} for deed in deeds],
        "translations": [
            {"comment": comment, "language": tag, "text": text, "at": at} for at, comment, tag, text in written if tag
        ],
    }


def _written(person: Person) -> list[tuple[Any, ...]]:
    """When, on which comment, into which language and what: notes (no language) and translations; one query."""
    notes = StaffNote.objects.filter(by=person).values_list("at", "comment", Value(""), "text")
    translations = Translation.objects.filter(by=person).exclude(text="")
    return list(notes.union(translations.values_list("at", "comment", "language", "text"), all=True).order_by("at"))


def erase(person: Person, *, at: datetime) -> None:
    """Forget who did the work; notes, translations and shared views are the authority's and stay, nameless."""
    SavedView.objects.filter(person=person, is_shared=False).delete()
    SavedView.objects.filter(person=person).update(person=None)
    StaffNote.objects.filter(by=person).update(by=None)
    Translation.objects.filter(by=person).update(by=None)
    CommentWork.objects.filter(assignee=person).update(assignee=None)
    Theme.objects.filter(made_by=person).update(made_by=None)
    BulkAction.objects.filter(by=person).update(by=None)
    BulkAction.objects.filter(undone_by=person).update(undone_by=None)
    BulkAction.objects.filter(assignee=person).update(assignee=None)
    ThemeSuggestion.objects.filter(decided_by=person).update(decided_by=None)
    _forget_before(person)


def _forget_before(person: Person) -> None:
    """Whom comments were assigned to before they were given to somebody else."""
    for deed in BulkAction.objects.filter(kind="assigned", before__contains=[[{"assignee": person.pk}]]):
        for old, _comments in deed.before:
            if old.get("assignee") == person.pk:
                old["assignee"] = None
        deed.save(update_fields=["before"])


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Guests work on no comments."""
