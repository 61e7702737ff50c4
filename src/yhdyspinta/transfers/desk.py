"""Comments that were passed on to the authority, on the desks of those who answer there."""

from datetime import UTC, datetime, time
from typing import Any

from django.db.models import Count, DateTimeField, Min, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.methods import DeskItem
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.ui.dates import HELSINKI


def received_count(authority: Authority) -> QuerySet[Any, Any]:
    """A row of a kind, how many wait and when the first is due (midnight UTC of its day): for a union of the desk's."""
    waiting = Transfer.objects.filter(
        receiver=authority, state=Transfer.State.WAITING, comment__state=Comment.State.VISIBLE
    )
    first = Cast(Min("due_on"), DateTimeField())
    return waiting.values_list(Value("received")).annotate(n=Count("pk"), first=first).order_by()


def received_item(authority: Authority, count: int, first: datetime) -> DeskItem:
    """One line for all that wait, due when the first of them is."""
    words = ngettext("%(count)s comment was passed on to you", "%(count)s comments were passed on to you", count)
    return DeskItem(
        task=_("Answer comments from another authority"),
        subject="",
        why=words % {"count": count},
        due_at=datetime.combine(first.astimezone(UTC).date(), time(23, 59), tzinfo=HELSINKI),
        path=address("transfers:list", authority),
        ability="answer",
    )
