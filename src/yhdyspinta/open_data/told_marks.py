"""What staff have marked of comments and a published report tells of: themes and stances; all else is staff's own."""

from collections.abc import Sequence
from typing import Any

from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import CommentTheme, CommentWork, Theme
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.wording.fields import Wording


def told_marks(activity: Activity) -> tuple[dict[int, Wording], bool]:
    """The names of the themes that the newest published report has made public, and whether it tells of stances.

    One query, two where there are themes.
    """
    newest = ReportVersion.objects.filter(activity=activity).order_by("-number")
    told: list[dict[str, Any]]
    told, stances = newest.values_list("figures__themes", "figures__stances").first() or ([], [])
    if not told:
        return {}, bool(stances)
    names = [one["name"] for one in told]
    themes = {one.pk: Wording(one.name) for one in Theme.objects.filter(activity=activity) if one.name in names}
    return themes, bool(stances)


def stances_between(activity: Activity, first: int, last: int) -> dict[int, str]:
    """The stances of the comments from one number to another; one query."""
    marked = CommentWork.objects.filter(comment__activity=activity, comment__number__range=(first, last))
    return dict(marked.exclude(stance="").values_list("comment__number", "stance"))


def with_marks(activity: Activity, comments: Sequence[Comment]) -> None:
    """Give each comment its public themes, in the order of their making, and its stance, as `told_marks` lets them be told.

    What is marked of the comments is loaded as their `work`.
    """
    told, tells_stances = told_marks(activity) if comments else ({}, False)
    found: dict[int, list[Wording]] = {comment.pk: [] for comment in comments}
    given = CommentTheme.objects.filter(comment__in=list(found), theme__in=list(told)).order_by("theme")
    for pk, theme in given.values_list("comment", "theme") if told else ():
        found[pk].append(told[theme])
    for comment in comments:
        work = getattr(comment, "work", None)
        comment.told_themes = found[comment.pk]  # type: ignore[attr-defined]
        comment.told_stance = work.stance if tells_stances and work else ""  # type: ignore[attr-defined]
