"""Groups of senders that may be small: counted, rounded, and read as they are kept (docs/adr/0010).

What a sender tells of their age and municipality is not public on their comments. Counts of those are rounded down to
a multiple of the authority's small-group limit, and a group below it is not shown at all. Where the steps of the
rounding stand is a secret of the installation, another one for each group and the same on every day: who adds made-up
senders one by one until a group shows learns a range as wide as the limit, not a number.

Everything that tells of them reads the kept row of an activity (`comments.models.KeptGroups`) and nothing else: the
desk, the report, the attachment for an agenda. So no two of them can be subtracted, and two days differ only after a
whole group has come or gone. For several activities the kept numbers are added up.
"""

import hmac
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db.models import Value

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import BackgroundTotal, KeptGroups, Sender
from yhdyspinta.people.capacities import AGE_BANDS, AGE_GROUPS, BAND_OF

Sizes = Mapping[str, int]


@dataclass(frozen=True)
class Groups:
    """Rounded sizes by key; a group that is too small is not there."""

    ages: Sizes = field(default_factory=dict)
    bands: Sizes = field(default_factory=dict)  # as the population data has them
    homes: Sizes = field(default_factory=dict)  # by the code of the municipality
    senders: int = 0  # at that moment
    taken_at: datetime | None = None  # the newest of several


class _Told(NamedTuple):
    """What one sender told, or how many told it whose own rows no longer do."""

    age: str
    home: str | None
    is_sender: bool
    how_many: int


def count_groups(authority: Authority, activity: int) -> Groups:
    """Senders of visible comments, and what others told before it was forgotten, rounded; one query."""
    senders = Sender.objects.filter(activity=activity, visible_comments__gt=0).values_list(
        "age_group", "municipality__code", Value(True), Value(1)
    )
    former = BackgroundTotal.objects.filter(activity=activity).values_list(
        "age_group", "municipality__code", Value(False), "count"
    )
    ages: Counter[str] = Counter()
    homes: Counter[str] = Counter()
    counted = 0
    for told in (_Told(*row) for row in senders.union(former, all=True)):
        ages.update({told.age: told.how_many} if told.age else {})
        homes.update({told.home: told.how_many} if told.home else {})
        counted += told.is_sender
    bands: Counter[str] = Counter()
    for key, count in ages.items():
        bands.update({BAND_OF[key]: count} if key in BAND_OF else {})
    rounded = _Rounding(authority)
    return Groups(
        rounded.sizes({key: ages[key] for key in AGE_GROUPS if key in BAND_OF}),
        rounded.sizes({key: bands[key] for key in AGE_BANDS}),
        rounded.sizes(homes),
        counted,
    )


def groups_shown(rows: Iterable[KeptGroups], limit: int) -> Groups:
    """The kept groups of activities, added up; those kept under a smaller limit than today's stay out."""
    ages, bands, homes = Counter[str](), Counter[str](), Counter[str]()
    senders, moments = 0, []
    for kept in rows:
        for total, sizes in ((ages, kept.ages), (bands, kept.bands), (homes, kept.homes)):
            total.update({key: size for key, size in sizes.items() if size >= limit})
        senders += kept.senders
        moments.append(kept.taken_at)
    return Groups(ages, bands, homes, senders, max(moments, default=None))


def homes_of(kept: KeptGroups | None, limit: int) -> Sizes:
    """The municipalities of a kept row that may be told of; no queries."""
    return {code: size for code, size in kept.homes.items() if size >= limit} if kept else {}


class _Rounding:
    """Rounds a group's count down in steps of the limit, from a place that only the installation knows."""

    def __init__(self, authority: Authority) -> None:
        self.limit = authority.small_group_limit
        self.salt = f"audience:{authority.pk}:"

    def __call__(self, group: str, count: int) -> int | None:
        """The shown size of the group, at most the true one; None below the limit."""
        keyed = hmac.new(settings.SECRET_KEY.encode(), f"{self.salt}{group}".encode(), "sha256").digest()
        return shown_size(count, self.limit, int.from_bytes(keyed[:8], "big") % self.limit)

    def sizes(self, counts: Mapping[str, int]) -> dict[str, int]:
        """Those that may be shown."""
        return {key: size for key in sorted(counts) if (size := self(key, counts[key])) is not None}


def shown_size(count: int, limit: int, place: int) -> int | None:
    """A count rounded down in steps of the limit that begin at a place; None below the first step (docs/adr/0010)."""
    return max(count - place, 0) // limit * limit or None
