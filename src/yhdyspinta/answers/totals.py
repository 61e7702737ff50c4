"""How many answers of a round are being written and are published."""

from dataclasses import dataclass

from django.db.models import Count, Q

from yhdyspinta.answers.models import Answer
from yhdyspinta.processes.models import Activity


@dataclass(frozen=True)
class Totals:
    """How many answers are being written and are published."""

    drafts: int
    published: int
    preliminary: int
    comments_in_drafts: int


def totals(activity: Activity) -> Totals:
    """One query."""
    still_open = Q(published_at=None, answered__comment__state="visible", answered__comment__handling="open")
    being_made = Q(published_at=None)
    if activity.process.owner.answers_need_approval:
        being_made |= Q(correction__isnull=False)  # a correction of a published answer stands among the drafts
    found = Answer.objects.filter(activity=activity).aggregate(
        drafts=Count("pk", filter=being_made, distinct=True),
        published=Count("pk", filter=Q(published_at__isnull=False), distinct=True),
        preliminary=Count("pk", filter=Q(published_at__isnull=False, is_final=False), distinct=True),
        comments_in_drafts=Count("answered", filter=still_open, distinct=True),
    )
    return Totals(**found)
