"""Make the files of a download: each part is kept with its place, so that nothing is done twice after a death."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F, Q

from yhdyspinta.audit import clock
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.open_data.exports import files
from yhdyspinta.open_data.exports.answers import answers_of
from yhdyspinta.open_data.exports.codebook import codebook, totals
from yhdyspinta.open_data.exports.current import UNFINISHED, changed_before, seen_deeds
from yhdyspinta.open_data.exports.rows import around, batch
from yhdyspinta.open_data.exports.workbook import write_workbook
from yhdyspinta.open_data.licence import LICENCE
from yhdyspinta.open_data.models import DataChange, Export
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording

STALLED: Final = timedelta(seconds=90)
MOST_TRIES: Final = 5


class TakenOver(Exception):
    """Another worker makes these files now."""


def stalled(at: datetime) -> Q:
    """Unfinished, and nobody has given a sign of life for a while."""
    return Q(state__in=UNFINISHED) & (Q(touched_at=None) | Q(touched_at__lt=at - STALLED))


def build(pk: int, *, worker: UUID) -> None:
    """Make the files, or go on making them, unless somebody else does."""
    at = clock.now()
    taken = Export.objects.filter(stalled(at), pk=pk).update(
        worker=worker, touched_at=at, state=Export.State.RUNNING, tries=F("tries") + 1
    )
    if not taken:
        return
    export = Export.objects.select_related("activity__process__owner").get(pk=pk)
    if export.tries > MOST_TRIES:
        _keep(export, state=Export.State.FAILED)
        return
    if export.began_at is None or not files.have_our_columns(files.folder_of(export.folder)):
        _begin(export, at)
    try:
        _make(export)
    except TakenOver:
        return


def _begin(export: Export, at: datetime) -> None:
    """Note what is true before anything is read; what changes from now on is noted for the next files.

    Parts that another version of the program made have other columns: they go, and all is read anew into a folder that
    no worker of that version knows.
    """
    activity, former = export.activity, export.folder
    folder = former if export.began_at is None else uuid4().hex
    files.note_columns(files.folder_of(folder))
    with transaction.atomic():
        seen, changed = seen_deeds(activity.pk, at), changed_before(activity.pk, at)
        _keep(
            export, began_at=at, seen=seen, changed=changed, expected=activity.comment_count,
            last_number=activity.last_comment_number, cursor=0, parts=0, rows=0, named=[],
            folder=folder,
        )  # fmt: skip
        _take_notes_away(activity)
    if folder != former:
        files.remove_folder(former)


def _take_notes_away(activity: Activity) -> None:
    """Take away what was noted of a round whose new files are begun; files that lost something by it stay as lost."""
    noted = dict(DataChange.objects.filter(activity=activity).values_list("pk", "is_loss"))
    if any(noted.values()):
        Export.objects.filter(activity=activity, state=Export.State.READY).update(has_lost=True)
    DataChange.objects.filter(pk__in=noted).delete()


def _keep(export: Export, **values: Any) -> None:
    """Note how far it is, as long as it is ours."""
    values["touched_at"] = clock.now()
    kept = Export.objects.filter(pk=export.pk, worker=export.worker, state=Export.State.RUNNING).update(**values)
    if not kept:
        raise TakenOver
    for name, value in values.items():
        setattr(export, name, value)


def _make(export: Export) -> None:
    write_parts(export)
    folder, beat = files.folder_of(export.folder), _beat(export)
    files.join_csv(folder, export.parts)
    beat()
    files.join_json(folder, export.parts, about(export), beat)
    make_workbook(export, beat)
    _keep(export, state=Export.State.READY, ready_at=clock.now())
    files.remove_parts(folder)


def write_parts(export: Export) -> None:
    """Read what no part holds yet."""
    shared = around(export.activity)
    read = [[*pair, name] for pair, name in sorted(shared.speakers.items())]
    _keep(export, named=export.named + [one for one in read if one not in export.named])
    while rows := batch(export.activity, shared, after=export.cursor):
        files.write_part(files.folder_of(export.folder), export.parts + 1, rows)
        _keep(export, parts=export.parts + 1, cursor=rows[-1]["number"], rows=export.rows + len(rows))


def make_workbook(export: Export, beat: Callable[[], None]) -> None:
    folder = files.folder_of(export.folder)
    told = {key: value if isinstance(value, str) else str(value) for key, value in facts(export).items()}
    with files.written(folder / "comments.xlsx") as file:
        rows = files.rows_of(folder, export.parts, beat)
        answers = [one.cells for one in answers_of(export.activity)]
        write_workbook(file, rows, totals(export.activity), codebook(), told, answers=answers)


def _beat(export: Export) -> Callable[[], None]:
    return lambda: _keep(export)


def facts(export: Export) -> dict[str, Any]:
    """What the files are of."""
    activity = export.activity
    process = activity.process
    title = Wording(process.title)
    return {
        **{f"title_{language}": text for language, text in title.items() if "-" not in language},
        "authority": Wording(process.owner.name).text("fi"),
        "page": absolute(activity_address(activity, "open_data:round", language="fi")),
        "published_until": export.began_at.isoformat(timespec="seconds") if export.began_at else "",
        "comments": export.rows,
        "senders": activity.sender_count,
        "licence": LICENCE,
    }


def about(export: Export) -> dict[str, Any]:
    """What stands before the comments in the JSON file."""
    return {
        "about": facts(export),
        "totals": [
            {"kind": one.kind, "key": one.key, "words": one.words, "senders": one.senders}
            for one in totals(export.activity)
        ],
        "answers": [one.told for one in answers_of(export.activity)],
        "codebook": [{"column": one.column, "value": one.value, "words": one.words} for one in codebook()],
    }
