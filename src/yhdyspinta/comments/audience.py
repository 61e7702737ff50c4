"""Who takes part and who is missing, without showing anybody.

What a sender tells of their age and municipality is not public on their comments. Counts of those are therefore
rounded down to a multiple of the authority's small-group limit, and a group below it is not shown at all. Where the
steps of the rounding stand is a secret of the installation, another one for each group and the same in every table and
on every day: subtracting tables or days gives steps only, and who adds made-up senders one by one until a group shows
learns a range as wide as the limit, not a number. Capacities stand on the comments and are counted as they are.
"""

import hmac
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, Value

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import BackgroundTotal, Comment, Sender
from yhdyspinta.people.capacities import AGE_GROUPS, CAPACITIES
from yhdyspinta.places.models import Area, Population
from yhdyspinta.wording.fields import Wording


@dataclass(frozen=True)
class Group:
    """A group of senders: its size, or None where it is too small to show, beside its share of the population."""

    key: str
    name: Any  # words, or a Wording
    count: int | None
    share: int | None = None  # percent of those who told
    population_share: int | None = None

    @property
    def is_missing(self) -> bool:
        """Whether it is under half of its share of the population."""
        return self.population_share is not None and (self.share or 0) * 2 < self.population_share

    @property
    def difference(self) -> int:
        """How far its share of the senders is from its share of the population, in percentage points."""
        return abs((self.share or 0) - (self.population_share or 0))


@dataclass(frozen=True)
class Audience:
    """Senders of some activities; a person is counted once in each activity."""

    senders: int
    off_line: int  # senders on paper, by phone or at an event
    capacities: tuple[Group, ...]
    ages: tuple[Group, ...]
    municipalities: tuple[Group, ...]  # only those large enough to show
    municipalities_reached: int  # of those shown: an exact number would tell of small ones
    municipalities_all: int
    limit: int

    @property
    def longest(self) -> int:
        """The largest capacity, for bars."""
        return max((group.count or 0 for group in self.capacities), default=0) or 1


def audience(authority: Authority, activity_ids: Collection[int]) -> Audience:
    """Who sent visible comments in the activities, beside the population of the authority's area; two queries."""
    limit = authority.small_group_limit
    rows = _rows(activity_ids)
    senders = [row for row in rows if row.is_sender]
    people = _populations(authority) if authority.area_id else {}
    homes: Counter[int] = Counter()
    told_ages: Counter[str] = Counter()
    for row in rows:
        homes.update({row.home: row.how_many} if row.home else {})
        told_ages.update({row.age: row.how_many} if row.age else {})
    own = {pk: area for pk, (area, _) in people.items() if area.kind == Area.Kind.MUNICIPALITY}
    rounded = _Rounding(authority)
    municipalities = _municipalities(homes, people, own, rounded)
    return Audience(
        senders=len(senders),
        off_line=sum(row.is_off_line for row in senders),
        capacities=_capacities(row.capacities for row in senders),
        ages=_ages(told_ages, people.get(authority.area_id or 0), rounded),
        municipalities=municipalities,
        municipalities_reached=len(municipalities),
        municipalities_all=len(own),
        limit=limit,
    )


class _Row(NamedTuple):
    """What one sender told, or how many told it whose own rows no longer do."""

    capacities: list[str]
    age: str
    home: int | None
    is_off_line: bool
    is_sender: bool
    how_many: int


def _rows(activity_ids: Collection[int]) -> list[_Row]:
    """Senders of visible comments, and what others told before it was forgotten; one query."""
    off_line = Comment.objects.filter(sender=OuterRef("pk"), state=Comment.State.VISIBLE).exclude(channel="online")
    senders = Sender.objects.filter(activity__in=activity_ids, visible_comments__gt=0).values_list(
        "capacities", "age_group", "municipality", Exists(off_line), Value(True), Value(1)
    )
    none = Value([], output_field=Sender._meta.get_field("capacities"))  # noqa: SLF001 (Django's documented way)
    former = BackgroundTotal.objects.filter(activity__in=activity_ids).values_list(
        none, "age_group", "municipality", Value(False), Value(False), "count"
    )
    return [_Row(*row) for row in senders.union(former, all=True)]


def _populations(authority: Authority) -> dict[int, tuple[Area, Population]]:
    """The newest population of the area and of the municipalities in it."""
    inside = Q(area=authority.area_id) | Q(area__county=authority.area_id)
    rows = Population.objects.filter(inside).select_related("area").order_by("area", "-on").distinct("area")
    return {row.area_id: (row.area, row) for row in rows}


def _capacities(given: Iterable[Collection[str]]) -> tuple[Group, ...]:
    counted = Counter(key for keys in given for key in keys if key in CAPACITIES)
    return tuple(Group(key, CAPACITIES[key], count) for key, count in counted.most_common())


def _ages(counted: Counter[str], row: tuple[Area, Population] | None, rounded: "_Rounding") -> tuple[Group, ...]:
    bands = [key for key in AGE_GROUPS if key != "not_told"]
    sizes = {key: rounded(key, counted[key]) for key in bands}
    told = sum(size or 0 for size in sizes.values())
    people = _bands(row[1]) if row else {}
    return tuple(
        Group(
            key,
            AGE_GROUPS[key],
            sizes[key],
            _percent(sizes[key], told),
            _percent(people.get(key), sum(people.values())),
        )
        for key in bands
    )


def _bands(population: Population) -> dict[str, int]:
    return {"under_15": population.under_15, "15_64": population.from_15_to_64, "65_over": population.over_65}


def _municipalities(
    homes: Counter[int],
    people: dict[int, tuple[Area, Population]],
    own: dict[int, Area],
    rounded: "_Rounding",
) -> tuple[Group, ...]:
    sizes = {pk: size for pk in own if (size := rounded(own[pk].code, homes[pk]))}
    told = sum(sizes.values())
    everybody = sum(people[pk][1].total for pk in own)
    ordered = sorted(sizes, key=lambda pk: -sizes[pk])
    return tuple(
        Group(
            own[pk].code,
            Wording(own[pk].name),
            sizes[pk],
            _percent(sizes[pk], told),
            _percent(people[pk][1].total, everybody),
        )
        for pk in ordered
    )


class _Rounding:
    """Rounds a group's count down in steps of the limit, from a place that only the installation knows."""

    def __init__(self, authority: Authority) -> None:
        self.limit = authority.small_group_limit
        self.salt = f"audience:{authority.pk}:"

    def __call__(self, group: str, count: int) -> int | None:
        """The shown size of the group, at most the true one; None below the limit."""
        keyed = hmac.new(settings.SECRET_KEY.encode(), f"{self.salt}{group}".encode(), "sha256").digest()
        return shown_size(count, self.limit, int.from_bytes(keyed[:8], "big") % self.limit)


def shown_size(count: int, limit: int, place: int) -> int | None:
    """A count rounded down in steps of the limit that begin at a place; None below the first step (docs/adr/0010)."""
    return max(count - place, 0) // limit * limit or None


def _percent(part: int | None, whole: int) -> int | None:
    return round(100 * part / whole) if part is not None and whole else None
