"""Take everything back that was passed on together, while nothing of it has been answered: one deed with its reason."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from yhdyspinta.answers.models import Closure
from yhdyspinta.answers.rounds import forget_answered
from yhdyspinta.answers.values import PASSED_ON
from yhdyspinta.audit.trail import record_each
from yhdyspinta.comments.counters import handle_all
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.unsaid import unsay
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.transfers import telling
from yhdyspinta.transfers.actions.together import hold_comments_of, leave_group
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.wording.refusals import Refusal

State = Transfer.State
_WITH_THEM = (State.WAITING, State.OUTSIDE)


@transaction.atomic
def take_many_back(*, actor: Person, activity: Activity, key: UUID, reason: str, at: datetime) -> list[Transfer]:
    """Take back what was passed on with the same form and has not come back yet; each waits for an answer here again.

    Each sender is told once, and so are those who answer at the receiver. Taking back again changes nothing.
    Raises Refusal: some_answered, transfer_not_with_them, taking_back_reason_missing.
    """
    require_staff(actor, "answer", activity.process)
    together = passed_together(activity, key)
    hold_comments_of(together)
    if together.filter(state=State.ANSWERED).exists():
        raise Refusal("some_answered", status=409)
    held = _held(activity, together)
    if not held:
        if together.filter(state=State.TAKEN_BACK).exists():
            return []
        raise Refusal("transfer_not_with_them")
    if not reason.strip():
        raise Refusal("taking_back_reason_missing", status=422, field="why")
    _ended(held, actor, reason, at=at)
    telling.tell_senders("transfers.back", held, at=at)
    telling.tell_receiver_of_taking_back(held, at=at)
    record_each(
        "transfers.taken_back", actor=actor, targets=[(one, {"comment": one.comment.number}) for one in held], at=at,
        authority_id=activity.process.owner_id, process_id=activity.process_id,
    )  # fmt: skip
    return held


def passed_together(activity: Activity, key: UUID) -> QuerySet[Transfer]:
    """Everything of the round that one form passed on."""
    return Transfer.objects.filter(comment__activity=activity, key=key)


def _held(activity: Activity, together: QuerySet[Transfer]) -> list[Transfer]:
    """Those that are with the other authority, held, with their comments."""
    list(together.select_for_update(of=("self",)).order_by("pk").values("pk"))
    rows = together.filter(state__in=_WITH_THEM).select_related("receiver", "comment__sender__person")
    held = list(rows.order_by("comment"))
    for one in held:
        one.comment.activity = activity
    return held


def _ended(held: list[Transfer], actor: Person, reason: str, *, at: datetime) -> None:
    """Closed no more, and in no group of the receiver's: as `passing.end` does with one."""
    rows = Transfer.objects.filter(pk__in=[one.pk for one in held])
    rows.update(
        state=State.TAKEN_BACK, ended_at=at, ended_by=actor, return_reason=reason, ready_at=None, ready_by=None,
        joined_to=None,
    )  # fmt: skip
    leading = Q(joined__state=State.WAITING)
    for leader in Transfer.objects.filter(leading, pk__in=[one.pk for one in held]).distinct():
        leave_group(leader, actor, at=at)
    comments = [one.comment for one in held]
    Closure.objects.filter(comment__in=comments, reason=PASSED_ON).delete()
    unsay("passed", {one.comment_id: one.passed_at for one in held}, at=at)
    forget_answered(comments[0].activity, actor=actor, at=at)
    handle_all(comments, Comment.Handling.OPEN)
    for one in held:
        one.state, one.return_reason = State.TAKEN_BACK, reason
