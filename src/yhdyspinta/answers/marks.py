"""What staff have marked of comments, for those who answer them: themes, stance, who sees to it, notes. Never public."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Count, F, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, JSONObject

from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import CommentTheme, StaffNote, Theme
from yhdyspinta.material.queries import colleagues_by_name
from yhdyspinta.material.values import STANCES
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


@dataclass(frozen=True)
class Marks:
    """The marks of one comment, in words."""

    number: int
    themes: str
    stance: str
    assignee: str
    due_on: date | None
    note_count: int
    path: str  # of the comment's staff page, where the notes are


@dataclass(frozen=True)
class Choices:
    """What the comments of a round can be narrowed by: its themes and who answers there, by their numbers."""

    themes: Sequence[tuple[str, str]] = ()
    people: Sequence[tuple[str, str]] = ()


def choices_of(activity: Activity) -> Choices:
    """The themes in the order of their making and the colleagues by name; one query."""
    themes = Theme.objects.filter(activity=activity).order_by("pk")
    people = colleagues_by_name(activity.process)
    told: Any = Activity.objects.annotate(
        theme_names=ArraySubquery(themes.values(told=JSONObject(pk="pk", name="name"))),
        people_names=ArraySubquery(people.values(told=JSONObject(pk="pk", name="name", email="email"))),
    ).values("theme_names", "people_names")
    row = told.get(pk=activity.pk)
    language = page_language()
    return Choices(
        [(str(one["pk"]), Wording(one["name"]).text(language)) for one in row["theme_names"]],
        [(str(one["pk"]), one["name"] or one["email"]) for one in row["people_names"]],
    )


def with_marks(found: QuerySet[Comment]) -> QuerySet[Comment]:
    """The comments with what `marks_of` reads, and the number of the comment that leads those like it."""
    themes = CommentTheme.objects.filter(comment=OuterRef("pk")).order_by("theme").values("theme__name")
    notes = StaffNote.objects.filter(comment=OuterRef("pk")).order_by().values("comment").annotate(n=Count("pk"))
    return found.select_related("work__assignee").annotate(
        theme_names=ArraySubquery(themes),
        note_count=Coalesce(Subquery(notes.values("n")), 0),
        like_number=Case(
            When(signature__leader__isnull=False, then=F("signature__leader__number")),
            When(signature__like_count__gt=0, then=F("number")),
        ),
    )


def marks_of(comment: Any, activity: Activity) -> Marks:
    """The marks of a comment loaded `with_marks`; no queries."""
    work = getattr(comment, "work", None)
    return Marks(
        number=comment.number,
        themes=", ".join(Wording(name).text(page_language()) for name in comment.theme_names),
        stance=str(STANCES.get(work.stance, "")) if work else "",
        assignee=str(work.assignee) if work and work.assignee else "",
        due_on=work.due_on if work else None,
        note_count=comment.note_count,
        path=activity_address(activity, "material:comment", number=comment.number),
    )
