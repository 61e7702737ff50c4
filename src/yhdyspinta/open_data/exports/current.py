"""Which files of a round may be given out now: the newest that nothing has been hidden from since."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from django.db.models import Q, QuerySet

from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.models import Decision
from yhdyspinta.open_data.models import Export
from yhdyspinta.processes.models import Activity

UNFINISHED: Final = (Export.State.WAITING, Export.State.RUNNING)
#: No deed takes as long from its request's coming to its being done.
LONGEST: Final = timedelta(hours=1)


@dataclass(frozen=True)
class Current:
    """The files that are there, those that are being made, and whether the first may still be given out."""

    ready: Export | None
    coming: Export | None
    failed: bool
    is_outdated: bool

    @property
    def given(self) -> Export | None:
        return None if self.is_outdated else self.ready


def current(activity: Activity) -> Current:
    """At most six queries."""
    newest = list(Export.objects.filter(activity=activity).order_by("-pk")[:5])
    ready = next((one for one in newest if one.state == Export.State.READY), None)
    coming = next((one for one in newest if one.state in UNFINISHED), None)
    failed = bool(newest) and newest[0].state == Export.State.FAILED
    return Current(ready, coming, failed, is_outdated=ready is not None and has_lost(ready))


def has_lost(export: Export) -> bool:
    """Whether something in the files has been hidden, masked, withdrawn or edited since they were begun.

    A deed takes its time when its request comes and is seen when it is done: one that began before the files and was
    done after them is told by `seen`.
    """
    since = export.began_at
    if since is None:
        return False
    if _decided(export.activity_id, since).exists() or _changed(export.activity_id, since).exists():
        return True
    return seen_deeds(export.activity_id, since) != export.seen


def seen_deeds(activity: int, at: datetime) -> str:
    """What was hidden, masked, withdrawn or edited shortly before, as far as it is done by now: a short sum of it."""
    since = at - LONGEST
    rows = [
        *_decided(activity, since).order_by("pk").values_list("pk", "at", "undone_at"),
        *_changed(activity, since).order_by("pk").values_list("pk", "withdrawn_at", "edited_at"),
    ]
    return sha256(repr(rows).encode()).hexdigest() if rows else ""


def _decided(activity: int, since: datetime) -> QuerySet[Decision]:
    return Decision.objects.filter(Q(at__gte=since) | Q(undone_at__gte=since), comment__activity=activity)


def _changed(activity: int, since: datetime) -> QuerySet[Comment]:
    return Comment.objects.filter(Q(withdrawn_at__gte=since) | Q(edited_at__gte=since), activity=activity)
