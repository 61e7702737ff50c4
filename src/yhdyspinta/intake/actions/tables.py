"""Links of an event's tables: made and ended by staff, written with by whoever holds them, taken in by staff."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import F

from yhdyspinta.audit.trail import record
from yhdyspinta.comments.actions import keep_words_before
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.intake.actions.batches import held_batch, require_unfinished
from yhdyspinta.intake.actions.notes import note_at_table
from yhdyspinta.intake.models import Batch, TableLink, TableNote
from yhdyspinta.intake.rules import may_write_at_table
from yhdyspinta.intake.table_links import MOST_NOTES, MOST_TABLES, hash_of, latest_end, new_nonce, token_of
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def make_table_links(
    *, actor: Person, batch: Batch, tables: int, expires_at: datetime, at: datetime
) -> list[TableLink]:
    """A link for each table from 1 on; those that run get the new end, and one that has ended never works again.

    Raises Refusal("not_your_role"), ("no_event"), ("batch_finished"), ("table_count_out_of_range"),
    ("links_end_too_early") or ("links_end_too_late").
    """
    held = held_batch(batch)
    require_staff(actor, "take_in", held.activity.process)
    _check(held, tables, expires_at, at)
    TableLink.objects.filter(batch=held, revoked_at=None, expires_at__lte=at).update(revoked_at=at)
    running = TableLink.objects.filter(batch=held, revoked_at=None)
    running.update(expires_at=expires_at)
    has_one = set(running.values_list("table", flat=True))
    for table in (str(number) for number in range(1, tables + 1) if str(number) not in has_one):
        nonce = new_nonce()
        TableLink.objects.create(
            batch=held, table=table, nonce=nonce, token_hash=hash_of(token_of(nonce)), made_by=actor, made_at=at,
            expires_at=expires_at,
        )  # fmt: skip
    record(
        "intake.table_links_made", actor=actor, target=held, at=at, process=held.activity.process, tables=tables,
        until=expires_at.isoformat(),
    )  # fmt: skip
    return list(TableLink.objects.filter(batch=held, revoked_at=None))


def _check(batch: Batch, tables: int, expires_at: datetime, at: datetime) -> None:
    if batch.kind != Batch.Kind.EVENT:
        raise Refusal("no_event", status=404)
    require_unfinished(batch)
    if not 1 <= tables <= MOST_TABLES:
        raise Refusal("table_count_out_of_range", status=422, field="tables", most=MOST_TABLES)
    if expires_at <= at:
        raise Refusal("links_end_too_early", status=422, field="expires_at")
    if expires_at > latest_end(batch.arrived_on):
        raise Refusal("links_end_too_late", status=422, field="expires_at")


@transaction.atomic
def end_table_link(*, actor: Person, link: TableLink, at: datetime) -> TableLink:
    """A link stops working at once, as when it got into wrong hands. Twice changes nothing."""
    rows = TableLink.objects.select_for_update(of=("self",)).select_related("batch__activity__process")
    held = rows.get(pk=link.pk)
    process = held.batch.activity.process
    require_staff(actor, "take_in", process)
    if held.revoked_at is None:
        held.revoked_at = at
        held.save(update_fields=["revoked_at"])
        record("intake.table_link_ended", actor=actor, target=held, at=at, process=process)
    return held


@transaction.atomic
def write_at_table(*, link: TableLink, key: UUID, thread_id: int, text: str, name: str, at: datetime) -> TableNote:
    """Store a note of whoever holds the link; the same words under one key are one note, however often they come.

    Raises Refusal("comments_missing"), ("place_missing"), ("table_is_full"), or what `rules.may_write_at_table` says
    no with.
    """
    rows = TableLink.objects.select_for_update(of=("self",)).select_related("batch__activity__process")
    held = rows.get(pk=link.pk)
    said = uuid5(key, f"{thread_id}:{text}")  # a phone's way back gives a form's key again, with other words
    earlier = TableNote.objects.filter(link=held, key=said).first()
    if earlier is not None and not earlier.is_taken_back:
        return earlier
    _require_running(held, at)
    if earlier is not None:  # taken back, and sent again as it was by a browser's way back
        earlier.settled_at = None
        earlier.save(update_fields=["settled_at"])
        _count_waiting(held.pk, 1)
        return earlier
    if not text.strip():
        raise Refusal("comments_missing", status=422, field="text")
    if not Thread.objects.filter(activity=held.batch.activity_id, pk=thread_id).exists():
        raise Refusal("place_missing", status=422, field="part")
    if held.note_count >= MOST_NOTES:
        raise Refusal("table_is_full", status=422)
    held.note_count, held.waiting_count = held.note_count + 1, held.waiting_count + 1
    held.save(update_fields=["note_count", "waiting_count"])
    note = TableNote.objects.create(
        link=held, key=said, number=held.note_count, thread_id=thread_id, text=text, name=name, came_at=at
    )
    process = held.batch.activity.process
    record("intake.table_note_came", actor=None, target=held, at=at, process=process, number=note.number)
    return note


def _count_waiting(link: int, by: int) -> None:
    TableLink.objects.filter(pk=link).update(waiting_count=F("waiting_count") + by)


def _require_running(link: TableLink, at: datetime) -> None:
    permit = may_write_at_table(link, at=at)
    if not permit:
        raise Refusal(permit.why_not, status=410 if permit.why_not == "table_link_ended" else 422)


@transaction.atomic
def take_back_note(*, link: TableLink, number: int, at: datetime) -> TableNote | None:
    """A note that still waits is taken back by whoever holds its table's link; None where it has been settled otherwise.

    Twice gives the same. Raises what `rules.may_write_at_table` says no with.
    """
    rows = TableLink.objects.select_for_update(of=("self",)).select_related("batch__activity__process")
    held = rows.get(pk=link.pk)
    _require_running(held, at)
    note = TableNote.objects.select_for_update().filter(link=held, number=number).first()
    if note is None or note.is_taken_back:
        return note
    if note.settled_at is not None:
        return None
    note.settled_at = at
    note.save(update_fields=["settled_at"])
    _count_waiting(held.pk, -1)
    process = held.batch.activity.process
    record("intake.table_note_taken_back", actor=None, target=held, at=at, process=process, number=number)
    return note


@transaction.atomic
def mend_note(*, actor: Person, note: TableNote, thread_id: int, text: str, revision: int, at: datetime) -> TableNote:
    """Mend the words or the part of a note that waits; what its table wrote is kept. The same again changes nothing.

    Raises Refusal("not_your_role"), ("note_is_settled"), ("changed_meanwhile"), ("comments_missing") or
    ("place_missing").
    """
    batch = held_batch(note.link.batch)
    process = batch.activity.process
    require_staff(actor, "take_in", process)
    held = TableNote.objects.select_for_update(of=("self",)).get(pk=note.pk)
    if held.settled_at is not None:
        raise Refusal("note_is_settled")
    if (held.thread_id, held.text) == (thread_id, text):
        return held
    if held.revision != revision:
        raise Refusal(
            "changed_meanwhile", saved={"part": str(held.thread_id), "text": held.text}, revision=held.revision
        )
    if not text.strip():
        raise Refusal("comments_missing", status=422, field="text")
    if not Thread.objects.filter(activity=batch.activity_id, pk=thread_id).exists():
        raise Refusal("place_missing", status=422, field="part")
    if held.mended_at is None:
        held.written_text, held.written_thread_id = held.text, held.thread_id
    held.thread_id, held.text, held.revision, held.mended_at, held.mended_by = (
        thread_id, text, held.revision + 1, at, actor,
    )  # fmt: skip
    held.save(update_fields=["thread", "text", "revision", "mended_at", "mended_by", "written_text", "written_thread"])
    record(
        "intake.table_note_mended", actor=actor, target=batch, at=at, process=process, note=held.pk, link=held.link_id
    )
    return held


def _keep_mended(note: TableNote, comment: Comment, *, at: datetime) -> None:
    """The comment's history tells who mended the note, and keeps what its table wrote."""
    if note.mended_at is None or (note.written_text, note.written_thread_id) == (note.text, note.thread_id):
        return
    if note.written_text != note.text:
        keep_words_before(comment, note.written_text, at=at)
    moved = note.written_thread_id is not None and note.written_thread_id != note.thread_id
    parts = {"was": note.written_thread_id, "now": note.thread_id} if moved else {}
    process = comment.activity.process
    record(
        "intake.table_note_mended", actor=note.mended_by, target=comment, at=note.mended_at, process=process, **parts
    )


