"""The answers that comments can be put into: drafts, and published answers that late ones are joined to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.worklist import LARGEST_FIRST
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording

#: So many numbers of comments are named on one line.
MOST_NUMBERS: Final = 20
_DRAFTS: Final = "drafts_told"


@dataclass(frozen=True)
class Choosable:
    """The answers of a round that comments can be put into."""

    drafts: tuple[Answer, ...] = ()
    published: tuple[Answer, ...] = ()


def choosable(activity: Activity) -> Choosable:
    """Every answer with its number and title: drafts the largest first, published ones the newest first; one query."""
    rows = Answer.objects.filter(activity=activity).only("pk", "number", "title", "published_at")
    every = list(rows.order_by(*LARGEST_FIRST))
    published = sorted(((row.published_at, row.pk, row) for row in every if row.published_at), reverse=True)
    return Choosable(tuple(row for row in every if row.published_at is None), tuple(row for _at, _pk, row in published))


def with_drafts() -> dict[str, ArraySubquery]:
    """What is read with a round in the same query, for `drafts_of`."""
    rows = Answer.objects.filter(activity=OuterRef("pk"), published_at=None).order_by(*LARGEST_FIRST)
    return {_DRAFTS: ArraySubquery(rows.values(told=JSONObject(number="number", title="title")))}


def drafts_of(activity: Activity) -> list[Answer]:
    """Every draft of a round that was read `with_drafts`: its number and title, the largest first; no query."""
    return [Answer(activity=activity, **told) for told in getattr(activity, _DRAFTS)]


@dataclass(frozen=True)
class Given:
    """A published answer that some of like comments have."""

    number: int
    title: Wording
    count: int  # of these comments
    is_final: bool


def given_to(comments: QuerySet[Comment]) -> list[Given]:
    """The published answers of the comments, the one that most have first; one query."""
    rows = AnsweredComment.objects.filter(
        comment__in=comments.order_by().values("pk"), answer__published_at__isnull=False
    )
    counted = rows.values_list("answer__number", "answer__title", "answer__is_final").annotate(count=Count("pk"))
    return [
        Given(number, Wording(title), count, is_final)
        for number, title, is_final, count in counted.order_by("-count", "answer__number")
    ]


@dataclass(frozen=True)
class Joining:
    """Comments that were joined to a published answer at once."""

    pk: int  # of the first of them
    at: datetime
    by: str
    numbers: tuple[int, ...]

    @property
    def shown(self) -> str:
        """The numbers, of many the first ones."""
        first = ", ".join(str(number) for number in self.numbers[:MOST_NUMBERS])
        return f"{first} …" if len(self.numbers) > MOST_NUMBERS else first


def joinings_of(answer: Answer) -> list[Joining]:
    """What was joined to a published answer, the newest first; one query."""
    rows = AnsweredComment.objects.filter(answer=answer, joined_at__isnull=False)
    rows = rows.select_related("comment", "joined_by").defer("comment__text", "comment__public_text")
    return list(_gathered(rows.order_by("-joined_at", "comment__number")))


def _gathered(rows: Iterable[AnsweredComment]) -> Iterable[Joining]:
    found: dict[datetime, list[AnsweredComment]] = {}
    for row in rows:
        if row.joined_at is not None:
            found.setdefault(row.joined_at, []).append(row)
    for at, some in found.items():
        by = str(some[0].joined_by) if some[0].joined_by else ""
        yield Joining(some[0].pk, at, by, tuple(row.comment.number for row in some))
