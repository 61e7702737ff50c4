"""A panel's composition against its quotas and the pool it was drawn from, and the same as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from civic_compute.charts.frame import Table
from civic_compute.charts.numbers import share, written
from civic_compute.charts.panel_words import PANEL_WORDS, PanelWords
from civic_compute.charts.problems import ChartProblem

if TYPE_CHECKING:
    from civic_compute.sortition.model import Pool

LEAST: Final = 5  # persons of the pool that a published number stands for


@dataclass(frozen=True)
class ValueShown:
    """A value of a characteristic: how many in the panel, its quota, and how many in the pool."""

    name: str
    members: int
    least: int
    most: int
    pool: int

    def __post_init__(self) -> None:
        for what, number in (("panel", self.members), ("pool", self.pool), ("quota", self.least)):
            if number < 0:
                raise ChartProblem("negative", what=what, number=number)
        if self.least > self.most:
            raise ChartProblem("not_a_quota", least=self.least, most=self.most)

    @property
    def outside(self) -> bool:
        return not self.least <= self.members <= self.most

    @property
    def quota(self) -> str:
        return str(self.least) if self.least == self.most else f"{self.least}–{self.most}"


@dataclass(frozen=True)
class CategoryShown:
    name: str
    values: tuple[ValueShown, ...]

    def held_back(self, least: int = LEAST) -> frozenset[int]:
        """Places of values whose number in the pool is not told: too few persons, and never one alone.

        One alone could be found by subtraction, so the next smallest is held back with it.
        """
        few = {place for place, one in enumerate(self.values) if 0 < one.pool < least}
        if len(few) == 1:
            rest = [(one.pool, place) for place, one in enumerate(self.values) if one.pool >= least]
            few |= {min(rest)[1]} if rest else set()
        return frozenset(few)


@dataclass(frozen=True)
class Composition:
    size: int  # members of the panel
    pool_size: int
    categories: tuple[CategoryShown, ...]

    @property
    def rows(self) -> int:
        return sum(len(category.values) for category in self.categories)

    @property
    def outside(self) -> int:
        """Values that do not meet their quota."""
        return sum(one.outside for category in self.categories for one in category.values)


def composition_of(pool: Pool, members: Iterable[str]) -> Composition:
    """A panel of the pool, ready to draw; `members` are ids."""
    chosen = set(members)
    inside = [person.values for person in pool.persons if person.id in chosen]
    everybody = [person.values for person in pool.persons]
    categories = []
    for place, category in enumerate(pool.categories):
        panel = Counter(values[place] for values in inside)
        whole = Counter(values[place] for values in everybody)
        shown = tuple(
            ValueShown(pool.label(category, each.value), panel[each.value], each.least, each.most, whole[each.value])
            for each in pool.quotas
            if each.category == category
        )
        categories.append(CategoryShown(pool.label(category), shown))
    return Composition(len(inside), len(everybody), tuple(categories))


def panel_table(composition: Composition, words: PanelWords = PANEL_WORDS["fi"], *, least: int = LEAST) -> Table:
    """The picture's numbers, every row of them; small groups of the pool are held back."""
    headings = (words.value, words.panel, words.quota, words.share_of_panel, words.share_of_pool)
    rows = [
        _row(
            f"{category.name}: {one.name}",
            one,
            composition,
            words,
            hidden=place in category.held_back(least),
            least=least,
        )
        for category in composition.categories
        for place, one in enumerate(category.values)
    ]
    return Table(words.title, headings, tuple(rows))


def _row(
    name: str, one: ValueShown, composition: Composition, words: PanelWords, *, hidden: bool, least: int
) -> tuple[str, ...]:
    told = f"{one.quota} ({words.outside})" if one.outside else one.quota
    few = words.few.format(least=least) if 0 < one.pool < least else "–"
    pool = few if hidden else share(one.pool, composition.pool_size, words.language, words.percent)
    panel = share(one.members, composition.size, words.language, words.percent)
    return name, written(one.members, words.language), told, panel, pool
