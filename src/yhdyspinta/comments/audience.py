"""Who takes part and who is missing, without showing anybody.

What a sender tells of their age and municipality is not public on their comments. Counts of those are therefore
rounded down to a multiple of the authority's small-group limit, and a group below it is not shown at all: no two
tables and no two days can be subtracted into a smaller group. Capacities stand on the comments and are counted as
they are.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

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
    """Who sent visible comments in the activities, beside the population of the authority's area; three queries."""
    limit = authority.small_group_limit
    off_line = Comment.objects.filter(sender=OuterRef("pk"), state=Comment.State.VISIBLE).exclude(channel="online")
    rows = list(
        Sender.objects.filter(activity__in=activity_ids, visible_comments__gt=0).values_list(
            "capacities", "age_group", "municipality", Exists(off_line)
        )
    )
    people = _populations(authority) if authority.area_id else {}
    homes = Counter(home for _, _, home, _ in rows if home)
    told_ages = Counter(age for _, age, _, _ in rows)
    for age, home, count in _former(activity_ids):
        told_ages.update({age: count} if age else {})
        homes.update({home: count} if home else {})
    own = {pk: area for pk, (area, _) in people.items() if area.kind == Area.Kind.MUNICIPALITY}
    municipalities = _municipalities(homes, people, own, limit)
    return Audience(
        senders=len(rows),
        off_line=sum(1 for *_, is_off_line in rows if is_off_line),
        capacities=_capacities(capacities for capacities, *_ in rows),
        ages=_ages(told_ages, people.get(authority.area_id or 0), limit),
        municipalities=municipalities,
        municipalities_reached=len(municipalities),
        municipalities_all=len(own),
        limit=limit,
    )


def _former(activity_ids: Collection[int]) -> Iterable[tuple[str, int | None, int]]:
    """What senders told whose own rows no longer tell it."""
    totals = BackgroundTotal.objects.filter(activity__in=activity_ids)
    return totals.values_list("age_group", "municipality", "count")


def _populations(authority: Authority) -> dict[int, tuple[Area, Population]]:
    """The newest population of the area and of the municipalities in it."""
    inside = Q(area=authority.area_id) | Q(area__county=authority.area_id)
    rows = Population.objects.filter(inside).select_related("area").order_by("area", "-on").distinct("area")
    return {row.area_id: (row.area, row) for row in rows}


def _capacities(given: Iterable[Collection[str]]) -> tuple[Group, ...]:
    counted = Counter(key for keys in given for key in keys if key in CAPACITIES)
    return tuple(Group(key, CAPACITIES[key], count) for key, count in counted.most_common())


def _ages(counted: Counter[str], row: tuple[Area, Population] | None, limit: int) -> tuple[Group, ...]:
    bands = [key for key in AGE_GROUPS if key != "not_told"]
    sizes = {key: _rounded(counted[key], limit) for key in bands}
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
    homes: Counter[int], people: dict[int, tuple[Area, Population]], own: dict[int, Area], limit: int
) -> tuple[Group, ...]:
    sizes = {pk: size for pk in own if (size := _rounded(homes[pk], limit))}
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


def _rounded(count: int, limit: int) -> int | None:
    return count // limit * limit or None


def _percent(part: int | None, whole: int) -> int | None:
    return round(100 * part / whole) if part is not None and whole else None
