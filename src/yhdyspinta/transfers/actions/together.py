"""Answer several passed-on comments with one answer: one of them has the words, and the others are answered with it."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet

from yhdyspinta.audit.trail import record_each
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.transfers.models import FormerReply, Transfer
from yhdyspinta.wording.refusals import Refusal

#: So many are answered with one answer.
MOST = 200
State = Transfer.State


@transaction.atomic
def answer_together(*, actor: Person, receiver: Authority, transfers: Collection[int], at: datetime) -> Transfer:
    """Put comments that wait here under one answer, and give the one that has its words.

    That is the one that others are answered with already, or whose words have been begun, or else the one that is due
    first. The same comments again change nothing. Raises Refusal: fewer_than_two, too_many_together, transfer_not_here,
    several_drafts.
    """
    require_staff(actor, "answer", receiver)
    if len(set(transfers)) < 2:
        raise Refusal("fewer_than_two", status=422)
    _require_few(len(set(transfers)))
    before = _together_already(receiver, set(transfers))
    if before is not None:
        return before
    held = _held(Q(pk__in=transfers, receiver=receiver, joined_to=None, state=State.WAITING))
    if len(held) != len(set(transfers)) or any(one.comment.state != Comment.State.VISIBLE for one in held):
        raise Refusal("transfer_not_here")
    leading = list(Transfer.objects.filter(joined_to__in=held).values_list("joined_to", flat=True))
    begun = [one for one in held if one.answer or one.pk in leading]
    if len(begun) > 1:
        raise Refusal("several_drafts", status=422)
    _require_few(len(held) + len(leading))
    leader = begun[0] if begun else held[0]
    others = [one for one in held if one.pk != leader.pk]
    Transfer.objects.filter(pk__in=[one.pk for one in others]).update(joined_to=leader)
    _change_of_group(leader)
    note_each("transfers.joined", actor, others, at)
    return leader


@transaction.atomic
def take_out(*, actor: Person, transfer: Transfer, at: datetime) -> bool:
    """Let a comment be answered by itself again; once it is answered it stays. Doing it twice changes nothing."""
    if transfer.receiver is None:
        raise Refusal("transfer_not_here")
    require_staff(actor, "answer", transfer.receiver)
    rows = {one.pk: one for one in _held(Q(pk=transfer.pk) | Q(joined=transfer))}
    held = rows[transfer.pk]
    leader = rows.get(held.joined_to_id or 0)  # as it is now: the words may have gone to another
    if leader is None or held.state != State.WAITING:
        return False
    Transfer.objects.filter(pk=held.pk).update(joined_to=None)
    _change_of_group(leader)
    note_each("transfers.taken_out", actor, [held], at)
    return True


def hold_group(transfer: Transfer) -> None:
    """Hold the comments of everything that is answered with it, lowest first, before anything else of it is held."""
    hold_comments_of(Transfer.objects.filter(pk=transfer.pk))


def hold_comments_of(transfers: QuerySet[Transfer]) -> None:
    """Hold their comments, and those of everything that is answered with them, lowest first."""
    own = list(transfers.values_list("pk", flat=True))
    pks = Transfer.objects.filter(Q(pk__in=own) | Q(joined_to__in=own)).values_list("comment", flat=True)
    list(Comment.objects.select_for_update(of=("self",)).filter(pk__in=list(pks)).order_by("pk").values("pk"))


def publish_to_others(held: Transfer, actor: Person, *, at: datetime) -> list[Transfer]:
    """The published words, or their correction, are also the answer of those that are answered with it.

    Comments that are not on the page wait for an answer of their own; where one had an answer already, it is corrected too.
    """
    others = _held(Q(joined_to=held, state__in=(State.WAITING, State.ANSWERED)))
    gone = [one for one in others if one.comment.state != Comment.State.VISIBLE and one.state == State.WAITING]
    Transfer.objects.filter(pk__in=[one.pk for one in gone]).update(joined_to=None)
    note_each("transfers.taken_out", actor, gone, at)
    others = [one for one in others if one not in gone]
    rows = Transfer.objects.filter(pk__in=[one.pk for one in others])
    answered = [one for one in others if one.state == State.ANSWERED]
    FormerReply.objects.bulk_create(
        FormerReply(transfer=one, revision=one.revision, answer=one.answer, replaced_at=at) for one in answered
    )
    rows.filter(state=State.ANSWERED).update(answer=held.answer, corrected_at=at, revision=F("revision") + 1)
    rows.filter(state=State.WAITING).update(
        answer=held.answer, state=State.ANSWERED, answered_at=at, answered_by=actor, revision=F("revision") + 1
    )
    return others


def leave_group(transfer: Transfer, actor: Person, *, at: datetime) -> Transfer | None:
    """It is answered with the others no more: the next one has the words that were begun, and the others go with that.

    That is one on the page, where there is any. For a group that is held; gives the one that has the words now.
    """
    others = _held(Q(joined_to=transfer, state=State.WAITING))
    transfer.joined_to = None
    if not others:
        return None
    first = next((one for one in others if one.comment.state == Comment.State.VISIBLE), others[0])
    rest = [one for one in others if one.pk != first.pk]
    rows = Transfer.objects.filter(joined_to=transfer, state=State.WAITING)
    rows.filter(pk__in=[one.pk for one in rest]).update(joined_to=first)
    rows.filter(pk=first.pk).update(
        joined_to=None, answer=transfer.answer, saved_by=transfer.saved_by, returned_note=transfer.returned_note,
        revision=F("revision") + 1,
    )  # fmt: skip
    first.refresh_from_db(fields=["joined_to", "answer", "saved_by", "returned_note", "revision"])
    note_each("transfers.joined" if rest else "transfers.taken_out", actor, others, at)
    return first


def has_words_of_shown(transfer: Transfer) -> bool:
    """Whether it has the words of others that are on the page, though it may have left the page itself."""
    states = (State.WAITING, State.ANSWERED)
    return Transfer.objects.filter(joined_to=transfer, state__in=states, comment__state=Comment.State.VISIBLE).exists()


def _together_already(receiver: Authority, pks: set[int]) -> Transfer | None:
    """The one that has the words of them all, when they have been put under one answer."""
    rows = Transfer.objects.filter(pk__in=pks, receiver=receiver, state=State.WAITING).select_related("joined_to")
    found = list(rows)
    leaders = {one.joined_to or one for one in found}
    return leaders.pop() if len(found) == len(pks) and len(leaders) == 1 else None


def _require_few(count: int) -> None:
    if count > MOST:
        raise Refusal("too_many_together", status=422, most=MOST)


def _held(which: Q) -> list[Transfer]:
    """Transfers with their comments, all held: the comments first, the one that is due first at the head."""
    found = Transfer.objects.filter(which)
    pks = list(found.values_list("comment", flat=True))
    list(Comment.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk").values("pk"))
    list(Transfer.objects.select_for_update(of=("self",)).filter(comment__in=pks).order_by("pk").values("pk"))
    rows = found.select_related("receiver", "comment__sender__person", "comment__activity__process__owner")
    return list(rows.order_by("due_on", "pk"))


def _change_of_group(leader: Transfer) -> None:
    """Another group waits for no approval, and whoever saw the old one looks again."""
    Transfer.objects.filter(pk=leader.pk).update(ready_at=None, ready_by=None, revision=F("revision") + 1)
    leader.refresh_from_db(fields=["ready_at", "ready_by", "revision"])


def note_each(verb: str, actor: Person, transfers: Sequence[Transfer], at: datetime) -> None:
    """A line of the trail for each, under the authority that answers."""
    for process_id in sorted({one.comment.activity.process_id for one in transfers}):
        some = [one for one in transfers if one.comment.activity.process_id == process_id]
        record_each(
            verb, actor=actor, targets=[(one, {"comment": one.comment.number, "revision": one.revision}) for one in some], at=at,
            authority_id=some[0].receiver_id, process_id=process_id,
        )  # fmt: skip
