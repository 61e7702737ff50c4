"""Narrowing the table by a municipality: by lists that grow by whole groups, and never to a few of them (ADR 10)."""

from functools import lru_cache
from typing import Final

from django.db.models import Case, Count, Q, QuerySet, When

from yhdyspinta.comments.groups import homes_of
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.queries import WORKED_ON, in_list_of
from yhdyspinta.material.wanted import FILTERS, Wanted
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

#: Choices that tell how far staff have come, and the municipality itself.
_OF_WORK: Final = frozenset(name for name, held in FILTERS.items() if held.of_work) | {"municipality"}


def refuse_few(found: QuerySet[Comment], activity: Activity, wanted: Wanted) -> dict[str, int] | None:
    """Refuse choices that take a few apart from the list of a municipality; one query, where they could.

    It counts what is found too: `count` and `workable`.

    Nobody counts so how many of those who live somewhere are, say, professionals: neither fewer than the limit who are,
    nor fewer who are not. Several themes are not joined: who has the second but not the first could be counted by
    taking one list from the other. Raises Refusal("homes_apart").
    """
    if not wanted.municipality or not wanted.filters.keys() - _OF_WORK:
        return None
    if len(wanted.themes) > 1:
        raise Refusal("homes_apart", status=400)
    listed = Comment.objects.filter(in_list_of(wanted.municipality), activity=activity).order_by()
    fits = Q(pk__in=found.values("pk"))
    told = listed.annotate(fits=Case(When(fits, then=True), default=False)).aggregate(
        all=Count("sender", distinct=True),
        fit=Count("sender", distinct=True, filter=Q(fits=True)),
        count=Count("pk", filter=Q(fits=True)),
        workable=Count("pk", filter=Q(fits=True, state__in=WORKED_ON)),
    )
    limit = activity.process.owner.small_group_limit
    if told["fit"] < limit or 0 < told["all"] - told["fit"] < limit:
        raise Refusal("homes_apart", status=400)
    return {"count": told["count"], "workable": told["workable"]}


@lru_cache(maxsize=8)
def _homes(language: str) -> tuple[tuple[str, str, str], ...]:
    """Every municipality by name. The carried list of areas is the same as long as the service runs."""
    rows = Area.objects.filter(kind=Area.Kind.MUNICIPALITY).values_list("pk", "name", "code")
    named = ((str(pk), Wording(name).text(language), code) for pk, name, code in rows)
    return tuple(sorted(named, key=lambda row: row[1]))


def homes_shown(activity: Activity, language: str) -> list[tuple[str, str]]:
    """The municipalities that the table can be narrowed by: those that reports may tell of, too.

    Where a sender lives is not public, so nobody is singled out by a home that few share (docs/adr/0010).
    """
    shown = homes_of(getattr(activity, "kept_groups", None), activity.process.owner.small_group_limit)
    return [(pk, name) for pk, name, code in _homes(language) if code in shown] if shown else []


def senders_told(activity: Activity, wanted: Wanted) -> int:
    """How many senders of the chosen municipality are told of, the same number everywhere; 0 with none chosen."""
    shown = homes_of(getattr(activity, "kept_groups", None), activity.process.owner.small_group_limit)
    return next((shown[code] for pk, _name, code in _homes("fi") if pk == wanted.municipality and code in shown), 0)
