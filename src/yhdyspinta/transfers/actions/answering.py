"""Answer a comment that another authority passed on, correct the answer, or give the comment back."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.transfers import telling
from yhdyspinta.transfers.actions.passing import end, locked, note
from yhdyspinta.transfers.models import FormerReply, Transfer
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

State = Transfer.State


@transaction.atomic
def answer_transfer(*, actor: Person, transfer: Transfer, answer: Wording, revision: int, at: datetime) -> Transfer:
    """Publish the receiver's answer beside the comment; its sender is told. Published words are corrected the same way.

    Where the receiver wants approval, the words first wait for a colleague, who publishes them as they are. The same
    words again change nothing. Raises Refusal: transfer_not_here, transferred_comment_gone, language_missing,
    reply_by_another, or changed_meanwhile with both texts.
    """
    held, receiver = _received(actor, transfer)
    if held.state not in {State.WAITING, State.ANSWERED}:
        raise Refusal("transfer_not_here")
    if held.state == State.ANSWERED and held.draft == answer and held.ready_at is None:
        return held
    if held.revision != revision:
        raise Refusal("changed_meanwhile", saved=held.draft, typed=answer, revision=held.revision)
    if held.comment.state != Comment.State.VISIBLE:
        raise Refusal("transferred_comment_gone")
    _require_languages(receiver, answer)
    if receiver.answers_need_approval and not _approves(held, answer, actor):
        return _put_ready(held, answer, actor, at=at)
    if held.state == State.ANSWERED:
        return _correct(held, answer, actor, at=at)
    return _publish(held, answer, actor, at=at)


def _approves(held: Transfer, answer: Wording, actor: Person) -> bool:
    """Whether somebody else's words, which wait for approval, are published as they are."""
    return held.ready_at is not None and held.draft == answer and held.draft_by_id not in {actor.pk, None}


def _put_ready(held: Transfer, answer: Wording, actor: Person, *, at: datetime) -> Transfer:
    if held.ready_at is not None and held.draft == answer:
        raise Refusal("reply_by_another")
    verb = "transfers.ready"
    if held.state == State.ANSWERED:  # the published words stand until the correction is approved
        held.correction, held.correction_by = answer, actor
        verb = "transfers.correction_ready"
    else:
        held.answer, held.saved_by = answer, actor
    held.ready_at = at
    held.revision += 1
    held.save(update_fields=["answer", "saved_by", "correction", "correction_by", "ready_at", "revision"])
    note(verb, actor, held, at, authority_id=held.receiver_id, revision=held.revision)
    return held


def _publish(held: Transfer, answer: Wording, actor: Person, *, at: datetime) -> Transfer:
    held.saved_by = held.saved_by if held.ready_at else actor
    held.answer, held.state, held.ready_at = answer, State.ANSWERED, None
    held.answered_at, held.answered_by = at, actor
    held.revision += 1
    held.save()
    telling.tell_sender("transfers.answered", held, at=at)
    note("transfers.answered", actor, held, at, authority_id=held.receiver_id)
    return held


def _correct(held: Transfer, answer: Wording, actor: Person, *, at: datetime) -> Transfer:
    FormerReply.objects.create(transfer=held, revision=held.revision, answer=held.answer, replaced_at=at)
    approved = _approves(held, answer, actor)
    held.answer, held.saved_by, held.corrected_at = answer, held.correction_by if approved else actor, at
    held.correction, held.correction_by, held.ready_at = Wording(), None, None
    held.revision += 1
    held.save()
    telling.tell_sender("transfers.corrected", held, at=at)
    note("transfers.corrected", actor, held, at, authority_id=held.receiver_id, revision=held.revision)
    return held


@transaction.atomic
def give_back(*, actor: Person, transfer: Transfer, reason: str, at: datetime) -> Transfer:
    """Give a comment that does not belong here back to who passed it on; the sender and they are told.

    Giving back again changes nothing. Raises Refusal("transfer_not_here") or ("return_reason_missing").
    """
    held, _receiver = _received(actor, transfer)
    if held.state == State.RETURNED:
        return held
    if held.state != State.WAITING:
        raise Refusal("transfer_not_here")
    if not reason.strip():
        raise Refusal("return_reason_missing", status=422, field="reason")
    held.return_reason = reason
    end(held, State.RETURNED, actor, at=at)
    telling.tell_passer(held, at=at)
    note("transfers.returned", actor, held, at, authority_id=held.receiver_id)
    return held


def _received(actor: Person, transfer: Transfer) -> tuple[Transfer, Authority]:
    """The transfer, held, for somebody who answers for its receiver."""
    receiver = transfer.receiver
    if receiver is None:
        raise Refusal("transfer_not_here")
    require_staff(actor, "answer", receiver)
    return locked(transfer), receiver


def _require_languages(receiver: Authority, answer: Wording) -> None:
    """The receiver answers in the languages that it owes itself."""
    missing = Wording(answer).missing(receiver.duty_languages)
    if missing or not answer:
        tags = missing or list(receiver.duty_languages) or ["fi"]
        names = ", ".join(CONTENT_LANGUAGES[tag] for tag in tags)
        raise Refusal("language_missing", status=422, field=f"answer:{tags[0]}", languages=names)
