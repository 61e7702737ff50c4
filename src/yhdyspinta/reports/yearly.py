"""A year of an authority's rounds: how many, how far they reached, what was answered in time and what changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery

from yhdyspinta.answers.models import Answer
from yhdyspinta.authorities.models import Authority
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.processes.values import SIX_WAYS
from yhdyspinta.reports.shown import CHANGING
from yhdyspinta.ui.dates import HELSINKI, in_helsinki
from yhdyspinta.wording.fields import Wording

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100


@dataclass(frozen=True)
class RoundOfYear:
    """A round that closed in the year."""

    activity: Activity
    title: Wording
    closed_on: date
    comments: int
    senders: int
    promised_on: date | None  # the first published day: moving it later makes no answer timely
    answered_on: date | None
    in_time: bool | None  # None: nothing was promised, the day has not come, or there was nothing to answer
    changed: bool | None  # None: neither answered nor decided yet, or there was nothing to be changed by
    ways: tuple[str, ...]


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    whole: int


@dataclass(frozen=True)
class Line:
    """Some rounds together: all of the year, or those of one of the six ways."""

    key: str
    words: str
    rounds: int
    comments: int
    senders: int
    in_time: Share  # of those whose promised day has come
    changed: Share  # of those that have been answered or decided


@dataclass(frozen=True)
class Year:
    """The summary, in plain values."""

    year: int
    rounds: tuple[RoundOfYear, ...]
    total: Line
    ways: tuple[Line, ...]
    promised: int
    done: int


def year_of(authority: Authority, year: int, *, at: datetime) -> Year:
    """The rounds that closed in the year and whose process is public; two queries however many there are."""
    rounds = tuple(_round(activity, at) for activity in _closed(authority, year, at))
    measures = Measure.objects.filter(process__owner=authority, process__in=_public(authority, at))
    promised, done = _measures(measures, year)
    return Year(
        year=year,
        rounds=rounds,
        total=_line("", "", rounds),
        ways=tuple(
            _line(key, str(words), [row for row in rounds if key in row.ways]) for key, words in SIX_WAYS.items()
        ),
        promised=promised,
        done=done,
    )


def _public(authority: Authority, at: datetime) -> QuerySet[Process]:
    return Process.objects.filter(owner=authority).published(at)


def _closed(authority: Authority, year: int, at: datetime) -> QuerySet[Activity]:
    begins, ends = (datetime(one, 1, 1, tzinfo=HELSINKI) for one in (year, year + 1))
    changing = Answer.objects.filter(
        activity=OuterRef("pk"), published_at__isnull=False, is_final=True, handling__in=CHANGING
    )
    decided = Outcome.objects.filter(process=OuterRef("process"), published_at__isnull=False).order_by("-published_at")
    rows = Activity.objects.filter(process__in=_public(authority, at), method_key__in=keys_of_comment_methods())
    rows = rows.filter(process__cancelled_at=None).annotate(
        closed_at=Max("stages__closes_at"),
        is_changing=Exists(changing),
        decided_at=Subquery(decided.values("published_at")[:1]),
    )
    rows = rows.filter(closed_at__gte=begins, closed_at__lt=min(ends, at)).select_related("process__owner")
    return rows.order_by("closed_at", "pk")


def _round(activity: Any, at: datetime) -> RoundOfYear:
    process = activity.process
    promised_on = next(iter(process.answers_promised_before), process.answers_promised_on)
    answered_on = in_helsinki(activity.answered_at).date() if activity.answered_at else None
    return RoundOfYear(
        activity=activity,
        title=Wording(process.title),
        closed_on=in_helsinki(activity.closed_at).date(),
        comments=activity.comment_count,
        senders=activity.sender_count,
        promised_on=promised_on,
        answered_on=answered_on,
        in_time=_in_time(promised_on, answered_on, in_helsinki(at).date()) if activity.comment_count else None,
        changed=activity.is_changing if activity.comment_count and _is_settled(activity) else None,
        ways=tuple(process.six_ways),
    )


def _is_settled(activity: Any) -> bool:
    """Whether all was answered, or the matter decided after the round: before that nobody knows what it changes."""
    return activity.answered_at is not None or (
        activity.decided_at is not None and activity.decided_at >= activity.closed_at
    )


def _in_time(promised: date | None, answered: date | None, today: date) -> bool | None:
    if promised is None or (answered is None and today <= promised):
        return None
    return answered is not None and answered <= promised


def _line(key: str, words: str, rounds: Sequence[RoundOfYear]) -> Line:
    def count(of: Callable[[RoundOfYear], object]) -> int:
        return sum(bool(of(row)) for row in rounds)

    return Line(
        key=key,
        words=words,
        rounds=len(rounds),
        comments=sum(row.comments for row in rounds),
        senders=sum(row.senders for row in rounds),
        in_time=Share(count(lambda row: row.in_time), count(lambda row: row.in_time is not None)),
        changed=Share(count(lambda row: row.changed), count(lambda row: row.changed is not None)),
    )


def _measures(measures: QuerySet[Measure], year: int) -> tuple[int, int]:
    """How many were promised in the year, and how many were done in it; one query."""
    begins, ends = (datetime(one, 1, 1, tzinfo=HELSINKI) for one in (year, year + 1))
    told = measures.filter(published_at__isnull=False).aggregate(
        promised=Count(
            "pk",
            filter=Q(promised_on__year=year) | Q(promised_on=None, published_at__gte=begins, published_at__lt=ends),
        ),
        done=Count("pk", filter=Q(done_on__year=year, state="done")),
    )
    return told["promised"], told["done"]
