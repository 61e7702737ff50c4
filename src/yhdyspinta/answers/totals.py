"""How many answers of a round are being written and are published."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Aggregate, Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.queries import in_drafts
from yhdyspinta.comments.models import Thread
from yhdyspinta.processes.models import Activity


@dataclass(frozen=True)
class Totals:
    """How many answers are being written and are published."""

    drafts: int
    published: int
    preliminary: int
    waiting: int  # comments that wait for an answer and stand in none
    comments_in_drafts: int


def totals(activity: Activity) -> Totals:
    """By the kept counters as far as there are any; one query."""
    answers = Answer.objects.filter(activity=OuterRef("pk"))
    being_made = Q(published_at=None)
    if activity.process.owner.answers_need_approval:
        being_made |= Q(correction__isnull=False)  # a correction of a published answer stands among the drafts
    found = Activity.objects.filter(pk=activity.pk).values(
        drafts=_number(answers.filter(being_made), Count("pk")),
        published=_number(answers.filter(published_at__isnull=False), Count("pk")),
        preliminary=_number(answers.filter(published_at__isnull=False, is_final=False), Count("pk")),
        waiting=_number(Thread.objects.filter(activity=OuterRef("pk")), Sum("unanswered_count")),
        comments_in_drafts=_number(
            in_drafts().filter(answer__activity=OuterRef("pk")), Count("pk"), "answer__activity"
        ),
    )
    return Totals(**found.get())


def _number(rows: QuerySet[Any], of: Aggregate, by: str = "activity") -> Coalesce:
    return Coalesce(Subquery(rows.order_by().values(by).annotate(number=of).values("number")), 0)
