"""What a statement can speak of: the whole matter, a version of a draft as a whole, or one section."""

from typing import Any

from yhdyspinta.comments.models import Thread
from yhdyspinta.comments.whole import whole_thread_id, whole_threads
from yhdyspinta.documents.models import DocumentVersion, Section
from yhdyspinta.processes.models import Activity
from yhdyspinta.statements.models import Statement, StatementPart

#: The round's own thread is the place of the whole matter.
Place = Section | DocumentVersion | Thread


def thread_of(place: Place) -> int | None:
    """Where what is said on the place becomes a comment, none where nothing can be said."""
    return place.pk if isinstance(place, Thread) else place.thread_id


def where(place: Place) -> dict[str, Any]:
    """The place as fields of a part; the whole matter has neither section nor version."""
    return {
        "section": place if isinstance(place, Section) else None,
        "version": place if isinstance(place, DocumentVersion) else None,
    }


def is_here(place: Place, activity: Activity) -> bool:
    """Whether the round may be spoken to there: its own matter, or a draft of it that is published."""
    if isinstance(place, Thread):
        return whole_threads(activity).filter(pk=place.pk).exists()
    version = place.version_id if isinstance(place, Section) else place.pk
    found = DocumentVersion.objects.filter(pk=version, document__activity=activity)
    return found.filter(published_at__isnull=False).exists()


def with_threads(statement: Statement) -> list[tuple[StatementPart, int]]:
    """What is written, in the order of the statement, each with the thread where it becomes a comment; two queries."""
    parts = StatementPart.objects.filter(statement=statement).exclude(text="")
    rows = sorted(parts.select_related("section__version__document", "version__document"), key=_in_order)
    matter = whole_thread_id(statement.activity)
    return [(part, place.thread_id or 0 if (place := part.section or part.version) else matter) for part in rows]


def _in_order(part: StatementPart) -> tuple[int, ...]:
    """The whole matter, then by document; what is said of the whole before what is said of its sections."""
    version = part.section.version if part.section else part.version
    if version is None:
        return (-1,)
    place = part.section.position + 1 if part.section else 0
    return (version.document.position, version.document.pk, place, part.pk)
