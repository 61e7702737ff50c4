"""Which files of a round may be given out now: the newest that nothing has been hidden from since."""

from dataclasses import dataclass

from django.db.models import Q

from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.models import Decision
from yhdyspinta.open_data.exports.building import UNFINISHED
from yhdyspinta.open_data.models import Export
from yhdyspinta.processes.models import Activity


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
    """At most four queries."""
    newest = list(Export.objects.filter(activity=activity).order_by("-pk")[:5])
    ready = next((one for one in newest if one.state == Export.State.READY), None)
    coming = next((one for one in newest if one.state in UNFINISHED), None)
    failed = bool(newest) and newest[0].state == Export.State.FAILED
    return Current(ready, coming, failed, is_outdated=ready is not None and has_lost(ready))


def has_lost(export: Export) -> bool:
    """Whether something in the files has been hidden, masked, withdrawn or edited since they were begun."""
    since = export.began_at
    decided = Q(at__gte=since) | Q(undone_at__gte=since)
    if Decision.objects.filter(decided, comment__activity=export.activity_id).exists():
        return True
    changed = Q(withdrawn_at__gte=since) | Q(edited_at__gte=since)
    return Comment.objects.filter(changed, activity=export.activity_id).exists()
