"""Pass a comment on to the authority that it belongs to, and take it back from there (434/2003 21 §)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from yhdyspinta.answers.actions import open_comments
from yhdyspinta.answers.languages import require_languages
from yhdyspinta.answers.models import Closure
from yhdyspinta.answers.rounds import forget_answered
from yhdyspinta.answers.values import PASSED_ON
from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.counters import change_handling
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.unsaid import unsay
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.transfers import telling
from yhdyspinta.transfers.actions.together import hold_group, leave_group
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.shown import GONE
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class Destination:
    """Where a comment is passed on: an authority of this service, or one outside it with its address."""

    receiver: Authority | None = None
    outside_name: str = ""
    outside_address: str = ""


@transaction.atomic
def pass_on(
    *, actor: Person, comment: Comment, key: UUID, to: Destination, reason: Wording, due_on: date | None = None,
    at: datetime,
) -> Transfer:  # fmt: skip
    """Pass a comment that waits for an answer on; its sender is told at once, and so are those who answer there.

    The comment no longer waits for the first authority. `due_on` is for an authority outside the service. Sending the
    same form again gives the first transfer. Raises Refusal: already_passed_on, due_in_the_past, receiver_missing,
    receiver_is_own, outside_name_missing, outside_address_missing, language_missing, or as `answers.actions.start_answer`.
    """
    activity = comment.activity
    require_staff(actor, "answer", activity.process)
    locked_comment(comment.pk, activity)
    before = Transfer.objects.filter(comment=comment, key=key).select_related("receiver").first()
    if before is not None:
        before.comment = comment
        return before
    if Transfer.objects.filter(comment=comment, state__in=GONE).exists():
        raise Refusal("already_passed_on", status=409)
    check_destination(activity, to)
    require_languages(activity.process, "reason", reason)
    require_to_come(due_on, at)
    (held,) = open_comments(activity, [comment.pk])
    held.activity = activity
    transfer = made_transfer(held, actor, to, key=key, reason=reason, due_on=due_on, at=at)
    transfer.save(force_insert=True)
    Closure.objects.create(comment=held, reason=PASSED_ON, at=at, by=actor)
    change_handling(held, Comment.Handling.CLOSED)
    telling.tell_sender("transfers.passed_on", transfer, at=at)
    telling.tell_receiver(transfer, at=at)
    note("transfers.passed_on", actor, transfer, at, authority_id=activity.process.owner_id)
    return transfer


def made_transfer(
    comment: Comment, actor: Person, to: Destination, *, key: UUID, reason: Wording, at: datetime,
    due_on: date | None = None,
) -> Transfer:  # fmt: skip
    """A transfer to be stored: an authority of the service answers in its own time, one outside it by `due_on`."""
    own = in_helsinki(at).date() + timedelta(days=to.receiver.answer_days) if to.receiver else due_on
    return Transfer(
        comment=comment, key=key, receiver=to.receiver, outside_name=to.outside_name,
        outside_address=to.outside_address, reason=reason, passed_at=at, passed_by=actor, due_on=own,
        state=Transfer.State.WAITING if to.receiver else Transfer.State.OUTSIDE,
    )  # fmt: skip


def check_destination(activity: Activity, to: Destination) -> None:
    """Refuse a destination that is none."""
    if to.receiver is None:
        if not to.outside_name:
            raise Refusal("outside_name_missing", status=422, field="outside_name")
        if not to.outside_address:
            raise Refusal("outside_address_missing", status=422, field="outside_address")
        return
    if to.outside_name or not to.receiver.is_on:
        raise Refusal("receiver_missing", status=422, field="receiver")
    if to.receiver.pk == activity.process.owner_id:
        raise Refusal("receiver_is_own", status=422, field="receiver")


def require_to_come(due_on: date | None, at: datetime) -> None:
    """Refuse a day for the answer that has passed."""
    if due_on is not None and due_on < in_helsinki(at).date():
        raise Refusal("due_in_the_past", status=422, field="due_on")


@transaction.atomic
def take_back(*, actor: Person, transfer: Transfer, at: datetime) -> Transfer:
    """Take a comment back that the other authority has not answered; it waits for an answer here again.

    Taking back again changes nothing. Raises Refusal("transfer_not_with_them").
    """
    activity = transfer.comment.activity
    require_staff(actor, "answer", activity.process)
    hold_group(transfer)
    transfer = locked(transfer)
    if transfer.state == Transfer.State.TAKEN_BACK:
        return transfer
    if transfer.state not in {Transfer.State.WAITING, Transfer.State.OUTSIDE}:
        raise Refusal("transfer_not_with_them")
    end(transfer, Transfer.State.TAKEN_BACK, actor, at=at)
    note("transfers.taken_back", actor, transfer, at, authority_id=activity.process.owner_id)
    return transfer


@transaction.atomic
def reword_reason(*, actor: Person, transfer: Transfer, reason: Wording, at: datetime) -> Transfer:
    """Write the reason in a further language, or mend its words. The same words change nothing.

    Raises Refusal("transfer_not_with_them") for a comment that came back, or ("language_missing").
    """
    process = transfer.comment.activity.process
    require_staff(actor, "answer", process)
    transfer = locked(transfer)
    if transfer.state not in GONE:
        raise Refusal("transfer_not_with_them")
    if transfer.reason == reason:
        return transfer
    require_languages(process, "reason", reason)
    transfer.reason = reason
    transfer.save(update_fields=["reason"])
    note("transfers.reason_reworded", actor, transfer, at, authority_id=process.owner_id)
    return transfer


def end(transfer: Transfer, state: Transfer.State, actor: Person, *, at: datetime) -> None:
    """The comment is with the first authority again, which owes the answer; its sender is told."""
    leave_group(transfer, actor, at=at)
    transfer.state, transfer.ended_at, transfer.ended_by = state, at, actor
    transfer.ready_at = transfer.ready_by = None
    transfer.save(update_fields=["state", "ended_at", "ended_by", "ready_at", "ready_by", "return_reason", "joined_to"])
    comment = transfer.comment
    Closure.objects.filter(comment=comment, reason=PASSED_ON).delete()
    unsay("passed", {comment.pk: transfer.passed_at}, at=at)
    forget_answered(comment.activity, actor=actor, at=at)
    change_handling(comment, Comment.Handling.OPEN)
    telling.tell_sender("transfers.back", transfer, at=at)


def locked_comment(pk: int, activity: Activity) -> Comment:
    """The comment, held until the end of the transaction."""
    held = Comment.objects.select_for_update(of=("self",)).select_related("sender__person").get(pk=pk)
    held.activity = activity
    return held


def locked(transfer: Transfer) -> Transfer:
    """The transfer and its comment, held until the end of the transaction: always the comment first."""
    comment = locked_comment(transfer.comment_id, transfer.comment.activity)
    found = Transfer.objects.select_for_update(of=("self",)).select_related("receiver").get(pk=transfer.pk)
    found.comment = comment
    return found


def note(
    verb: str, actor: Person, transfer: Transfer, at: datetime, *, authority_id: int | None, **detail: Any
) -> None:
    """A line of the trail, under the authority that did it; both see it in the history of the transfer."""
    comment = transfer.comment
    record(
        verb, actor=actor, target=transfer, at=at, authority_id=authority_id, process_id=comment.activity.process_id,
        comment=comment.number, **detail,
    )  # fmt: skip
