"""What was told by letter or phone stands no more: the sender is owed a word of it, as others get a message."""

from collections.abc import Mapping
from datetime import datetime

from yhdyspinta.comments.counters import hold_activities
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.models import Unsaid


def unsay(what: str, stood: Mapping[int, datetime], *, at: datetime) -> None:
    """An answer, a closing or a passing on was undone; `stood` tells since when it stood, by the comment's key.

    Owed to those whom staff have told since then, also when the letter lay printed and is marked as sent only later; who
    has not been told hears nothing of it. A new answer before the next letter takes its place there. For the transaction
    of the deed, which holds the comments; the activity is held here, as it is by whoever marks a letter as sent.
    """
    hold_activities(Comment.objects.filter(pk__in=stood).values_list("activity", flat=True))
    told = Comment.objects.filter(pk__in=stood, receipt__entry__isnull=False)
    rows = [
        Unsaid(entry_id=entry, comment_id=pk, what=what, since=stood[pk], at=at)
        for pk, entry, told_at in told.values_list("pk", "receipt__entry", "receipt__entry__told_at")
        if told_at is None or told_at >= stood[pk]
    ]
    Unsaid.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["comment"], update_fields=["entry", "what", "since", "at"]
    )
