"""What of the work on comments waits for one person at their desk."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, Min
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import CommentWork
from yhdyspinta.people.models import Person
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.methods import DeskItem
from yhdyspinta.processes.models import Process
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
