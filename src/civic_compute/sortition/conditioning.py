"""A lottery conditioned on those who stay: what it would have drawn beside them, had it been drawn with them.

The lottery over types says how likely each composition of a panel is; inside a composition every choice of persons is
as likely as any other. So a composition counts by its share, times the part of its choices in which those who stay are
in and those who left are out (`docs/algorithms/replacements.md`).
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import comb, factorial, prod
from typing import Final

import numpy as np

from civic_compute.sortition.master import TypeLottery
from civic_compute.sortition.model import Pool
from civic_compute.sortition.numbered import type_panels
from civic_compute.sortition.person_types import Grouping, Households, group
from civic_compute.sortition.persons import person_lottery
from civic_compute.sortition.result import FairLottery, TypeChance

CONDITIONED: Final = "conditioned"


def conditioned(fair: FairLottery, rest: Pool, staying: Sequence[str]) -> FairLottery | None:
    """The lottery over the open places of `rest`, the pool without those who stay and those who left.

    None where no panel of the lottery can hold those who stay, or where a home of somebody who left has others who
    may be drawn: they are of another type now.
    """
    whole, left = group(fair.pool), group(rest)
    now_at = _places(whole, left)
    if now_at is None:
        return None
    kind_of = {name: place for place, kind in enumerate(whole.types) for name in kind.persons}
    there = Counter(kind_of[name] for name in staying if name in kind_of)
    panels, sizes = [], []
    for counts, share in zip(*type_panels(whole, fair.lottery), strict=True):
        more = [int(number) - there[place] for place, number in enumerate(counts)]
        opened = _moved(more, now_at, len(left.types))
        size = Fraction(float(share)) * _ways(left, opened) if opened else Fraction(0)
        if opened and size:
            panels.append(np.array(opened, dtype=np.int64))
            sizes.append(size / _ways(whole, [int(number) for number in counts]))
    if not panels or there.total() != len(staying):
        return None
    lottery = TypeLottery(tuple(panels), np.array([float(size / sum(sizes)) for size in sizes]))
    chances = np.asarray(lottery.shares @ np.array(panels)) / left.counts
    types = tuple(TypeChance(kind, float(chance)) for kind, chance in zip(left.types, chances, strict=True))
    return FairLottery(
        rest, fair.objective, types, person_lottery(left, lottery), certified=False, shortfall=0.0, by=CONDITIONED
    )


def _places(whole: Grouping, left: Grouping) -> dict[int, int] | None:
    """Where each type stands among those left; None when somebody's type has changed."""
    then = {name: (kind.values, kind.household) for kind in whole.types for name in kind.persons}
    if any(then.get(name) != (kind.values, kind.household) for kind in left.types for name in kind.persons):
        return None
    now = {(kind.values, kind.household): place for place, kind in enumerate(left.types)}
    keys = ((place, (kind.values, kind.household)) for place, kind in enumerate(whole.types))
    return {place: now[key] for place, key in keys if key in now}


def _moved(more: list[int], now_at: dict[int, int], types: int) -> list[int] | None:
    """Members still to come by the types left; None when those who stay are too many, or a type has nobody left."""
    opened = [0] * types
    for place, number in enumerate(more):
        if number < 0 or (number and place not in now_at):
            return None
        if number:
            opened[now_at[place]] = number
    return opened


def _ways(grouping: Grouping, counts: list[int]) -> int:
    """In how many ways persons can be chosen, so many of each type."""
    together = {place for homes in grouping.households for place in homes.types}
    alone = (
        comb(len(kind.persons), counts[place]) for place, kind in enumerate(grouping.types) if place not in together
    )
    return prod(alone) * prod(_ways_at_home(homes, counts) for homes in grouping.households)


def _ways_at_home(homes: Households, counts: list[int]) -> int:
    """At most one person of each address: the addresses for each type, and one of its persons at each."""
    taken = [counts[place] for place in homes.types]
    empty = len(homes.addresses) - sum(taken)
    if empty < 0:
        return 0
    found = factorial(len(homes.addresses)) // prod(factorial(number) for number in (*taken, empty))
    for persons, number in zip(homes.addresses[0], taken, strict=True):
        found *= int(len(persons) ** number)
    return found
