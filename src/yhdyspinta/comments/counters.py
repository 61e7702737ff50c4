"""The one place where a comment's state or handling changes, so that every kept counter follows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.db.models import Case, Exists, F, QuerySet, When

from yhdyspinta.comments.following import hold_before
from yhdyspinta.comments.models import Comment, Sender, Thread
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.database.prepared_writes import Changes, PreparedChange, Write, run_together
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
    lambda thread, count, due: (
        Thread.objects.filter(pk=thread),
        {"visible_count": F("visible_count") + count, "unanswered_count": F("unanswered_count") + due},
    )
)
_MORE_REPLIES: Final = PreparedChange(
    lambda parent, count: (Comment.objects.filter(pk=parent), {"reply_count": F("reply_count") + count})
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
    if sender := values.get("sender"):
        is_first = Exists(Sender.objects.filter(pk=sender, visible_comments=0))
        changed["sender_count"] = F("sender_count") + Case(When(is_first, then=1), default=0)
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


def hold_activities(pks: Iterable[int]) -> None:
    """As `lock_activity` for several, lowest first; after the comments that are held."""
    list(Activity.objects.select_for_update(no_key=True).filter(pk__in=set(pks)).order_by("pk").values("pk"))


def hold_comments(pks: Iterable[int]) -> QuerySet[Comment]:
    """Lock comments and those that they reply to, in the order that everybody keeps: before the activity, lowest first.

    Returned are the comments as they stand now that nobody else can change them, still to be read.
    """
    wanted = set(pks)
    hold_before(wanted)
    parents = Comment.objects.filter(pk__in=wanted, parent__isnull=False).values_list("parent_id", flat=True)
    list(
        Comment.objects.select_for_update(no_key=True)
        .filter(pk__in=wanted.union(pk for pk in parents if pk))
        .order_by("pk")
        .values("pk")
    )
    return Comment.objects.filter(pk__in=wanted).order_by("pk")


def count_new(activity: Activity, comments: Sequence[Comment], *, senders: int) -> None:
    """Count comments that were just stored under the locked activity, which also keeps their last number.

    `senders` is what `count_new_senders` gave of them.
    """
    for write in _counting(activity, comments, {"sender_count": senders}):
        run_together([write])


def counted(activity: Activity, comments: Sequence[Comment]) -> list[Write]:
    """The same of comments of one sender who is not counted yet, to be run with other writes of the transaction.

    The activity asks whether anything of the sender's was visible before: the sender is changed after it.
    """
    visible = [comment for comment in comments if comment.state == VISIBLE]
    if not visible:
        return _counting(activity, comments, {})
    sender = visible[0].sender_id
    of_sender = _MORE_OF_SENDER.writes(sender=sender, count=len(visible))
    return [*_counting(activity, comments, {}, sender=sender), *of_sender]  # many are run in this order


def _counting(activity: Activity, comments: Sequence[Comment], added: Mapping[str, int], **sender: int) -> list[Write]:
    """The counts of places, parents and the activity; with a `sender`, they are counted if nothing of theirs was visible."""
    changes = Counter(added)
    for state, count in Counter(comment.state for comment in comments).items():
        if state in _KEPT:
            changes[_KEPT[state]] += count
    visible = [comment for comment in comments if comment.state == VISIBLE]
    for handling, count in Counter(comment.handling for comment in visible).items():
        changes.update(_handling_counts(handling, count))
    last = max((comment.number for comment in comments), default=0)
    last = max(last, activity.last_comment_number)  # numbers of a file were taken before
    more = {name: count for name, count in changes.items() if count}
    of_activity = _COUNTED.writes(
        ("last_comment_number",), tuple(more), activity=activity.pk, last_comment_number=last, **more, **sender
    )
    return [*_counting_in_threads(visible), *_counting_replies(visible), *of_activity]


def _counting_in_threads(visible: Sequence[Comment]) -> list[Write]:
    due = Counter(comment.thread_id for comment in visible if comment.handling == Comment.Handling.OPEN)
    count = Counter(comment.thread_id for comment in visible)
    return [
        write
        for thread in sorted(count)
        for write in _MORE_IN_THREAD.writes(thread=thread, count=count[thread], due=due[thread])
    ]


def _counting_replies(visible: Sequence[Comment]) -> list[Write]:
    count = Counter(comment.parent_id for comment in visible if comment.parent_id)
    return [write for parent in sorted(count) for write in _MORE_REPLIES.writes(parent=parent, count=count[parent])]


def count_new_senders(comments: Sequence[Comment]) -> int:
    """Count comments that were just stored for their senders: of how many it is the first that can be read.

    Senders who are as new as their comments are nobody else's, and need no lock.
    """
    by_count: dict[int, list[int]] = {}
    for sender, count in Counter(comment.sender_id for comment in comments if comment.state == VISIBLE).items():
        by_count.setdefault(count, []).append(sender)
    return sum(_count_senders(senders, count) for count, senders in by_count.items())


def take_numbers(activity: Activity, count: int) -> int:
    """The first of so many running numbers, taken from the activity, which stays locked."""
    first = lock_activity(activity).last_comment_number + 1
    Activity.objects.filter(pk=activity.pk).update(last_comment_number=first - 1 + count)
    return first


def give_numbers_back(activity: Activity, first: int, count: int) -> None:
    """Numbers that were taken and not used; those that others have followed stay unused."""
    taken = Activity.objects.filter(pk=activity.pk, last_comment_number=first - 1 + count)
    if not Comment.objects.filter(activity=activity, number__gte=first).exists():
        taken.update(last_comment_number=first - 1)


def _count_senders(pks: Sequence[int], count: int) -> int:
    """Count so many visible comments of each sender, who is held or new: of how many it is the first."""
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
    """Move a locked comment to another state and keep the counters true. Saves the state and that it was shown.

    Whoever counts holds comments first, then the activity, then places and senders, as whoever sends does.
    """
    before = comment.state
    if before == to:
        return
    comment.state = to
    comment.was_shown = comment.was_shown or to == VISIBLE
    comment.save(update_fields=["state", "was_shown"])
    sign = (to == VISIBLE) - (before == VISIBLE)
    if sign and comment.parent_id is not None:
        Comment.objects.filter(pk=comment.parent_id).update(reply_count=F("reply_count") + sign)
    changes = {_KEPT[state]: by for state, by in ((before, -1), (to, 1)) if state in _KEPT}
    _add(comment.activity_id, **changes, **(_handling_counts(comment.handling, sign) if sign else {}))
    if sign:
        _shift_visible(comment, sign)


def change_handling(comment: Comment, to: str) -> None:
    """Mark a locked comment as open, answered or closed and keep the counters true."""
    handle_all([comment], to)


def handle_all(comments: Iterable[Comment], to: str) -> None:
    """The same of locked comments of one activity, with as many statements for many as for one."""
    changed = [one for one in comments if one.handling != to]
    if not changed:
        return
    visible = [one for one in changed if one.state == VISIBLE]
    before = Counter(one.handling for one in visible)
    turned = [one for one in visible if Comment.Handling.OPEN in {one.handling, to}]
    Comment.objects.filter(pk__in=[one.pk for one in changed]).update(handling=to)
    for one in changed:
        one.handling = to
    if not visible:
        return
    counts = Counter(_handling_counts(to, len(visible)))
    for handling, count in before.items():
        counts.update(_handling_counts(handling, -count))
    _add(visible[0].activity_id, **counts)
    _count_turned(turned, 1 if to == Comment.Handling.OPEN else -1)


def _count_turned(comments: Sequence[Comment], sign: int) -> None:
    """Comments wait from now on (1) or wait no more (-1), which places count of those that stand in no answer."""
    if not comments:
        return
    grouped = Comment.objects.filter(pk__in=[one.pk for one in comments], answered__isnull=False)
    in_answers = set(grouped.values_list("pk", flat=True))
    _count_unanswered(Counter(one.thread_id for one in comments if one.pk not in in_answers), sign)


def _count_unanswered(due: Mapping[int, int], sign: int) -> None:
    if not due:
        return
    places = list(Thread.objects.select_for_update(no_key=True).filter(pk__in=due).order_by("pk").values("pk"))
    more = Case(*(When(pk=place["pk"], then=sign * due[place["pk"]]) for place in places), default=0)
    Thread.objects.filter(pk__in=due).update(unanswered_count=F("unanswered_count") + more)


def count_grouped(comments: Iterable[Comment], sign: int) -> None:
    """Locked comments were put into an answer (-1) or taken out of one (1); those that need no answer change nothing."""
    open_ones = [one for one in comments if one.state == VISIBLE and one.handling == Comment.Handling.OPEN]
    if open_ones:
        _LOCKED.first(activity=open_ones[0].activity_id)
    _count_unanswered(Counter(one.thread_id for one in open_ones), sign)


def count_moved(comments: Sequence[Comment], thread: int) -> None:
    """Locked comments of one place are said of another from now on; saving that is left to the caller."""
    _LOCKED.first(activity=comments[0].activity_id)
    shown = [one.pk for one in comments if one.state == VISIBLE]
    due = Comment.objects.filter(pk__in=shown, handling=Comment.Handling.OPEN, answered__isnull=True).count()
    for place, sign in sorted(((comments[0].thread_id, -1), (thread, 1))):
        _count_in_thread(place, visible_count=sign * len(shown), unanswered_count=sign * due)


def _is_grouped(comment: Comment) -> bool:
    """Whether the comment stands in an answer, written or published."""
    return Comment.objects.filter(pk=comment.pk, answered__isnull=False).exists()


def _count_in_thread(thread: int, **changes: int) -> None:
    Thread.objects.filter(pk=thread).update(**{name: F(name) + by for name, by in changes.items()})


def _shift_visible(comment: Comment, sign: int) -> None:
    due = sign if comment.handling == Comment.Handling.OPEN and not _is_grouped(comment) else 0
    _count_in_thread(comment.thread_id, visible_count=sign, unanswered_count=due)
    Sender.objects.filter(pk=comment.sender_id).update(visible_comments=F("visible_comments") + sign)
    now_visible = Sender.objects.values_list("visible_comments", flat=True).get(pk=comment.sender_id)
    if now_visible == (1 if sign > 0 else 0):
        _add(comment.activity_id, sender_count=sign)


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
