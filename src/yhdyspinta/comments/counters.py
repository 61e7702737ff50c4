"""The one place where a comment's state or handling changes, so that every kept counter follows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.db.models import F

from yhdyspinta.comments.models import Comment, Sender, Thread
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.database.prepared_writes import Changes, PreparedChange
from yhdyspinta.processes.models import Activity

VISIBLE, WAITING, HIDDEN, WITHDRAWN = (
    Comment.State.VISIBLE,
    Comment.State.WAITING,
    Comment.State.HIDDEN,
    Comment.State.WITHDRAWN,
)
_KEPT: Final[Mapping[str, str]] = {VISIBLE: "comment_count", WAITING: "waiting_count", HIDDEN: "hidden_count"}


_LOCKED: Final[Prepared[Activity]] = Prepared(
    lambda activity: Activity.objects.select_for_update(no_key=True).filter(pk=activity)
)
_MORE_IN_THREAD: Final = PreparedChange(
    lambda thread, count: (Thread.objects.filter(pk=thread), {"visible_count": F("visible_count") + count})
)
_FIRST_OF_SENDER: Final = PreparedChange(
    lambda sender, count: (Sender.objects.filter(pk=sender, visible_comments=0), {"visible_comments": count})
)
_MORE_OF_SENDER: Final = PreparedChange(
    lambda sender, count: (Sender.objects.filter(pk=sender), {"visible_comments": F("visible_comments") + count})
)


def _added(told: tuple[str, ...], names: tuple[str, ...], *, activity: int, **values: int) -> Changes:
    """New values of what is `told`, and others counted on from what they are."""
    changed: dict[str, Any] = {name: values[name] for name in told}
    changed |= {name: F(name) + values[name] for name in names}
    if {"due_count", "waiting_count"} & set(names):
        changed["answered_at"] = None  # whatever opened the comment, the activity is no longer answered
    return Activity.objects.filter(pk=activity), changed


_COUNTED: Final = PreparedChange(_added)


def lock_activity(activity: Activity) -> Activity:
    """Hold the activity's counters until the end of the transaction; readers and foreign keys are not stopped."""
    locked = _LOCKED.first(activity=activity.pk)
    if locked is None:
        raise Activity.DoesNotExist
    return locked


def count_new(activity: Activity, comments: Sequence[Comment]) -> None:
    """Count comments that were just stored under the locked activity, which also keeps their last number."""
    changes: Counter[str] = Counter()
    for state, count in Counter(comment.state for comment in comments).items():
        if state in _KEPT:
            changes[_KEPT[state]] += count
    visible = [comment for comment in comments if comment.state == VISIBLE]
    for thread, count in Counter(comment.thread_id for comment in visible).items():
        _MORE_IN_THREAD.run(thread=thread, count=count)
    for parent, count in Counter(comment.parent_id for comment in visible if comment.parent_id).items():
        Comment.objects.filter(pk=parent).update(reply_count=F("reply_count") + count)
    by_count: dict[int, list[int]] = {}
    for sender, count in Counter(comment.sender_id for comment in visible).items():
        by_count.setdefault(count, []).append(sender)
    for count, senders in by_count.items():
        changes["sender_count"] += _count_senders(senders, count)
    for handling, count in Counter(comment.handling for comment in visible).items():
        changes.update(_handling_counts(handling, count))
    last = max((comment.number for comment in comments), default=activity.last_comment_number)
    more = {name: count for name, count in changes.items() if count}
    _COUNTED.run(("last_comment_number",), tuple(more), activity=activity.pk, last_comment_number=last, **more)


def _count_senders(pks: Sequence[int], count: int) -> int:
    """Count so many visible comments of each sender, whom the activity's lock holds: of how many it is the first."""
    if len(pks) == 1:
        return _FIRST_OF_SENDER.run(sender=pks[0], count=count) or _more_of_sender(pks[0], count)
    senders = Sender.objects.filter(pk__in=pks)
    first = senders.filter(visible_comments=0)
    earlier = senders.filter(visible_comments__gt=0).update(visible_comments=F("visible_comments") + count)
    return first.update(visible_comments=count) if earlier < len(pks) else 0


def _more_of_sender(sender: int, count: int) -> int:
    _MORE_OF_SENDER.run(sender=sender, count=count)
    return 0


def change_state(comment: Comment, to: str) -> None:
    """Move a locked comment to another state and keep the counters true. Saves the state and that it was shown."""
    if comment.state == to:
        return
    _shift(comment, out_of=comment.state)
    comment.state = to
    comment.was_shown = comment.was_shown or to == VISIBLE
    comment.save(update_fields=["state", "was_shown"])
    _shift(comment, into=to)


def change_handling(comment: Comment, to: str) -> None:
    """Mark a locked comment as open, answered or closed and keep the counters true."""
    if comment.handling == to:
        return
    if comment.state == VISIBLE:
        _add(comment.activity_id, **_handling_counts(comment.handling, -1))
        _add(comment.activity_id, **_handling_counts(to, 1))
    comment.handling = to
    comment.save(update_fields=["handling"])


def _shift(comment: Comment, *, into: str = "", out_of: str = "") -> None:
    sign, state = (1, into) if into else (-1, out_of)
    if state == WAITING:
        _add(comment.activity_id, waiting_count=sign)
    elif state == HIDDEN:
        _add(comment.activity_id, hidden_count=sign)
    elif state == VISIBLE:
        _shift_visible(comment, sign)


def _shift_visible(comment: Comment, sign: int) -> None:
    Thread.objects.filter(pk=comment.thread_id).update(visible_count=F("visible_count") + sign)
    if comment.parent_id is not None:
        Comment.objects.filter(pk=comment.parent_id).update(reply_count=F("reply_count") + sign)
    Sender.objects.filter(pk=comment.sender_id).update(visible_comments=F("visible_comments") + sign)
    now_visible = Sender.objects.values_list("visible_comments", flat=True).get(pk=comment.sender_id)
    came_or_went = sign if now_visible == (1 if sign > 0 else 0) else 0
    _add(comment.activity_id, comment_count=sign, sender_count=came_or_went, **_handling_counts(comment.handling, sign))


def _handling_counts(handling: str, sign: int) -> dict[str, int]:
    if handling == Comment.Handling.OPEN:
        return {"due_count": sign}
    return {"answered_count": sign} if handling == Comment.Handling.ANSWERED else {}


def _add(activity_id: int, **changes: int) -> None:
    changed: dict[str, Any] = {name: F(name) + by for name, by in changes.items() if by}
    if changes.get("due_count", 0) > 0 or changes.get("waiting_count", 0) > 0:
        changed["answered_at"] = None  # whatever opened the comment, the activity is no longer answered
    if changed:
        Activity.objects.filter(pk=activity_id).update(**changed)
