"""What goes of what was begun and never sent: files of comments, notes from tables, organisations' statements.

What became a comment is the authority's document and has the process's own time.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Max, Q, QuerySet

from yhdyspinta.intake.models import TableLink, TableNote, Upload
from yhdyspinta.statements.closing import UNSENT_KEPT
from yhdyspinta.statements.models import Colleague, Statement

FILES: Final = timedelta(days=30)
NOTES: Final = timedelta(days=30)
LINKS: Final = timedelta(days=90)
STATEMENTS: Final = UNSENT_KEPT
ASKED: Final = timedelta(days=30)

Counts = Counter[int | None]


def _deleted(found: QuerySet[Any], owner: str) -> Counts:
    """Delete the rows and count them by authority; what hangs on them goes too and is not counted."""
    rows = dict(found.values_list("pk", owner))
    found.model._base_manager.filter(pk__in=rows).delete()  # noqa: SLF001 (Django's documented way)
    return Counter(rows.values())


def _files(at: datetime) -> Counts:
    """Files that were uploaded and never brought in."""
    left = Upload.objects.filter(imported_at=None, uploaded_at__lt=at - FILES)
    return _deleted(left, "activity__process__owner")


def _tables(at: datetime) -> Counts:
    """Notes of tables: a settled one soon, one that nobody settled with its link."""
    owner = "batch__activity__process__owner"
    settled = _deleted(TableNote.objects.filter(settled_at__lt=at - NOTES), f"link__{owner}")
    ended = TableLink.objects.filter(Q(expires_at__lt=at - LINKS) | Q(revoked_at__lt=at - LINKS))
    unsettled = _deleted(TableNote.objects.filter(link__in=ended), f"link__{owner}")
    ended.delete()
    return settled + unsettled


def _statements(at: datetime) -> Counts:
    """Statements that were not sent, once their round has closed."""
    unsent = Statement.objects.filter(receipt=None).annotate(closed_at=Max("activity__stages__closes_at"))
    return _deleted(unsent.filter(closed_at__lt=at - STATEMENTS), "activity__process__owner")


def _asked(at: datetime) -> Counts:
    """Addresses of colleagues who never joined."""
    unused = Colleague.objects.filter(joined_at=None, expires_at__lt=at - ASKED)
    return _deleted(unused, "statement__activity__process__owner")


RULES: Final[dict[str, Callable[[datetime], Counts]]] = {
    "files": _files,
    "tables": _tables,
    "statements": _statements,
    "colleagues": _asked,
}
