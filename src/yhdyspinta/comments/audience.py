"""Who takes part and who is missing, without showing anybody.

Capacities stand on the comments and are counted as they are. Age groups and municipalities are read as they are kept
(`comments.groups`): rounded, and the same wherever somebody looks.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.groups import Groups, groups_shown
from yhdyspinta.comments.models import Comment, KeptGroups, Sender
from yhdyspinta.people.capacities import AGE_BANDS, AGE_GROUPS, BAND_OF, CAPACITIES
from yhdyspinta.places.models import Area, Population
from yhdyspinta.wording.fields import Wording

_ON_LINE: Final = ("online", "elsewhere")


@dataclass(frozen=True)
class Group:
    """A group of senders: its size, or None where it is too small to show, beside its share of the population."""

    key: str
    name: Any  # words, or a Wording
    count: int | None
    share: int | None = None  # percent of those who told
    population_share: int | None = None  # of the whole area
    of_those_shown: int | None = None  # its share of the people of the groups that are shown: as `share` is of senders

    @property
    def compared(self) -> int | None:
        """The share of the population that has the same whole as the share of the senders."""
        return self.population_share if self.of_those_shown is None else self.of_those_shown

    @property
    def is_missing(self) -> bool:
        """Whether it is under half of its share of the population."""
        return self.compared is not None and (self.share or 0) * 2 < self.compared

    @property
    def difference(self) -> int:
        """How far its share of the senders is from its share of the population, in percentage points."""
        return abs((self.share or 0) - (self.compared or 0))


@dataclass(frozen=True)
class Speakers:
    """Senders of some activities by what stands on their comments; a person is counted once in each activity."""

    senders: int
    #: Senders by paper, phone, post, at an event or with support; another service is most often on line too.
    off_line: int
    capacities: tuple[Group, ...]


@dataclass(frozen=True)
class Audience(Speakers):
    """And by what they told of themselves, as it is shown."""

    ages: tuple[Group, ...]  # in the bands of the population
    age_groups: tuple[Group, ...]  # as they were asked
    municipalities: tuple[Group, ...]  # only those large enough to show
    municipalities_reached: int  # of those shown: an exact number would tell of small ones
    municipalities_all: int
    municipalities_people: int | None  # percent of the area's people who live in those shown
    limit: int
    groups: Groups


def who_spoke(activity_ids: Collection[int]) -> Speakers:
    """Who sent visible comments in the activities; one query."""
    off_line = Comment.objects.filter(sender=OuterRef("pk"), state=Comment.State.VISIBLE).exclude(channel__in=_ON_LINE)
    senders = Sender.objects.filter(activity__in=activity_ids, visible_comments__gt=0)
    rows = list(senders.values_list("capacities", Exists(off_line)))
    return Speakers(len(rows), sum(is_off_line for _, is_off_line in rows), _capacities(given for given, _ in rows))


def audience(authority: Authority, activity_ids: Collection[int], kept: Iterable[KeptGroups] | None = None) -> Audience:
    """Who sent visible comments in the activities, beside the population of the authority's area.

    Three queries; two where the kept rows of the activities were read with something else.
    """
    limit = authority.small_group_limit
    groups = groups_shown(KeptGroups.objects.filter(activity__in=activity_ids) if kept is None else kept, limit)
    people = _populations(authority) if authority.area_id else {}
    own = {pk: area for pk, (area, _) in people.items() if area.kind == Area.Kind.MUNICIPALITY}
    municipalities = _municipalities(groups, people, own)
    return Audience(
        **vars(who_spoke(activity_ids)),
        ages=_ages(groups, people.get(authority.area_id or 0)),
        age_groups=tuple(Group(key, AGE_GROUPS[key], groups.ages.get(key)) for key in AGE_GROUPS if key in BAND_OF),
        municipalities=municipalities,
        municipalities_reached=len(municipalities),
        municipalities_all=len(own),
        municipalities_people=_percent(
            sum(people[pk][1].total for pk, area in own.items() if area.code in groups.homes),
            sum(people[pk][1].total for pk in own),
        ),
        limit=limit,
        groups=groups,
    )


def _populations(authority: Authority) -> dict[int, tuple[Area, Population]]:
    """The newest population of the area and of the municipalities in it."""
    inside = Q(area=authority.area_id) | Q(area__county=authority.area_id)
    rows = Population.objects.filter(inside).select_related("area").order_by("area", "-on").distinct("area")
    return {row.area_id: (row.area, row) for row in rows}


def _capacities(given: Iterable[Collection[str]]) -> tuple[Group, ...]:
    counted = Counter(key for keys in given for key in keys if key in CAPACITIES)
    return tuple(Group(key, CAPACITIES[key], count) for key, count in counted.most_common())


def _ages(groups: Groups, row: tuple[Area, Population] | None) -> tuple[Group, ...]:
    sizes = {key: groups.bands.get(key) for key in AGE_BANDS}
    told = sum(size or 0 for size in sizes.values())
    people = _bands(row[1]) if row else {}
    everybody = sum(people.values())
    return tuple(
        Group(key, words, sizes[key], _percent(sizes[key], told), _percent(people.get(key), everybody))
        for key, words in AGE_BANDS.items()
    )


def _bands(population: Population) -> dict[str, int]:
    return {"under_15": population.under_15, "15_64": population.from_15_to_64, "65_over": population.over_65}


def _municipalities(
    groups: Groups, people: dict[int, tuple[Area, Population]], own: dict[int, Area]
) -> tuple[Group, ...]:
    sizes = {pk: groups.homes[area.code] for pk, area in own.items() if area.code in groups.homes}
    told = sum(sizes.values())
    everybody = sum(people[pk][1].total for pk in own)
    shown = sum(people[pk][1].total for pk in sizes)
    ordered = sorted(sizes, key=lambda pk: -sizes[pk])
    return tuple(
        Group(
            own[pk].code,
            Wording(own[pk].name),
            sizes[pk],
            _percent(sizes[pk], told),
            _percent(people[pk][1].total, everybody),
            _percent(people[pk][1].total, shown),
        )
        for pk in ordered
    )


def _percent(part: int | None, whole: int) -> int | None:
    return round(100 * part / whole) if part is not None and whole else None
