"""A visible comment can be found with search; one that is taken away cannot."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from yhdyspinta.comments.following import follow_words
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.personal import page_of
from yhdyspinta.database.prepared_writes import Write
from yhdyspinta.processes import searching
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.searching import PublicText
from yhdyspinta.wording.languages import page_language_of


def follow_state(comment: Comment, *, at: datetime) -> None:
    """Put the comment into search or take it out, as its state says, and let others follow; inside the change's transaction."""
    follow_words(comment, at=at)
    if comment.state != Comment.State.VISIBLE:
        searching.unindex(comment.activity.process, _target(comment))
        return
    found = _public_text(comment)
    searching.index(comment.activity.process, found.kind, found.target, found.texts, path=found.path, at=at)


def follow_new(process: Process, comments: Iterable[Comment]) -> None:
    """Put comments that were just stored into search, those that can be read; inside their transaction."""
    visible = [comment for comment in comments if comment.state == Comment.State.VISIBLE]
    if visible:
        searching.index_new(process, (_public_text(comment) for comment in visible))


def followed(comment: Comment) -> list[Write]:
    """The same of one comment that was just stored, to be run together with other writes."""
    if comment.state != Comment.State.VISIBLE:
        return []
    return [searching.indexed(comment.activity.process, _public_text(comment))]


def visible_comments(process: Process) -> Iterator[PublicText]:
    """Every comment that can be read in the process, as search holds it; one query."""
    visible = Comment.objects.filter(activity__process=process, state=Comment.State.VISIBLE)
    for comment in visible.select_related("activity__process").order_by("pk").iterator(chunk_size=500):
        yield _public_text(comment)


def _target(comment: Comment) -> str:
    return f"comment:{comment.pk}"


def _public_text(comment: Comment) -> PublicText:
    with override(page_language_of(comment.language)):
        title = _("Comment %(number)s") % {"number": comment.number}
    texts = {comment.language: (title, comment.public_text)}
    return PublicText("comment", _target(comment), texts, page_of(comment), comment.edited_at or comment.arrived_at)
