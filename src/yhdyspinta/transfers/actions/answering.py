"""Answer a comment that another authority passed on: a draft, approved by another where the receiver wants it."""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from yhdyspinta.answers.drafts import put_ready, require_approved, take_from_approval
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.transfers import telling
from yhdyspinta.transfers.actions.passing import locked, note
from yhdyspinta.transfers.actions.together import (
    has_words_of_shown,
    hold_group,
    leave_group,
    note_each,
    publish_to_others,
)
from yhdyspinta.transfers.models import FormerReply, Transfer
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

State = Transfer.State


class Saved(NamedTuple):
    """A draft, and the revision that whoever saved it has seen: the next step goes on from that."""

    transfer: Transfer
    seen: int


@transaction.atomic
def save_reply(*, actor: Person, transfer: Transfer, answer: Wording, revision: int, at: datetime) -> Saved:
    """Keep the words of a draft, or of a correction while the published words stand; languages may still be missing.

    The same words again change nothing, and then what changed beside them has not been seen; a correction that says
    what is published is none. Raises Refusal: transfer_not_here, answered_with_another, transferred_comment_gone, or changed_meanwhile with both texts.
    """
    held, _receiver = _answerable(actor, transfer)
    if held.draft == answer:
        return Saved(held, revision)
    if held.revision != revision:
        raise Refusal("changed_meanwhile", saved=held.draft, typed=answer, revision=held.revision)
    if held.state == State.ANSWERED:
        held.correction = Wording() if answer == held.answer else answer
    else:
        held.answer = answer
    held.saved_by, held.revision = actor, held.revision + 1
    held.ready_at = held.ready_by = None  # other words wait for no approval
    held.save(update_fields=["answer", "correction", "saved_by", "revision", "ready_at", "ready_by"])
    note("transfers.saved", actor, held, at, authority_id=held.receiver_id, revision=held.revision)
    return Saved(held, held.revision)


@transaction.atomic
def ask_approval(*, actor: Person, transfer: Transfer, revision: int, at: datetime) -> Transfer:
    """Say that the draft is ready for a colleague to approve and publish; asking again changes nothing.

    Raises Refusal: no_correction, language_missing, reply_changed_meanwhile, or as `save_reply`.
    """
    held, receiver = _answerable(actor, transfer)
    if held.ready_at is not None:
        return held
    _require_seen(held, revision)
    if held.state == State.ANSWERED and not held.is_corrected:
        raise Refusal("no_correction")
    _require_languages(receiver, held.draft)
    put_ready(held, actor, at=at)
    verb = "transfers.correction_ready" if held.is_corrected else "transfers.ready"
    note(verb, actor, held, at, authority_id=held.receiver_id, revision=held.revision)
    return held


@transaction.atomic
def return_reply(*, actor: Person, transfer: Transfer, words: str, at: datetime) -> Transfer:
    """Give a draft that waits for approval back to its writer with what to mend; the writer is told.

    Raises Refusal: not_ready, what_to_mend_missing, or as `save_reply`.
    """
    held, _receiver = _answerable(actor, transfer)
    writer = take_from_approval(held, words)
    note("transfers.to_mend", actor, held, at, authority_id=held.receiver_id, revision=held.revision)
    if writer is not None and writer.pk != actor.pk:
        telling.tell_writer(held, writer, at=at)
    return held


@transaction.atomic
def publish_reply(*, actor: Person, transfer: Transfer, revision: int, at: datetime) -> Transfer:
    """Publish the draft beside the comment, or let a correction replace what stands there; the sender is told.

    It is also the answer of the comments that are answered with this one; each sender is told once. Where this one has
    left the page, another of them has the words, and is given. Publishing again changes nothing. Raises Refusal:
    approval_missing, approval_by_another, language_missing, reply_changed_meanwhile, or as `save_reply`.
    """
    hold_group(transfer)
    held, receiver = _answerable(actor, transfer)
    if held.state == State.ANSWERED and not held.is_corrected:
        return held
    _require_seen(held, revision)
    require_approved(held, receiver, actor)
    _require_languages(receiver, held.draft)
    if held.state == State.WAITING and not _is_shown(held):
        held = _handed_on(held, actor, at=at)
    verb = "transfers.answered"
    if held.state == State.ANSWERED:
        FormerReply.objects.create(transfer=held, revision=held.revision, answer=held.answer, replaced_at=at)
        held.answer, held.correction, held.corrected_at = held.correction, Wording(), at
        verb = "transfers.corrected"
    else:
        held.state, held.answered_at, held.answered_by = State.ANSWERED, at, actor
    held.ready_at, held.returned_note = None, ""  # who asked for approval stays
    held.save()
    answered = [held, *publish_to_others(held, actor, at=at)]
    telling.tell_senders(verb, [one for one in answered if _is_shown(one)], at=at)
    note_each(verb, actor, answered, at)
    return held


