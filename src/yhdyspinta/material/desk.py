"""What of the work on comments waits for one person at their desk, and what is late there of others."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Min, QuerySet, Value
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import CommentWork
from yhdyspinta.material.queries import due_works
from yhdyspinta.people.models import Person
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.methods import DeskItem
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.taking_comments import only_round
from yhdyspinta.ui.dates import HELSINKI
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


def assigned_items(person: Person, processes: Sequence[Process]) -> list[DeskItem]:
    """Comments assigned to the person that wait for an answer, a line for each round; one query for all."""
    by_pk = {activity.pk: activity for process in processes for activity in process.activities.all()}
    open_ones = CommentWork.objects.filter(
        assignee=person, comment__activity__in=list(by_pk), comment__handling=Comment.Handling.OPEN,
        comment__state=Comment.State.VISIBLE,
    )  # fmt: skip
    rows = open_ones.values_list("comment__activity").annotate(n=Count("pk"), first=Min("due_on"))
    return [_item(by_pk[pk], count, first) for pk, count, first in rows.order_by("comment__activity")]


def _item(activity: Any, count: int, first: date | None) -> DeskItem:
    words = ngettext("%(count)s comment is assigned to you", "%(count)s comments are assigned to you", count)
    return DeskItem(
        task=_("See to the comments assigned to you"),
        subject=Wording(activity.process.title).text(page_language()),
        why=words % {"count": count},
        due_at=datetime.combine(first, time(23, 59), tzinfo=HELSINKI) if first else None,
        path=f"{activity_address(activity, 'material:table')}?answered=no&assignee=me",
        ability="answer",
    )


def late_assigned_count(process_ids: Collection[int], person_id: int | None, today: date) -> QuerySet[Any, Any]:
    """By process, how many comments that others see to are late and since which day: for a union of the desk's."""
    late = due_works(until=today - timedelta(days=1)).filter(comment__activity__process__in=process_ids)
    rows = late.exclude(assignee=person_id).values_list("comment__activity__process_id", Value("assigned"))
    return rows.annotate(n=Count("pk"), first=Min("due_on")).order_by()


def late_assigned_item(process: Process, count: int, first: date) -> DeskItem:
    """One line for all of a process: whoever assigned them sees that they wait."""
    words = ngettext(
        "%(count)s comment assigned to a colleague is late",
        "%(count)s comments assigned to colleagues are late",
        count,
    )
    found = only_round(process)
    return DeskItem(
        task=_("Ask how far the assigned comments are"),
        subject=Wording(process.title).text(page_language()),
        why=words % {"count": count},
        due_at=datetime.combine(first, time(23, 59), tzinfo=HELSINKI),
        path=f"{activity_address(found, 'material:table')}?due=late"
        if found
        else process_address(process, "processes:overview"),
        ability="edit",
    )
