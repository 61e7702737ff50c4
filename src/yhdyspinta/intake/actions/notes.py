"""Notes of an event: a table is a sender with a receipt, a note is a comment on one part."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.comments.languages import language_of
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.intake.actions.batches import held_batch, require_unfinished
from yhdyspinta.intake.actions.entering import Words, add_to_receipt, enter_comments
from yhdyspinta.intake.arrivals import instant_of
from yhdyspinta.intake.models import Batch, Note, Sheet
from yhdyspinta.intake.replies import Reply
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def note_at_table(
    *, actor: Person, batch: Batch, key: UUID, table: str, thread_id: int, text: str, at: datetime
) -> Comment:
    """Store a note of a table; the same words under one key are one note, however often they come.

    Raises Refusal("not_your_role"), ("no_event"), ("batch_finished"), ("table_missing") or what `enter_comments` does.
    """
    held = held_batch(batch)
    require_staff(actor, "take_in", held.activity.process)
    if held.kind != Batch.Kind.EVENT:
        raise Refusal("no_event", status=404)
    key = uuid5(key, f"{table}:{thread_id}:{text}")  # a phone's way back gives a form's key again, with other words
    earlier = Note.objects.filter(batch=held, key=key).select_related("comment").first()
    if earlier is not None:
        return earlier.comment
    require_unfinished(held)
    if not table:
        raise Refusal("table_missing", status=422, field="table")
    comment = _stored(actor, held, table, Words(thread_id, text), at)
    Note.objects.create(batch=held, key=key, comment=comment)
    held.comment_count += 1
    held.save(update_fields=["sheet_count", "comment_count"])
    return comment


def _stored(actor: Person, batch: Batch, table: str, words: Words, at: datetime) -> Comment:
    """The note as a comment of the table: its first makes the receipt, the others join it."""
    sheet = Sheet.objects.filter(batch=batch, table=table).select_related("receipt__activity__process__owner").first()
    arrived_at = instant_of(batch.activity, batch.arrived_on, at=at)
    if sheet is None:
        receipt = _first(actor, batch, table, words, arrived_at, at=at)
        batch.sheet_count += 1
        Sheet.objects.create(batch=batch, number=batch.sheet_count, receipt=receipt, table=table)
    else:
        receipt = add_to_receipt(
            actor=actor, receipt=sheet.receipt, after=sheet.receipt.comments.count(), channel=batch.channel,
            arrived_at=arrived_at, words=[words], language=language_of(words.text, batch.language), read_back=False, at=at,
            is_day_only=True,
        )  # fmt: skip
    return receipt.comments.order_by("-number")[0]


def _first(actor: Person, batch: Batch, table: str, words: Words, arrived_at: datetime, *, at: datetime) -> Receipt:
    naming = comment_method_of(batch.activity).terms(batch.activity).naming
    facts = SenderFacts(language=language_of(words.text, batch.language), naming=naming)
    return enter_comments(
        actor=actor, activity=batch.activity, key=uuid5(batch.key, table), channel=batch.channel, arrived_at=arrived_at,
        words=[words], facts=facts, reply=Reply(), read_back=False, at=at, is_day_only=True,
    )  # fmt: skip
