"""What changes: files are asked for or made anew by themselves, and those that newer ones follow go."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from django.db import transaction
from django.db.models import Exists, F, Max, OuterRef, Q, Subquery
from procrastinate.contrib.django import app

from yhdyspinta.audit.trail import record
from yhdyspinta.open_data.exports.current import UNFINISHED, changed_since, has_lost, is_behind
from yhdyspinta.open_data.exports.files import are_there, folders, remove_folder
from yhdyspinta.open_data.models import DataChange, Export
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.reports.models import ReportVersion

MAKE_FILES: Final = "open_data.make_files"
QUEUE: Final = "files"
FRESH: Final = timedelta(hours=1)
#: What senders edit or take back is left out of the files at once; whole new ones are made this seldom.
PAUSE: Final = timedelta(minutes=10)
#: So many rounds are taken each minute: an installation with many old ones gets their files little by little.
MOST_AT_ONCE: Final = 20


@transaction.atomic
def order_files(*, actor: Person | None, activity: Activity, at: datetime) -> Export:
    """Ask for the files of a round: those that are coming, those that will do, or new ones. Anybody may.

    What the authority has hidden or taken away makes new ones at once; what a sender has changed, and whatever changes after the
    round has closed, does after ten minutes.
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
        hurries = is_behind(export, at) or changed_since(export)
        return export.began_at > at - (PAUSE if hurries else FRESH)
    return export.asked_at > at - FRESH


def due_rounds(at: datetime) -> list[Activity]:
    """Public rounds that need files which nobody has to ask for, those that have waited longest first.

    Every closed round has them, made anew when what they hold has changed; so are those of an open round that somebody
    has asked for. One query: changes are noted as they happen (`DataChange`).
    """
    newest = Export.objects.filter(activity=OuterRef("pk")).order_by("-pk")
    found = Activity.objects.filter(
        process__in=Process.objects.published(at), method_key__in=keys_of_comment_methods()
    ).annotate(
        closed=Max("stages__closes_at"),
        files=Subquery(newest.values("state")[:1]),
        asked=Subquery(newest.values("asked_at")[:1]),
        began=Subquery(newest.values("began_at")[:1]),
        known=Subquery(newest.values("last_number")[:1]),
        changed=Exists(DataChange.objects.filter(activity=OuterRef("pk"))),
    )
    # Those that failed a while ago wait, so that they do not take every turn.
    lacking = Q(files=None) | Q(files=Export.State.FAILED, asked__lte=at - FRESH)
    ready = Q(files=Export.State.READY)
    due = Q(closed__lte=at) & (lacking | (ready & ~Q(last_comment_number=F("known")))) | (ready & Q(changed=True))
    rows = found.filter(due).order_by(F("began").asc(nulls_first=True), "pk")
    return list(rows.select_related("process__owner")[:MOST_AT_ONCE])


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
    """Files that newer ones follow, and rows whose files are gone; counted by authority. The newest stay.

    What is noted of rounds that have no files, or are no more, goes too.
    """
    counts: Counter[int | None] = Counter()
    newest: set[int] = set()
    there = folders()  # listed first: one that is made from now on has its row
    done = Export.objects.exclude(state__in=UNFINISHED).order_by("-pk").values_list(
        "pk", "activity", "folder", "state", "activity__process__owner"
    )  # fmt: skip
    for pk, activity, folder, state, owner in list(done):
        if activity not in newest and state == Export.State.READY and are_there(folder):
            newest.add(activity)
            continue
        Export.objects.filter(pk=pk).delete()
        remove_folder(folder)
        counts[owner] += 1
    DataChange.objects.exclude(activity__in=Export.objects.values("activity")).delete()
    for name in there - set(Export.objects.values_list("folder", flat=True)):
        remove_folder(name)
    return counts
