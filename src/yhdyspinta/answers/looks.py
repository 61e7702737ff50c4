"""What somebody looked at before they decided: the comments of an answer, each as it was worded then."""

from collections.abc import Iterable
from hashlib import sha256

from yhdyspinta.answers.models import Answer
from yhdyspinta.comments.models import Comment
from yhdyspinta.wording.refusals import Refusal


def mark_of(comments: Iterable[Comment]) -> str:
    """The same for the same comments: another one among those that wait, or one that was edited, gives another mark."""
    waiting = (one for one in comments if (one.state, one.handling) == (Comment.State.VISIBLE, Comment.Handling.OPEN))
    return mark_of_rows((one.pk, one.revision) for one in waiting)


def mark_now(answer: Answer) -> str:
    """The mark of a draft as it stands now; one query."""
    rows = Comment.objects.filter(answered__answer=answer, state=Comment.State.VISIBLE, handling=Comment.Handling.OPEN)
    return mark_of_rows(rows.values_list("pk", "revision"))


def require_seen(comments: list[Comment], seen: str) -> None:
    """Refuse to decide on comments that are not those that were looked at. Raises Refusal("group_changed")."""
    if mark_of(comments) != seen:
        raise Refusal("group_changed", count=len(comments))


def mark_of_rows(rows: Iterable[tuple[int, int]]) -> str:
    """The mark of comments that wait, each told by its key and its revision."""
    return sha256(" ".join(f"{pk}:{revision}" for pk, revision in sorted(rows)).encode()).hexdigest()[:16]