@transaction.atomic
def drop_correction(*, actor: Person, transfer: Transfer, at: datetime) -> bool:
    """Throw a correction away: the published words stand. Throwing it away twice changes nothing."""
    held, _receiver = _answerable(actor, transfer)
    if not held.is_corrected:
        return False
    held.correction, held.revision = Wording(), held.revision + 1
    held.ready_at, held.ready_by, held.returned_note = None, None, ""
    held.save(update_fields=["correction", "revision", "ready_at", "ready_by", "returned_note"])
    note("transfers.correction_dropped", actor, held, at, authority_id=held.receiver_id)
    return True


def missing_languages(receiver: Authority, words: Wording) -> list[str]:
    """The languages that the receiver owes and the words lack: all of them where there are no words yet."""
    return words.missing(receiver.duty_languages) if words else list(receiver.duty_languages)


def require_publishable(transfer: Transfer, receiver: Authority, *, revision: int) -> None:
    """Refuse a draft that cannot be published as it is, before its writer looks at it once more; writes nothing.

    Raises Refusal: no_correction, language_missing, reply_changed_meanwhile.
    """
    _require_seen(transfer, revision)
    if transfer.state == State.ANSWERED and not transfer.is_corrected:
        raise Refusal("no_correction")
    _require_languages(receiver, transfer.draft)


def _require_languages(receiver: Authority, answer: Wording) -> None:
    """The receiver answers in the languages that it owes itself."""
    missing = missing_languages(receiver, answer)
    if missing:
        names = ", ".join(CONTENT_LANGUAGES[tag] for tag in missing)
        raise Refusal("language_missing", status=422, field=f"answer:{missing[0]}", languages=names)


def _require_seen(held: Transfer, revision: int) -> None:
    if held.revision != revision:
        raise Refusal("reply_changed_meanwhile")


def _answerable(actor: Person, transfer: Transfer) -> tuple[Transfer, Authority]:
    """The transfer, held, for somebody who answers for its receiver, while the comment is there to be answered."""
    held, receiver = received(actor, transfer)
    if held.state not in {State.WAITING, State.ANSWERED}:
        raise Refusal("transfer_not_here")
    if held.joined_to_id is not None:
        raise Refusal("answered_with_another")
    if not _is_shown(held) and not has_words_of_shown(held):
        raise Refusal("transferred_comment_gone")
    return held, receiver


def _is_shown(held: Transfer) -> bool:
    return bool(held.comment.state == Comment.State.VISIBLE)


def _handed_on(held: Transfer, actor: Person, *, at: datetime) -> Transfer:
    """The words of one that has left the page go to another of those that they are for; it waits by itself."""
    next_one = leave_group(held, actor, at=at)
    if next_one is None:
        return held
    next_one.ready_by = held.ready_by
    held.answer, held.saved_by, held.returned_note = Wording(), None, ""
    held.ready_at = held.ready_by = None
    held.revision += 1
    held.save(update_fields=["answer", "saved_by", "returned_note", "ready_at", "ready_by", "revision"])
    note_each("transfers.taken_out", actor, [held], at)
    return next_one


def received(actor: Person, transfer: Transfer) -> tuple[Transfer, Authority]:
    """The transfer, held, for somebody who answers for its receiver."""
    receiver = transfer.receiver
    if receiver is None:
        raise Refusal("transfer_not_here")
    require_staff(actor, "answer", receiver)
    return locked(transfer), receiver
