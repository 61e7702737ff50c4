"""Themes that a published report tells of; all others are staff's own."""

from collections.abc import Sequence
from typing import Any

from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import CommentTheme, Theme
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.wording.fields import Wording


def told_themes(activity: Activity) -> dict[int, Wording]:
    """The names of the themes that the newest published report has made public; one query, two where there is one."""
    newest = ReportVersion.objects.filter(activity=activity).order_by("-number")
    told: list[dict[str, Any]] = newest.values_list("figures__themes", flat=True).first() or []
    if not told:
        return {}
    names = [one["name"] for one in told]
    return {one.pk: Wording(one.name) for one in Theme.objects.filter(activity=activity) if one.name in names}


def with_themes(activity: Activity, comments: Sequence[Comment]) -> None:
    """Give each comment its public themes, as `told_themes`, in the order of their making."""
    told = told_themes(activity) if comments else {}
    found: dict[int, list[Wording]] = {comment.pk: [] for comment in comments}
    given = CommentTheme.objects.filter(comment__in=list(found), theme__in=list(told)).order_by("theme")
    for pk, theme in given.values_list("comment", "theme") if told else ():
        found[pk].append(told[theme])
    for comment in comments:
        comment.told_themes = found[comment.pk]  # type: ignore[attr-defined]
