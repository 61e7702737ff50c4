"""Comments that were passed on to the authority, on the desks of those who answer there."""

from datetime import UTC, datetime, time
from typing import Any

from django.db.models import Case, Count, DateTimeField, Min, Q, QuerySet, TextField, Value, When
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
    """Rows of kinds, how many wait and when the first is due (midnight UTC of its day): for a union of the desk's.

    What waits for an answer is one kind; a correction of a published answer, which waits for approval, is another.
    """
    corrected = Q(state=Transfer.State.ANSWERED, ready_at__isnull=False)
    waiting = Transfer.objects.filter(
        Q(state=Transfer.State.WAITING) | corrected, receiver=authority, comment__state=Comment.State.VISIBLE
    )
    kind = Case(When(corrected, then=Value("corrected")), default=Value("received"), output_field=TextField())
    first = Cast(Min("due_on"), DateTimeField())
    return waiting.values_list(kind).annotate(n=Count("pk"), first=first).order_by()


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


def corrected_item(authority: Authority, count: int) -> DeskItem:
    """One line for all corrections that wait for approval: what was answered stands meanwhile, so none is late."""
    words = ngettext("%(count)s correction waits for approval", "%(count)s corrections wait for approval", count)
    return DeskItem(
        task=_("Approve corrections of answers to passed-on comments"),
        subject="",
        why=words % {"count": count},
        due_at=None,
        path=address("transfers:list", authority),
        ability="answer",
    )
