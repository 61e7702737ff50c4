"""A passed-on comment in a list, for either authority; and where it is, in words."""

from datetime import datetime
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.shown import receiver_name
from yhdyspinta.ui import dates
from yhdyspinta.ui.text import beginning
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import html_lang

_EXCERPT: Final = 240
_SHORT: Final = 160


def passed_on(activity: Activity) -> QuerySet[Transfer]:
    """Every time that a comment of the round was passed on, as `row_of` reads it."""
    rows = Transfer.objects.filter(comment__activity=activity)
    return rows.select_related("receiver", "comment__activity__process__owner", "joined_to__comment")


def comment_row(activity: Activity, comment: Comment) -> dict[str, Any]:
    """A comment among many that are passed on, or taken back, together."""
    return {
        "number": comment.number,
        "text": beginning(in_words(comment.public_text), _SHORT),
        "lang": html_lang(comment.language),
        "path": activity_address(activity, "material:comment", number=comment.number),
    }


def row_of(authority: Authority, row: Transfer, *, at: datetime) -> dict[str, Any]:
    """A line of the list; no queries when it is loaded to the process's owner."""
    comment = row.comment
    process = comment.activity.process
    is_ours = process.owner_id == authority.pk
    text = in_words(comment.public_text) if comment.state == Comment.State.VISIBLE else ""
    return {
        "transfer": row,
        "number": comment.number,
        "text": text[:_EXCERPT] + ("…" if len(text) > _EXCERPT else ""),
        "lang": html_lang(comment.language),
        "process": Wording(process.title),
        "who": receiver_name(row) if is_ours else Wording(process.owner.name),
        "state": state_words(row, is_ours=is_ours),
        "may_tick": not is_ours and row.state == Transfer.State.WAITING and row.joined_to_id is None,
        "is_late": row.state in {Transfer.State.WAITING, Transfer.State.OUTSIDE}
        and row.due_on is not None
        and row.due_on < dates.in_helsinki(at).date(),
        "path": activity_address(comment.activity, "transfers:pass_on", number=comment.number)
        if is_ours
        else address("transfers:received", authority, transfer=row.pk),
    }


def state_words(transfer: Transfer, *, is_ours: bool = False) -> str:
    """What staff read of where the comment is; where it is `is_ours` to pass on, nothing of comments of other rounds."""
    if transfer.is_corrected:
        is_ready = transfer.ready_at is not None
        return (
            _("Answered; a correction waits for approval") if is_ready else _("Answered; a correction is being written")
        )
    if transfer.state == Transfer.State.WAITING and transfer.joined_to is not None:
        if is_ours:
            return _("Answered together with others")
        return _("Answered together with comment %(number)s") % {"number": transfer.joined_to.comment.number}
    if transfer.state == Transfer.State.WAITING and transfer.ready_at is not None:
        return _("Waiting for approval")
    return {
        Transfer.State.WAITING: _("Waits for an answer"),
        Transfer.State.OUTSIDE: _("Outside this service"),
        Transfer.State.ANSWERED: _("Answered"),
        Transfer.State.RETURNED: _("Given back"),
        Transfer.State.TAKEN_BACK: _("Taken back"),
    }[Transfer.State(transfer.state)]