@transaction.atomic
def settle_notes(*, actor: Person, batch: Batch, notes: Sequence[int], take: bool, at: datetime) -> int:
    """Take in notes that came by links, as comments of their tables, or leave them out; returns how many.

    What somebody settled already stays as it was. Raises Refusal("no_notes_chosen") or what `note_at_table` does.
    """
    held = held_batch(batch)
    require_staff(actor, "take_in", held.activity.process)
    list(TableLink.objects.select_for_update().filter(batch=held).values("pk"))  # a table holds its link, then a note
    waiting = (
        TableNote.objects.select_related("link")
        .select_for_update(of=("self",))
        .filter(link__batch=held, settled_at=None, pk__in=notes)
    )
    found = list(waiting.order_by("pk"))
    if not notes:
        raise Refusal("no_notes_chosen", status=422)
    for note in found:
        if take:
            note.comment = note_at_table(
                actor=actor, batch=held, key=uuid5(held.key, f"table-note:{note.pk}"), table=note.link.table,
                thread_id=note.thread_id, text=note.text, at=at,
            )  # fmt: skip
            _keep_mended(note, note.comment, at=at)
        note.settled_at, note.settled_by = at, actor
        note.save(update_fields=["settled_at", "settled_by", "comment"])
    for link, count in Counter(note.link_id for note in found).items():
        _count_waiting(link, -count)
    if found:
        verb = "intake.table_notes_taken" if take else "intake.table_notes_left"
        links = sorted({note.link_id for note in found})
        record(
            verb, actor=actor, target=held, at=at, process=held.activity.process, notes=[note.pk for note in found],
            links=links,
        )  # fmt: skip
    return len(found)
