"""Several who work at the same moment, each over a connection of their own, and what the kept counts must be then."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from yhdyspinta.comments.models import Comment, Sender, Thread
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.refusals import Refusal


def work_together(*deeds: Callable[[int], object], turns: int = 12) -> list[list[object]]:
    """What came of each deed, turn by turn: what it returned, or its refusal. Anything else, as a deadlock, is raised."""
    ready = Barrier(len(deeds))

    def run(deed: Callable[[int], object]) -> list[object]:
        try:
            ready.wait(10)
            return [_one(deed, turn) for turn in range(turns)]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        going: Sequence = [pool.submit(run, deed) for deed in deeds]
        return [one.result(120) for one in going]


def _one(deed: Callable[[int], object], turn: int) -> object:
    try:
        return deed(turn)
    except Refusal as refusal:
        return refusal


def wrong_counts(activity: Activity) -> list[str]:
    """Every kept count of the round that is not what counting anew gives."""
    kept = Activity.objects.get(pk=activity.pk)
    comments = Comment.objects.filter(activity=activity)
    shown = comments.filter(state="visible")
    due = shown.filter(handling="open")
    told = [
        ("comments", kept.comment_count, shown.count()),
        ("due", kept.due_count, due.count()),
        ("answered", kept.answered_count, shown.filter(handling="answered").count()),
        ("hidden", kept.hidden_count, comments.filter(state="hidden").count()),
        ("waiting", kept.waiting_count, comments.filter(state="waiting").count()),
        ("senders", kept.sender_count, shown.values("sender").distinct().count()),
    ]
    for place in Thread.objects.filter(activity=activity):
        told.append((f"place {place.pk}", place.visible_count, shown.filter(thread=place).count()))
        told.append(
            (f"due in {place.pk}", place.unanswered_count, due.filter(thread=place, answered__isnull=True).count())
        )
    told += [
        (f"sender {sender.pk}", sender.visible_comments, shown.filter(sender=sender).count())
        for sender in Sender.objects.filter(activity=activity)
    ]
    for comment in comments:
        told.append((f"replies to {comment.pk}", comment.reply_count, shown.filter(parent=comment).count()))
        agree = comment.endorsements.filter(kind="agree").count()
        told.append((f"agree with {comment.pk}", comment.agree_count, agree))
    return [f"{name}: kept {count}, counted {found}" for name, count, found in told if count != found]
