"""Pass many comments on at once: one reason and receiver, and for each comment a transfer and a line of the trail."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from yhdyspinta.answers.languages import require_languages
from yhdyspinta.answers.models import Closure
from yhdyspinta.answers.values import PASSED_ON
from yhdyspinta.audit.trail import record_each
from yhdyspinta.comments.counters import handle_all
from yhdyspinta.comments.models import Comment
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.transfers import telling
from yhdyspinta.transfers.actions.passing import Destination, check_destination, made_transfer, require_to_come
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.passable import MOST, Sorted, sort_out
from yhdyspinta.transfers.shown import GONE
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class Passed:
    """What was passed on, and which comments stayed as they are."""

    transfers: list[Transfer]
    left: Sorted = field(default_factory=lambda: Sorted([], {}))


@transaction.atomic
def pass_many_on(
    *, actor: Person, activity: Activity, comments: Collection[int], key: UUID, to: Destination, reason: Wording,
    due_on: date | None = None, at: datetime,
) -> Passed:  # fmt: skip
    """Pass those of the comments on that wait for an answer here; each sender is told once, whatever they sent.

    The others stay as they are and come back with the reason. `due_on` is for an authority outside the service: one of
    the service has its own time for answers. Sending the same form again gives the first transfers, and passes on what
    it has not passed on yet. Raises Refusal: no_comments_chosen, too_many_to_pass_on, none_can_be_passed_on,
    form_sent_before, due_in_the_past, or as `passing.pass_on`.
    """
    require_staff(actor, "answer", activity.process)
    held = _held(activity, comments)
    before = {one.comment_id: one for one in Transfer.objects.filter(comment__in=held, key=key)}
    left = sort_out(held)
    rest = [one for one in left.passable if one.pk not in before]
    if before and not rest:
        return _sent_before(before, held)
    check_destination(activity, to)
    require_languages(activity.process, "reason", reason)
    require_to_come(due_on, at)
    if not rest:
        raise Refusal("none_can_be_passed_on", status=422)
    transfers = Transfer.objects.bulk_create(
        made_transfer(one, actor, to, key=key, reason=reason, due_on=due_on, at=at) for one in rest
    )
    Closure.objects.bulk_create(Closure(comment=one, reason=PASSED_ON, at=at, by=actor) for one in rest)
    handle_all(rest, Comment.Handling.CLOSED)
    telling.tell_senders("transfers.passed_on", transfers, at=at)
    telling.tell_receiver_of_many(transfers, at=at)
    record_each(
        "transfers.passed_on", actor=actor, targets=[(one, {"comment": one.comment.number}) for one in transfers],
        at=at, authority_id=activity.process.owner_id, process_id=activity.process_id,
    )  # fmt: skip
    return Passed(transfers, left)


def _held(activity: Activity, comments: Collection[int]) -> list[Comment]:
    """The comments of the round with their senders, held until the end of the transaction, lowest first."""
    if len(comments) > MOST:
        raise Refusal("too_many_to_pass_on", status=422, most=MOST)
    rows = Comment.objects.select_for_update(of=("self",)).filter(activity=activity, pk__in=set(comments))
    held = list(rows.select_related("sender__person").order_by("pk"))
    if not held:
        raise Refusal("no_comments_chosen", status=422)
    for one in held:
        one.activity = activity
    return held


def _sent_before(before: Mapping[int, Transfer], held: Collection[Comment]) -> Passed:
    """What the same form has passed on and is still there; what came back since is not passed on by it again."""
    transfers = []
    for comment in held:
        one = before.get(comment.pk)
        if one is not None and one.state in GONE:
            one.comment = comment
            transfers.append(one)
    if not transfers:
        raise Refusal("form_sent_before")
    return Passed(transfers)
