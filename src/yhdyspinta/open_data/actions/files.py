"""What changes: files are asked for, and old ones go."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from django.db import transaction
from django.db.models import Max
from django.db.models.functions import Greatest
from procrastinate.contrib.django import app

from yhdyspinta.audit.trail import record
from yhdyspinta.open_data.exports.current import UNFINISHED, changed_since, has_lost
from yhdyspinta.open_data.exports.files import remove_folder
from yhdyspinta.open_data.models import Export
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.reports.models import ReportVersion

MAKE_FILES: Final = "open_data.make_files"
QUEUE: Final = "files"
FRESH: Final = timedelta(hours=1)
#: What senders edit or take back is left out of the files at once; whole new ones are made this seldom.
PAUSE: Final = timedelta(minutes=10)
KEPT: Final = timedelta(days=30)


@transaction.atomic
def order_files(*, actor: Person | None, activity: Activity, at: datetime) -> Export:
    """Ask for the files of a round: those that are coming, those of the last hour, or new ones. Anybody may.

    What the authority has hidden makes new ones at once; what a sender has changed does after ten minutes.
    """
    Activity.objects.select_for_update(of=("self",), no_key=True).get(pk=activity.pk)
    newest = Export.objects.filter(activity=activity).order_by("-pk").first()
    if newest is not None and _will_do(newest, at):
        return newest
    made = Export.objects.create(activity=activity, folder=uuid4().hex, asked_at=at, expected=activity.comment_count)
    process = activity.process
    record("open_data.files_ordered", actor=actor, target=made, at=at, process=process)
    transaction.on_commit(lambda: _wake(made.pk), robust=True)
    return made


def _will_do(export: Export, at: datetime) -> bool:
    if export.state in UNFINISHED:
        return True
    if export.state == Export.State.READY:
        if export.began_at is None or has_lost(export):
            return False
        if ReportVersion.objects.filter(activity=export.activity_id, published_at__gte=export.began_at).exists():
            return False  # it tells of themes that the files do not
        return export.began_at > at - (PAUSE if changed_since(export) else FRESH)
    return export.asked_at > at - FRESH


def due_rounds(at: datetime) -> list[Activity]:
    """Public rounds that closed, or whose report was published, within a month, and have no files asked for since."""
    since = at - KEPT
    public = Process.objects.published(at).filter(cancelled_at=None)
    found = Activity.objects.filter(process__in=public, method_key__in=keys_of_comment_methods(), comment_count__gt=0)
    found = found.annotate(
        happened=Greatest(Max("stages__closes_at"), Max("report_versions__published_at")),
        closed=Max("stages__closes_at"),
    )
    rows = list(found.filter(closed__lte=at, happened__gt=since, happened__lte=at).select_related("process__owner"))
    asked = dict(
        Export.objects.filter(activity__in=rows).values_list("activity").annotate(last=Max("asked_at")).order_by()
    )
    return [row for row in rows if row.pk not in asked or asked[row.pk] < row.happened]


def _wake(pk: int) -> None:
    """The task goes by its name: `tasks` imports this."""
    app.configure_task(MAKE_FILES, queue=QUEUE).defer(export=pk)


def remove_followed(pk: int) -> None:
    """Files that these follow, once these are ready: what is being read is read to its end."""
    ready = Export.objects.filter(pk=pk, state=Export.State.READY).first()
    if ready is None:
        return
    older = Export.objects.filter(activity=ready.activity_id, pk__lt=pk).exclude(state__in=UNFINISHED)
    for old, folder in list(older.values_list("pk", "folder")):
        Export.objects.filter(pk=old).delete()
        remove_folder(folder)


def remove_old_files(*, at: datetime) -> Counter[int | None]:
    """Files that newer ones follow, and those that nobody asked anew for a month; counted by authority."""
    counts: Counter[int | None] = Counter()
    newest: set[int] = set()
    done = Export.objects.exclude(state__in=UNFINISHED).order_by("-pk").values_list(
        "pk", "activity", "folder", "state", "asked_at", "activity__process__owner"
    )  # fmt: skip
    for pk, activity, folder, state, asked_at, owner in list(done):
        if activity not in newest and state == Export.State.READY and asked_at > at - KEPT:
            newest.add(activity)
            continue
        Export.objects.filter(pk=pk).delete()
        remove_folder(folder)
        counts[owner] += 1
    return counts
