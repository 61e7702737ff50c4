"""What an authority outside the service answered, written down by those who passed the comment on to it."""

from datetime import date, datetime

from django.db import transaction

from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.unsaid import unsay
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.transfers import telling
from yhdyspinta.transfers.actions.passing import locked, note
from yhdyspinta.transfers.models import FormerReply, Transfer
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def record_from_outside(
    *, actor: Person, transfer: Transfer, answer: Wording, answered_on: date | None, due_on: date | None, at: datetime
) -> Transfer:
    """Write down by when an authority outside the service should answer, and what it answered; the sender is told.

    The same again changes nothing. Raises Refusal: transfer_not_with_them, transferred_comment_gone,
    outside_answer_missing, answered_on_missing or answered_on_wrong.
    """
    process = transfer.comment.activity.process
    require_staff(actor, "answer", process)
    held = locked(transfer)
    if held.state == Transfer.State.ANSWERED and held.receiver_id is None and held.answer == answer:
        return held
    if held.state != Transfer.State.OUTSIDE:
        raise Refusal("transfer_not_with_them")
    if held.comment.state != Comment.State.VISIBLE:
        raise Refusal("transferred_comment_gone")
    if held.due_on != due_on:
        held.due_on = due_on
        held.save(update_fields=["due_on"])
        note("transfers.due_kept", actor, held, at, authority_id=process.owner_id)
    if answer or answered_on:
        _keep_answer(held, actor, answer, answered_on, at=at)
    return held


@transaction.atomic
def correct_recorded(
    *, actor: Person, transfer: Transfer, answer: Wording, answered_on: date | None, revision: int, at: datetime
) -> Transfer:
    """Mend what was written down of an answer from outside the service; what stood is kept.

    Other words are marked as corrected and the sender is told; of another day alone nobody has heard. The same again
    changes nothing. Raises Refusal: outside_answer_not_kept, transferred_comment_gone, changed_meanwhile with both,
    outside_answer_missing, answered_on_missing or answered_on_wrong.
    """
    require_staff(actor, "answer", transfer.comment.activity.process)
    held = locked(transfer)
    if held.state != Transfer.State.ANSWERED or held.receiver_id is not None:
        raise Refusal("outside_answer_not_kept")
    if held.comment.state != Comment.State.VISIBLE:
        raise Refusal("transferred_comment_gone")
    if (held.answer, held.answered_on) == (answer, answered_on):
        return held
    if held.revision != revision:
        saved = {"answer": held.answer, "answered_on": held.answered_on}
        raise Refusal("changed_meanwhile", saved=saved, typed=None, revision=held.revision)
    _check(held, answer, answered_on, at=at)
    _replace(held, actor, answer, answered_on, at=at)
    return held


@transaction.atomic
def take_record_back(*, actor: Person, transfer: Transfer, why: str, revision: int, at: datetime) -> Transfer:
    """Take back an answer from outside the service that was written down of the wrong comment: it waits there again.

    What stood is kept with the reason, and whoever was told of it is told of this. Doing it twice changes nothing. Raises
    Refusal: outside_answer_not_kept, record_changed_meanwhile, or taking_back_reason_missing.
    """
    owner = transfer.comment.activity.process.owner_id
    require_staff(actor, "answer", transfer.comment.activity.process)
    held = locked(transfer)
    if held.state == Transfer.State.OUTSIDE:
        return held
    if held.state != Transfer.State.ANSWERED or held.receiver_id is not None or held.answered_at is None:
        raise Refusal("outside_answer_not_kept")
    if held.revision != revision:
        raise Refusal("record_changed_meanwhile")
    if not why.strip():
        raise Refusal("taking_back_reason_missing", status=422, field="why")
    FormerReply.objects.create(
        transfer=held, revision=held.revision, answer=held.answer, answered_on=held.answered_on, replaced_at=at, why=why
    )
    unsay("answer", {held.comment.pk: held.answered_at}, at=at)
    held.state, held.answer, held.revision = Transfer.State.OUTSIDE, Wording(), held.revision + 1
    held.answered_on = held.answered_at = held.answered_by = held.corrected_at = None
    held.save()
    if held.comment.state == Comment.State.VISIBLE:
        telling.tell_sender("transfers.record_taken_back", held, at=at)
    note("transfers.record_taken_back", actor, held, at, authority_id=owner)
    return held


def _replace(held: Transfer, actor: Person, answer: Wording, answered_on: date | None, *, at: datetime) -> None:
    """Keep what stood, write what stands, and tell the sender of other words."""
    FormerReply.objects.create(
        transfer=held, revision=held.revision, answer=held.answer, answered_on=held.answered_on, replaced_at=at
    )
    has_other_words = held.answer != answer
    if has_other_words:
        held.corrected_at = at
        telling.tell_sender("transfers.corrected", held, at=at)
    held.answer, held.answered_on, held.revision, held.saved_by = answer, answered_on, held.revision + 1, actor
    held.save(update_fields=["answer", "answered_on", "revision", "saved_by", "corrected_at"])
    owner = held.comment.activity.process.owner_id
    note("transfers.record_corrected", actor, held, at, authority_id=owner, words=has_other_words)


def _keep_answer(held: Transfer, actor: Person, answer: Wording, answered_on: date | None, *, at: datetime) -> None:
    _check(held, answer, answered_on, at=at)
    held.answer, held.answered_on, held.state = answer, answered_on, Transfer.State.ANSWERED
    held.answered_at, held.answered_by, held.revision = at, actor, held.revision + 1
    held.save(update_fields=["answer", "answered_on", "state", "answered_at", "answered_by", "revision"])
    telling.tell_sender("transfers.answered", held, at=at)
    note("transfers.answer_recorded", actor, held, at, authority_id=held.comment.activity.process.owner_id)


def _check(held: Transfer, answer: Wording, answered_on: date | None, *, at: datetime) -> None:
    """Refuse an answer without words or day, or a day on which it cannot have come."""
    if not answer:
        owner = held.comment.activity.process.owner
        raise Refusal("outside_answer_missing", status=422, field=f"answer:{owner.duty_languages[0]}")
    if answered_on is None:
        raise Refusal("answered_on_missing", status=422, field="answered_on")
    if not in_helsinki(held.passed_at).date() <= answered_on <= in_helsinki(at).date():
        raise Refusal("answered_on_wrong", status=422, field="answered_on")
