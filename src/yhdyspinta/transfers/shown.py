"""What readers get to know of passed-on comments. Their history is that of `material.history`."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.wording.fields import Wording

#: States in which a comment is with another authority.
GONE = (Transfer.State.WAITING, Transfer.State.OUTSIDE, Transfer.State.ANSWERED)
#: States in which it came back from there.
BACK = (Transfer.State.RETURNED, Transfer.State.TAKEN_BACK)


@dataclass(frozen=True)
class TransferShown:
    """Where a comment was passed on, why, by when it is answered, and the answer."""

    to: Wording
    is_outside: bool
    reason: Wording
    passed_at: datetime
    due_on: date | None
    answer: Wording
    answered_at: datetime | None
    corrected_at: datetime | None
    answered_on: date | None


def shown(transfer: Transfer) -> TransferShown:
    """A transfer as its reader gets it; no queries when its receiver is loaded. Words that wait for approval stay out."""
    is_answered = transfer.state == Transfer.State.ANSWERED
    return TransferShown(
        to=receiver_name(transfer),
        is_outside=transfer.receiver_id is None,
        reason=Wording(transfer.reason),
        passed_at=transfer.passed_at,
        due_on=transfer.due_on if transfer.receiver_id else None,
        answer=Wording(transfer.answer) if is_answered else Wording(),
        answered_at=transfer.answered_at if is_answered else None,
        corrected_at=transfer.corrected_at if is_answered else None,
        answered_on=transfer.answered_on if is_answered else None,
    )


def current(transfers: Iterable[Transfer]) -> TransferShown | None:
    """Of a comment's transfers, the one that tells where it is now; no queries when receivers are loaded."""
    return next((shown(one) for one in transfers if one.state in GONE), None)


def receiver_name(transfer: Transfer) -> Wording:
    """The receiver by name; one outside the service has the name that staff wrote, in every language."""
    if transfer.receiver is not None:
        return Wording(transfer.receiver.name)
    return Wording(dict.fromkeys(("fi", "sv", "en"), transfer.outside_name))


def transfers_of(comment_ids: Collection[int]) -> dict[int, TransferShown]:
    """Where each comment is now, of those that are with another authority; one query, none for none."""
    if not comment_ids:
        return {}
    rows = Transfer.objects.filter(comment__in=comment_ids, state__in=GONE).select_related("receiver")
    return {row.comment_id: shown(row) for row in rows}


@dataclass(frozen=True)
class CameBack:
    """That a comment was with another authority, until when, and who owes its answer again."""

    to: Wording
    passed_at: datetime
    ended_at: datetime
    owner: Wording


def with_returns(found: QuerySet[Comment]) -> QuerySet[Comment]:
    """The comments with where each came back from last; no query of its own."""
    rows = Transfer.objects.filter(comment=OuterRef("pk"), state__in=BACK).order_by("-pk")
    told = JSONObject(name="receiver__name", outside="outside_name", passed_at="passed_at", ended_at="ended_at")
    return found.annotate(returns=ArraySubquery(rows.values(told=told)[:1]))


def came_back(comment: Any, owner: Authority) -> CameBack | None:
    """What readers of a comment read by `with_returns` get to know while it waits for an answer again; no queries."""
    if not comment.returns or comment.state != Comment.State.VISIBLE or comment.handling != Comment.Handling.OPEN:
        return None
    (told,) = comment.returns
    name = told["name"] or dict.fromkeys(("fi", "sv", "en"), told["outside"])
    passed_at, ended_at = (datetime.fromisoformat(told[key]) for key in ("passed_at", "ended_at"))
    return CameBack(Wording(name), passed_at, ended_at, Wording(owner.name))
