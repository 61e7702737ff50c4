"""A file of comments: kept once, checked whole, and brought in at once or not at all."""

import hashlib
from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.comments import counters
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.actions.bringing import bring_in
from yhdyspinta.intake.actions.long_files import order_reading, read_or_order
from yhdyspinta.intake.actions.progress import Telling
from yhdyspinta.intake.actions.turns import FILE_IS_HELD, take_turn
from yhdyspinta.intake.importing.cells import Rows
from yhdyspinta.intake.importing.kept import is_long
from yhdyspinta.intake.importing.reading import checked
from yhdyspinta.intake.importing.service import service_rows
from yhdyspinta.intake.importing.sheets import Kept, rows_by_kind
from yhdyspinta.intake.importing.weights import rows_to_read
from yhdyspinta.intake.models import EarlierRound, Upload
from yhdyspinta.intake.rules import may_bring_in, may_declare_earlier
from yhdyspinta.people.models import Person
from yhdyspinta.processes.actions.past_rounds import fit_timeline
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Activity, Stage
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.processes.waiting import waits_shortly
from yhdyspinta.wording.refusals import Refusal


def upload_file(
    *, actor: Person, activity: Activity, kind: str, content: bytes, file_name: str, language: str, at: datetime,
    printed_of: datetime | None = None,
) -> Upload:  # fmt: skip
    """Read a file and keep its rows, or leave one that takes long to the worker; the same file again finds the first.

    With `printed_of` codes without a version mean the documents as they stood then, also of a file that is here already.
    Raises Refusal("not_your_role"), ("not_an_earlier_round") or what `rows_to_read`, `rows_of` and `service_rows`
    say no with.
    """
    require_staff(actor, "take_in", activity.process)
    if kind == Upload.Kind.EARLIER:
        _require_earlier(activity, at)
    digest = hashlib.sha256(content).hexdigest()
    earlier = Upload.objects.filter(activity=activity, kind=kind, digest=digest).first()
    if earlier is not None:
        return _of_another_version(actor, earlier, printed_of, at) if printed_of else earlier
    waiting = 0 if kind == Upload.Kind.SERVICE else rows_to_read(content, file_name)
    rows, sheets = ([], None) if waiting else _rows(kind, content, file_name)
    with transaction.atomic():
        kept, new = Upload.objects.get_or_create(
            activity=activity, kind=kind, digest=digest,
            defaults={
                "file_name": file_name[:200], "uploaded_at": at, "uploaded_by": actor, "rows": rows,
                "sheets": sheets, "choices": _choices(language, printed_of), "row_count": len(rows),
            },
        )  # fmt: skip
        if new:
            kept.activity = activity
            if waiting:
                order_reading(actor, kept, content, waiting, at)
            elif kind != Upload.Kind.EARLIER:
                read_or_order(actor, kept, at)
            record(
                "intake.file_uploaded", actor=actor, target=kept, at=at, process=kept.activity.process,
                rows=waiting or len(rows), digest=digest,
            )  # fmt: skip
    return kept


def _rows(kind: str, content: bytes, file_name: str) -> tuple[Rows, Kept | None]:
    if kind == Upload.Kind.SERVICE:
        return service_rows(content), None
    return rows_by_kind(kind, content, file_name)


@transaction.atomic
def import_upload(*, actor: Person, upload: Upload, at: datetime, telling: Telling | None = None) -> Upload:
    """Bring in everything that the file holds, and tell how far it is; again it gives the first result.

    Raises Refusal("file_has_mistakes") while any row is wrong: then nothing is stored. So too ("file_is_being_read"),
    and ("file_is_held") and ("another_file_comes_in") while a long one is brought in.
    """
    held = held_upload(actor, upload)
    if held.imported_at is not None:
        return held
    if held.work == Upload.Work.READ:
        raise Refusal("file_is_being_read")
    if held.kind == Upload.Kind.EARLIER:
        _require_earlier(held.activity, at)
    take_turn(held.activity)  # another file of the same papers comes before or after, never between
    found = checked(held, at=at, tell=lambda row: _go_on(held, row, telling))
    if found.problems:
        raise Refusal("file_has_mistakes", status=422)
    brought = bring_in(actor=actor, upload=held, senders=found.senders, at=at, tell=telling.stored if telling else None)
    held.imported_at, held.imported_by, held.rows, held.sheets, held.work = at, actor, [], None, ""
    told = {"answers": brought.answers, "wordless": found.wordless}
    held.found = {name: value for name, value in told.items() if value}
    held.sender_count, held.comment_count = len(brought.receipts), len(brought.comments)
    held.waiting_count = sum(comment.state == Comment.State.WAITING for comment in brought.comments)
    held.left_out_count = brought.left_out + found.own
    held.save(
        update_fields=[
            "imported_at", "imported_by", "rows", "sheets", "found", "work", "sender_count", "comment_count", "waiting_count",
            "left_out_count",
        ]
    )  # fmt: skip
    numbers = [comment.number for comment in brought.comments]
    record(
        "intake.file_imported", actor=actor, target=held, at=at, process=held.activity.process,
        senders=held.sender_count, comments=held.comment_count, first=min(numbers, default=0),
        last=max(numbers, default=0), left_out=held.left_out_count,
    )  # fmt: skip
    return held


def _go_on(upload: Upload, row: int, telling: Telling | None) -> None:
    """A sign of life now and then: reading asks the database nothing, and a transaction that is idle for long is cut."""
    Upload.objects.filter(pk=upload.pk).exists()
    if telling is not None:
        telling.checked(row)


