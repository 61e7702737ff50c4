"""What a worker does with a long file: reads it, tells how far, and brings everything in at once."""

from contextlib import suppress

from django.utils.translation import override

from yhdyspinta.audit import clock
from yhdyspinta.intake.actions.columns import map_as_the_last
from yhdyspinta.intake.actions.long_files import (
    begin_work,
    give_up_reading,
    keep_found,
    keep_rows,
    tell_progress,
    wait_for_turn,
)
from yhdyspinta.intake.actions.progress import Telling
from yhdyspinta.intake.actions.turns import ANOTHER_FILE, FILE_IS_HELD
from yhdyspinta.intake.actions.uploads import import_upload, reserve_numbers
from yhdyspinta.intake.importing.kept import found_in
from yhdyspinta.intake.importing.reading import checked
from yhdyspinta.intake.importing.sheets import rows_by_kind
from yhdyspinta.intake.models import Upload, UploadContent
from yhdyspinta.wording.refusals import Refusal


def work_on(pk: int) -> None:
    """Read the file and keep what it holds; of another service's, which columns it has; then bring it in, in one transaction, if that was asked for.

    A worker that dies leaves nothing half done: the next one begins anew, and what was brought in is not brought again.
    """
    upload = begin_work(pk, at=clock.now())
    if upload is None:
        return
    with override(upload.activity.process.owner.languages[0]):
        if upload.work == Upload.Work.READ:
            _read(upload)
        if upload.work in {"", Upload.Work.READ}:
            return
        found = checked(upload, at=clock.now(), tell=lambda row: tell_progress(pk, row, at=clock.now()))
        wants_in = upload.work == Upload.Work.IMPORT and not found.problems
        keep_found(upload, found_in(upload, found), goes_on=wants_in)
        if wants_in:
            _bring_in(upload)


def _read(upload: Upload) -> None:
    """The rows of a file that was kept as it came, within the limits that hold for one that is read at once."""
    try:
        content = UploadContent.objects.get(upload=upload.pk).content
        rows, sheets = rows_by_kind(
            upload.kind, bytes(content), upload.file_name, lambda row: tell_progress(upload.pk, row, at=clock.now())
        )
    except UploadContent.DoesNotExist:
        return  # thrown away meanwhile
    except Refusal as refusal:
        give_up_reading(upload, refusal)
        return
    if keep_rows(upload, rows, sheets) and upload.kind == Upload.Kind.EARLIER and upload.work_by is not None:
        with suppress(Refusal):  # then whoever opens the file says which column is what
            map_as_the_last(actor=upload.work_by, upload=upload, at=clock.now())


def _bring_in(upload: Upload) -> None:
    try:
        if upload.work_by is None:
            raise Refusal("not_your_role")
        reserve_numbers(actor=upload.work_by, upload=upload)
        with Telling(upload.pk) as telling:
            import_upload(actor=upload.work_by, upload=upload, at=clock.now(), telling=telling)
    except Refusal as refusal:
        if refusal.code in {ANOTHER_FILE, FILE_IS_HELD}:
            wait_for_turn(upload.pk)
            return
        keep_found(upload, {"refusal": refusal.code}, goes_on=False)
