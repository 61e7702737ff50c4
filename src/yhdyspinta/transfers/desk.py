"""Comments that were passed on, on the desks of those who answer: here, and for whom another's answer is late."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Case, Count, DateTimeField, Min, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.deadlines import end_of_day
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.methods import DeskItem
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.taking_comments import only_round
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.ui.dates import HELSINKI
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


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
        task=_("Answer the comments from another authority"),
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
        task=_("Approve the corrections of answers to passed-on comments"),
        subject="",
        why=words % {"count": count},
        due_at=None,
        path=address("transfers:list", authority),
        ability="answer",
    )


def late_elsewhere_count(process_ids: Collection[int], today: date) -> QuerySet[Any, Any]:
    """By process, how many answers of other authorities are late and since which day: for a union of the desk's."""
    waiting = Transfer.objects.filter(
        state__in=(Transfer.State.WAITING, Transfer.State.OUTSIDE), due_on__lt=today, comment__state=Comment.State.VISIBLE,
        comment__activity__process__in=process_ids,
    )  # fmt: skip
    rows = waiting.values_list("comment__activity__process_id", Value("elsewhere"))
    return rows.annotate(n=Count("pk"), first=Min("due_on")).order_by()


def late_elsewhere_item(process: Process, count: int, first: date) -> DeskItem:
    """One line for all of a process: whoever promised the sender an answer asks for it."""
    words = ngettext(
        "%(count)s comment was to be answered by another authority",
        "%(count)s comments were to be answered by other authorities",
        count,
    )
    return DeskItem(
        task=_("Ask for the answer of another authority"),
        subject=Wording(process.title).text(page_language()),
        why=words % {"count": count},
        due_at=end_of_day(first),
        path=_passed_on_path(process),
        ability="answer",
    )


def _passed_on_path(process: Process) -> str:
    """What was passed on from its only round, or the page of the process."""
    found = only_round(process)
    if found is None:
        return process_address(process, "processes:overview")
    return f"{activity_address(found, 'answers:work')}?show=passed"
