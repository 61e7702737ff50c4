"""Personal data in documents: only which member of staff brought something in."""

from datetime import datetime
from typing import Any

from yhdyspinta.documents.models import Attachment, DocumentDraftImport
from yhdyspinta.people.models import Person

FIELDS = {
    "Document": {
        "id": "public",
        "activity": "public",
        "position": "public",
        "slug": "public",
        "title": "public",
        "summary": "public",
        "revision": "internal",
        "letter_number": "public",
    },
    "DocumentVersion": {
        "id": "public",
        "document": "public",
        "number": "public",
        "name": "public",
        "what_changed": "public",
        "thread": "public",
        "created_at": "internal",
        "published_at": "public",
    },
    "Section": {
        "id": "public",
        "version": "public",
        "position": "public",
        "level": "public",
        "number": "public",
        "anchor": "public",
        "questions": "public",
        "thread": "public",
        "revision": "internal",
    },
    "SectionText": {
        "id": "public",
        "section": "public",
        "language": "public",
        "heading": "public",
        "body": "public",
        "revision": "internal",
    },
    "DocumentDraftImport": {
        "id": "internal",
        "document": "internal",
        "language": "internal",
        "source": "internal",
        "sections": "internal",
        "created_at": "internal",
        "created_by": "personal",
        "used_at": "internal",
    },
    "Attachment": {
        "id": "public",
        "document": "public",
        "name": "public",
        "file": "public",
        "original_name": "public",
        "content_type": "public",
        "size": "public",
        "language": "public",
        "added_at": "public",
        "added_by": "personal",
        "removed_at": "internal",
    },
}


def export(person: Person) -> dict[str, Any]:
    """What the person brought in as a member of staff."""
    files = Attachment.objects.filter(added_by=person).order_by("pk")
    drafts = DocumentDraftImport.objects.filter(created_by=person).order_by("pk")
    return {
        "attachments_added": [{"file": file.original_name, "at": file.added_at.isoformat()} for file in files],
        "drafts_brought_in": [
            {"document": str(draft.document.title), "language": draft.language, "at": draft.created_at.isoformat()}
            for draft in drafts.select_related("document")
        ],
    }


def erase(person: Person, *, at: datetime) -> None:
    """Who brought something in is forgotten; the documents are the authority's."""
    Attachment.objects.filter(added_by=person).update(added_by=None)
    DocumentDraftImport.objects.filter(created_by=person).update(created_by=None)


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Guests bring in nothing."""
