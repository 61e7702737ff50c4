"""A visible comment can be found with search; one that is taken away cannot."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.personal import page_of
from yhdyspinta.processes import searching


def follow_state(comment: Comment, *, at: datetime) -> None:
    """Put the comment into search or take it out, as its state says; inside the transaction of the change."""
    target = f"comment:{comment.pk}"
    if comment.state != Comment.State.VISIBLE:
        searching.unindex(target)
        return
    base = comment.language.split("-")[0]
    with override(base if base in {"fi", "sv", "en"} else "fi"):
        title = _("Comment %(number)s") % {"number": comment.number}
    process = comment.activity.process
    texts = {comment.language: (title, comment.public_text)}
    searching.index(process, "comment", target, texts, path=page_of(comment), at=at)
