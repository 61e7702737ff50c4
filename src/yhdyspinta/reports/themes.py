"""The themes that staff gave the comments of a round, as the report tells them."""

from typing import Any

from django.db.models import Count, Q

from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import Theme
from yhdyspinta.processes.models import Activity


def themes_of(activity: Activity) -> list[dict[str, Any]]:
    """Each theme's name in its languages and how many visible comments have it, the largest first; one query."""
    visible = Count("of_comments", filter=Q(of_comments__comment__state=Comment.State.VISIBLE))
    rows = Theme.objects.filter(activity=activity).annotate(visible=visible).filter(visible__gt=0)
    return [{"name": dict(row.name), "comments": row.visible} for row in rows.order_by("-visible", "pk")]
