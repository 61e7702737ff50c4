"""What reports, results and open data tell of comments that were passed on to another authority."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from django.db.models import Case, CharField, Count, F, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from yhdyspinta.answers.models import Closure
from yhdyspinta.answers.values import PASSED_ON
from yhdyspinta.comments.models import Comment
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.shown import GONE

#: How a comment was handled: as it is stored, but passed on is not "needs no answer".
HANDLING = Case(When(closure__reason=PASSED_ON, then=Value(PASSED_ON)), default=F("handling"), output_field=CharField())

#: The words of it, wherever they are told; a report, made when all is over, says of the closed that they needed no answer.
HANDLED: Final = {
    "open": _("Waits for an answer"),
    "answered": _("Answered"),
    "closed": _("Needs no answer"),
    PASSED_ON: _("Passed on to another authority"),
}


def passed_counts(activity_ids: Collection[int]) -> Mapping[int, int]:
    """How many visible comments of each activity are with another authority; one query."""
    found = Closure.objects.filter(
        reason=PASSED_ON, comment__activity__in=activity_ids, comment__state=Comment.State.VISIBLE
    )
    rows: Any = found.values_list("comment__activity").annotate(count=Count("pk")).order_by()
    return dict(rows)


def passed_from(activity_id: int) -> QuerySet[Transfer]:
    """The visible comments of an activity that are with another authority, in the order of their numbers."""
    found = Transfer.objects.filter(comment__activity=activity_id, comment__state=Comment.State.VISIBLE, state__in=GONE)
    return found.select_related("receiver", "comment").order_by("comment__number")