@transaction.atomic
def reserve_numbers(*, actor: Person, upload: Upload) -> Upload:
    """Take running numbers for what the last reading found, in a moment: who sends while the file is brought in gets
    the next ones and waits for nothing.

    A file that was not brought in keeps its numbers for the next try.
    """
    held = held_upload(actor, upload)
    needed = held.found.get("comments", 0)
    if held.imported_at is None and needed > held.number_count and not held.found.get("problem_count"):
        held.first_number, held.number_count = counters.take_numbers(held.activity, needed), needed
        held.save(update_fields=["first_number", "number_count"])
    return held


def _choices(language: str, printed_of: datetime | None) -> dict[str, str]:
    return {"language": language} | ({"printed_of": printed_of.isoformat()} if printed_of else {})


@transaction.atomic
def _of_another_version(actor: Person, upload: Upload, printed_of: datetime, at: datetime) -> Upload:
    """The same file, sent again with another answer, is read again; not one that is in, or comes in."""
    held = held_upload(actor, upload)
    if held.imported_at is not None or held.work or held.choices.get("printed_of") == printed_of.isoformat():
        return held
    held.choices = {**held.choices, "printed_of": printed_of.isoformat()}
    held.save(update_fields=["choices"])
    read_or_order(actor, held, at)
    record("intake.batch_printed_of", actor=actor, target=held, at=at, process=held.activity.process)
    return held


def ask_to_import(*, actor: Person, upload: Upload, at: datetime) -> Upload:
    """Bring in a short file at once; a long one in the background, whole or not at all. Twice asks once.

    Raises Refusal("file_has_mistakes") as `import_upload`, or ("file_is_being_read").
    """
    if is_long(upload):
        return _order_import(actor, upload, at)
    return import_upload(actor=actor, upload=reserve_numbers(actor=actor, upload=upload), at=at)


@transaction.atomic
def _order_import(actor: Person, upload: Upload, at: datetime) -> Upload:
    """Leave a long file to the worker."""
    held = held_upload(actor, upload)
    if held.imported_at is not None or held.work == Upload.Work.IMPORT:
        return held
    if held.kind == Upload.Kind.EARLIER:
        _require_earlier(held.activity, at)
    if held.work:
        raise Refusal("file_is_being_read")
    if held.found.get("problem_count"):
        raise Refusal("file_has_mistakes", status=422)
    read_or_order(actor, held, at, Upload.Work.IMPORT)
    return held


@transaction.atomic
def discard_upload(*, actor: Person, upload: Upload, at: datetime) -> None:
    """Throw away a file that was not brought in. Raises Refusal("file_is_in")."""
    held = held_upload(actor, upload)
    if held.imported_at is not None:
        raise Refusal("file_is_in")
    record("intake.file_discarded", actor=actor, target=held, at=at, process=held.activity.process)
    if held.first_number is not None:
        counters.give_numbers_back(held.activity, held.first_number, held.number_count)
    held.delete()


@transaction.atomic
def declare_earlier(
    *, actor: Person, activity: Activity, source: str, opened_at: datetime, closed_at: datetime, at: datetime
) -> EarlierRound:
    """Say that the round was held elsewhere, and when: then its answers may be brought in, and a draft's timeline fits it.

    Raises Refusal("not_in_the_past"), ("closes_before_opens") or ("round_is_used") once anything has been sent in it or
    it has been open here.
    """
    held = Activity.objects.select_for_update(no_key=True).select_related("process__owner").get(pk=activity.pk)
    require_staff(actor, "edit", held.process)
    kept = EarlierRound.objects.filter(activity=held).first()
    if kept is not None:
        return kept
    if closed_at <= opened_at:
        raise Refusal("closes_before_opens", status=422, field="closed_at")
    if closed_at > at:
        raise Refusal("not_in_the_past", status=422, field="closed_at")
    stage = held.stages.select_for_update().first()
    permit = may_declare_earlier(held, at=at)
    if not permit:
        raise Refusal(permit.why_not)
    stage = stage or Stage(activity=held, key=_stage_key(held), revision=0)
    stage.opens_at, stage.closes_at, stage.revision = opened_at, closed_at, stage.revision + 1
    stage.save()
    held.is_held_elsewhere = True
    held.save(update_fields=["is_held_elsewhere"])
    made = EarlierRound.objects.create(activity=held, source=source, declared_at=at, declared_by=actor)
    fit_timeline(held, opened_at=opened_at, at=at)
    process = held.process
    record(
        "intake.earlier_declared", actor=actor, target=held, at=at, process=process, opens_at=opened_at.isoformat(),
        closes_at=closed_at.isoformat(),
    )  # fmt: skip
    return made


def _stage_key(activity: Activity) -> str:
    return method_of(activity).stages[0]


def _require_earlier(activity: Activity, at: datetime) -> None:
    is_earlier = EarlierRound.objects.filter(activity=activity).exists()  # as it stands now
    permit = may_bring_in(activity, is_earlier=is_earlier, at=at)
    if not permit:
        raise Refusal(permit.why_not)


def held_upload(actor: Person, upload: Upload) -> Upload:
    """The file, locked, for somebody who may take comments in. Raises Refusal("file_is_held")."""
    rows = Upload.objects.select_for_update(of=("self",)).select_related("activity__process__owner")
    with waits_shortly(FILE_IS_HELD):
        held = rows.get(pk=upload.pk)
    require_staff(actor, "take_in", held.activity.process)
    return held
