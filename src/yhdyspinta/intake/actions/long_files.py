"""A file is read when it comes: a short one at once, a long one in the background, with how far its rows are read."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from procrastinate.contrib.django import app

from yhdyspinta.intake.importing.cells import Rows
from yhdyspinta.intake.importing.kept import found_in, is_long
from yhdyspinta.intake.importing.reading import checked
from yhdyspinta.intake.importing.sheets import Kept
from yhdyspinta.intake.models import Upload, UploadContent, UploadProgress
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal

WORK_ON_FILE: Final = "intake.work_on_file"
QUEUE: Final = "files"
STALLED: Final = timedelta(minutes=3)
MOST_TRIES: Final = 3


def read_or_order(actor: Person, upload: Upload, at: datetime, work: str = Upload.Work.CHECK) -> None:
    """In the caller's transaction: keep what a short file holds, or have a long one read in the background."""
    if not is_long(upload):
        upload.found = found_in(upload, checked(upload, at=at))
        upload.save(update_fields=["found"])
        return
    _order(actor, upload, at, work)


def order_reading(actor: Person, upload: Upload, content: bytes, rows: int, at: datetime) -> None:
    """In the caller's transaction: keep a file that takes long to read as it is, and have its rows read in the background."""
    UploadContent.objects.create(upload=upload, content=content)
    upload.row_count = rows
    _order(actor, upload, at, Upload.Work.READ)


def _order(actor: Person, upload: Upload, at: datetime, work: str) -> None:
    upload.work, upload.work_asked_at, upload.work_by = work, at, actor
    upload.rows_read, upload.tries, upload.found = 0, 0, {}
    upload.save(update_fields=["work", "work_asked_at", "work_by", "rows_read", "row_count", "tries", "found"])
    UploadProgress.objects.update_or_create(upload=upload, defaults={"checked": 0, "stored": 0, "at": at})
    transaction.on_commit(lambda: _wake(upload.pk), robust=True)


def _wake(pk: int) -> None:
    """The task goes by its name: `tasks` imports this."""
    app.configure_task(WORK_ON_FILE, queue=QUEUE, lock=f"{WORK_ON_FILE}:{pk}").defer(upload=pk)


def begin_work(pk: int, *, at: datetime) -> Upload | None:
    """The file with its round, if it still waits to be worked on; each beginning is counted."""
    with transaction.atomic():
        waiting = Upload.objects.filter(pk=pk, imported_at=None).exclude(work="")
        UploadProgress.objects.filter(upload=pk).update(checked=0, stored=0, at=at)
        if not waiting.filter(tries__lt=MOST_TRIES).update(tries=F("tries") + 1, work_asked_at=at, rows_read=0):
            UploadContent.objects.filter(upload=pk).delete()
            waiting.filter(work=Upload.Work.READ).update(row_count=0)
            waiting.update(work="", found={"refusal": "file_work_failed"})
            return None
    return Upload.objects.select_related("activity__process__owner", "work_by").filter(pk=pk).first()


def tell_progress(pk: int, row: int, *, at: datetime) -> None:
    """How far the rows have been read; also the sign that somebody works on the file."""
    with transaction.atomic():
        Upload.objects.filter(pk=pk).update(rows_read=row, work_asked_at=at)


def keep_found(upload: Upload, found: dict[str, object], *, goes_on: bool) -> None:
    """What the reading found; the work is over unless everything is brought in next."""
    with transaction.atomic():
        rows = Upload.objects.filter(pk=upload.pk, imported_at=None, work=upload.work)
        rows.update(found=found, rows_read=upload.row_count, **({} if goes_on else {"work": ""}))


def keep_rows(upload: Upload, rows: Rows, sheets: Kept | None = None) -> bool:
    """What was read of a file, which is let go; a file with a template of ours is checked next. False when it is gone."""
    work = "" if upload.kind == Upload.Kind.EARLIER else Upload.Work.CHECK
    with transaction.atomic():
        held = Upload.objects.filter(pk=upload.pk, work=Upload.Work.READ)
        if not held.update(rows=rows, sheets=sheets, row_count=len(rows), rows_read=0, work=work):
            return False
        UploadContent.objects.filter(upload=upload.pk).delete()
    upload.rows, upload.sheets, upload.row_count, upload.work = rows, sheets, len(rows), work
    return True


def give_up_reading(upload: Upload, refusal: Refusal) -> None:
    """The file cannot be read: why is kept, the file is not."""
    with transaction.atomic():
        held = Upload.objects.filter(pk=upload.pk, work=Upload.Work.READ)
        told = {"refusal": refusal.code, "values": refusal.values}
        held.update(work="", row_count=0, found=told)
        UploadContent.objects.filter(upload=upload.pk).delete()


def wait_for_turn(pk: int) -> None:
    """Another file is brought into the round: this one is begun anew a moment later, and the try is not counted."""
    with transaction.atomic():
        Upload.objects.filter(pk=pk, imported_at=None, tries__gt=0).update(tries=F("tries") - 1)


def stalled(at: datetime) -> Q:
    """Files that a worker that died has left: neither the reading nor the bringing in has given a sign of life."""
    brought = UploadProgress.objects.filter(upload=OuterRef("pk"), at__gte=at - STALLED)
    return Q(~Exists(brought), imported_at=None, work_asked_at__lt=at - STALLED) & ~Q(work="")
