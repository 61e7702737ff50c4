"""Comments that were passed on to the authority, on the desks of those who answer there."""

from datetime import date, datetime, time

from django.db.models import Count, Min
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.methods import DeskItem
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.ui.dates import HELSINKI


def received_items(authority: Authority, abilities: frozenset[str]) -> list[DeskItem]:
    """One line for all that wait, due when the first of them is; one query, none for those who do not answer."""
    if "answer" not in abilities:
        return []
    waiting = Transfer.objects.filter(
        receiver=authority, state=Transfer.State.WAITING, comment__state=Comment.State.VISIBLE
    )
    found = waiting.aggregate(count=Count("pk"), first=Min("due_on"))
    return [_item(authority, found["count"], found["first"])] if found["count"] else []


def _item(authority: Authority, count: int, first: date | None) -> DeskItem:
    words = ngettext("%(count)s comment was passed on to you", "%(count)s comments were passed on to you", count)
    return DeskItem(
        task=_("Answer comments from another authority"),
        subject="",
        why=words % {"count": count},
        due_at=datetime.combine(first, time(23, 59), tzinfo=HELSINKI) if first else None,
        path=address("transfers:list", authority),
        ability="answer",
    )
