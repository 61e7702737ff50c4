"""How many comments the choices of the table find: told exactly as far as it is cheap, and beyond that as a bound."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, Q, QuerySet
from django.utils.translation import ngettext

from yhdyspinta.answers.values import PASSED_ON
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.queries import WORKED_ON
from yhdyspinta.material.wanted import Wanted
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui import dates
from yhdyspinta.wording.languages import page_language

#: So many are counted one by one; a coordinator acts the same on 10,001 and on 90,000.
MOST_COUNTED: Final = 10_000
#: Where a common word is looked for, each comment is asked in turn: fewer are counted.
MOST_WITH_WORDS: Final = 2_000


@dataclass(frozen=True)
class Found:
    """What the choices find: how many, how many of them can be worked on, and whether there are more than was counted."""

    total: int  # everything of the round, by its kept counters
    count: int
    workable: int
    is_over: bool = False
    is_narrowed: bool = False

    @property
    def left_alone(self) -> bool:
        """Whether some of what is found is hidden or withdrawn, and so stays as it is."""
        return self.workable < self.count


def left_out(rows: QuerySet[Comment]) -> list[str]:
    """Why some of the comments are neither answered together nor closed, as in: 1 is answered or closed already."""
    found: Any = rows.order_by()
    is_visible, is_away = Q(state=Comment.State.VISIBLE), Q(closure__reason=PASSED_ON)
    is_open = is_visible & Q(handling=Comment.Handling.OPEN)
    told = found.aggregate(
        waiting=Count("pk", filter=Q(state=Comment.State.WAITING)),
        grouped=Count("pk", filter=is_open & Q(answered__isnull=False)),
        passed=Count("pk", filter=is_visible & is_away),
        done=Count("pk", filter=is_visible & ~Q(handling=Comment.Handling.OPEN)),
        gone=Count("pk", filter=~Q(state__in=WORKED_ON)),
    )
    told["done"] -= told["passed"]
    words = (
        (told["waiting"], ngettext("%(count)s waits to be checked", "%(count)s wait to be checked", told["waiting"])),
        (told["grouped"], ngettext("%(count)s is in an answer being written", "%(count)s are in answers being written",
                                   told["grouped"])),
        (told["done"], ngettext("%(count)s is answered or closed already", "%(count)s are answered or closed already",
                                told["done"])),
        (told["passed"], ngettext("%(count)s is passed on to another authority", "%(count)s are passed on to another authority",
                                  told["passed"])),
        (told["gone"], ngettext("%(count)s is hidden or withdrawn", "%(count)s are hidden or withdrawn", told["gone"])),
    )  # fmt: skip
    return [text % {"count": dates.number(count, page_language())} for count, text in words if count]


def count_found(
    rows: QuerySet[Comment], activity: Activity, wanted: Wanted, *, whole: list[Comment] | None,
    known: Mapping[str, int] | None = None,
) -> Found:  # fmt: skip
    """Count what the choices find, at most with one query more; none where it is known.

    By the kept counters where nothing narrows the table; by the page where it is the whole of what was found; else one
    by one with a bound.
    """
    workable = activity.comment_count + activity.waiting_count
    total = workable + activity.hidden_count
    if not wanted.is_narrowed:
        return Found(total, total, workable)
    if known is not None:
        return Found(total, known["count"], known["workable"], is_narrowed=True)
    if whole is not None:
        return Found(total, len(whole), sum(one.state in WORKED_ON for one in whole), is_narrowed=True)
    most = MOST_WITH_WORDS if wanted.words else MOST_COUNTED
    some: Any = rows.order_by().values("pk", "state")[: most + 1]
    told = some.aggregate(count=Count("pk"), workable=Count("pk", filter=Q(state__in=WORKED_ON)))
    return Found(
        total, min(told["count"], most), min(told["workable"], most),
        is_over=told["count"] > most, is_narrowed=True,
    )  # fmt: skip
