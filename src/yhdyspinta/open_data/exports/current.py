"""Which files of a round may be given out now, and which of their rows: what was read is compared with what is true."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.models import Decision
from yhdyspinta.open_data.exports.speakers import confirmed
from yhdyspinta.open_data.models import DataChange, Export
from yhdyspinta.processes.models import Activity

UNFINISHED: Final = (Export.State.WAITING, Export.State.RUNNING)
#: No deed takes as long from its request's coming to its being done.
LONGEST: Final = timedelta(hours=1)


@dataclass(frozen=True)
class Current:
    """The files that are there, those that are being made, and what of the first may still be given out."""

    ready: Export | None
    coming: Export | None
    failed: bool
    is_outdated: bool
    left_out: frozenset[int] = frozenset()  # numbers of comments that their senders have changed or taken back since

    @property
    def given(self) -> Export | None:
        return None if self.is_outdated else self.ready

    @property
    def kinds(self) -> tuple[str, ...]:
        """A workbook is given whole or not at all."""
        return ("csv", "json") if self.left_out else ("csv", "xlsx", "json")


def current(activity: Activity) -> Current:
    """At most seven queries."""
    newest = list(Export.objects.filter(activity=activity).order_by("-pk")[:5])
    ready = next((one for one in newest if one.state == Export.State.READY), None)
    coming = next((one for one in newest if one.state in UNFINISHED), None)
    failed = bool(newest) and newest[0].state == Export.State.FAILED
    if ready is None or has_lost(ready):
        return Current(ready, coming, failed, is_outdated=ready is not None)
    return Current(ready, coming, failed, is_outdated=False, left_out=changed_since(ready))


def has_lost(export: Export) -> bool:
    """Whether the authority has hidden, masked or taken away something since the files were begun, or a name's speaker is
    confirmed no more.

    What was taken away is noted as a `DataChange` until newer files are begun, and then in these (`building`).

    A decision takes its time when its request comes and is seen when it is done: one that began before the files and
    was done after them is told by `seen`.
    """
    since = export.began_at
    if since is None:
        return False
    if export.has_lost or DataChange.objects.filter(activity=export.activity_id, is_loss=True).exists():
        return True
    if _decided(export.activity_id, since).exists() or seen_deeds(export.activity_id, since) != export.seen:
        return True
    named = {(organisation, person): name for organisation, person, name in export.named}
    return bool(named) and not named.items() <= confirmed({organisation for organisation, _ in named}).items()


def is_behind(export: Export, at: datetime) -> bool:
    """Whether the round has closed and what the files hold has changed since they were begun, or comments have come."""
    activity = Activity.objects.filter(pk=export.activity_id).annotate(
        closed=Max("stages__closes_at"), changed=Exists(DataChange.objects.filter(activity=OuterRef("pk")))
    )
    stale = Q(changed=True) | ~Q(last_comment_number=export.last_number)
    return activity.filter(stale, closed__lte=at).exists()


def seen_deeds(activity: int, at: datetime) -> str:
    """What was decided shortly before, as far as it is done by now: a short sum of it."""
    rows = list(_decided(activity, at - LONGEST).order_by("pk").values_list("pk", "at", "undone_at"))
    return sha256(repr(rows).encode()).hexdigest() if rows else ""


def _decided(activity: int, since: datetime) -> QuerySet[Decision]:
    return Decision.objects.filter(Q(at__gte=since) | Q(undone_at__gte=since), comment__activity=activity)


def changed_since(export: Export) -> frozenset[int]:
    """Numbers of the comments in the files that were edited or withdrawn after they were read, whatever their time."""
    if export.began_at is None:
        return frozenset()
    known = {(number, revision, state) for number, revision, state in export.changed}
    rows = _changed(export.activity_id, export.began_at - LONGEST).filter(number__lte=export.cursor)
    return frozenset(row[0] for row in _marks(rows) if row not in known)


def changed_before(activity: int, at: datetime) -> list[tuple[int, int, str]]:
    """Comments that were edited or withdrawn shortly before, as they stand now: number, revision and state."""
    return list(_marks(_changed(activity, at - LONGEST)))


def _changed(activity: int, since: datetime) -> QuerySet[Comment]:
    return Comment.objects.filter(Q(withdrawn_at__gte=since) | Q(edited_at__gte=since), activity=activity)


def _marks(rows: QuerySet[Comment]) -> Iterable[tuple[int, int, str]]:
    return rows.order_by("number").values_list("number", "revision", "state")
