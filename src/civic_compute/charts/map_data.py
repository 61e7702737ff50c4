"""What an opinion map shows, and the same as tables: groups large enough to tell of, and statements."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from civic_compute.charts.frame import Table
from civic_compute.charts.map_words import MAP_WORDS, MapWords
from civic_compute.charts.marks import Point
from civic_compute.charts.numbers import share, written
from civic_compute.charts.problems import ChartProblem

if TYPE_CHECKING:
    from civic_compute.opinions.mapping import OpinionMap

LEAST: Final = 5  # persons of a group that is shown


@dataclass(frozen=True)
class StatementShown:
    label: str
    place: Point


@dataclass(frozen=True)
class Opinions:
    """Where everybody stands. `groups` are names, empty for the usual one; a person of group -1 is not on the map."""

    positions: Sequence[Point]
    group_of: Sequence[int]
    groups: tuple[str, ...]
    statements: tuple[StatementShown, ...] = ()

    def __post_init__(self) -> None:
        if len(self.positions) != len(self.group_of):
            raise ChartProblem("lengths_differ", positions=len(self.positions), groups=len(self.group_of))
        for place in set(self.group_of):
            if not -1 <= place < len(self.groups):
                raise ChartProblem("unknown_group", group=place, groups=len(self.groups))
        for what, points in (("positions", self.positions), ("statements", [one.place for one in self.statements])):
            for number in (number for point in points for number in point):
                if not math.isfinite(number):
                    raise ChartProblem("not_finite", number=number, what=what)

    def shown(self, least: int = LEAST) -> dict[int, int]:
        """The groups that are shown, and their persons."""
        sizes = Counter(self.group_of)
        return {place: sizes[place] for place in range(len(self.groups)) if sizes[place] >= max(least, 1)}


def opinions_of(
    opinions: OpinionMap,
    *,
    tell_groups: bool = True,
    names: Sequence[str] = (),
    statements: Mapping[str, str] | None = None,
) -> Opinions:
    """A map that was calculated, ready to draw; without groups where they are refused. `statements`: id to label."""
    labels = opinions.groups.labels
    k = opinions.groups.k if tell_groups else 1
    placed = labels if tell_groups else labels.clip(max=0)
    where = dict(zip(opinions.conversation.statements, opinions.statement_positions.tolist(), strict=True))
    return Opinions(
        [(x, y) for x, y in opinions.positions.tolist()],
        placed.tolist(),
        tuple(names) or ("",) * k,
        tuple(StatementShown(label, tuple(where[one])) for one, label in (statements or {}).items() if one in where),
    )


def map_table(opinions: Opinions, words: MapWords = MAP_WORDS["fi"], *, least: int = LEAST) -> Table:
    """The groups of the picture; those too small to show are left out, and no sum tells of them."""
    sizes = opinions.shown(least)
    whole = sum(sizes.values())
    rows = tuple(
        (
            group_name(opinions, place, words),
            written(size, words.language),
            share(size, whole, words.language, words.percent),
        )
        for place, size in sizes.items()
    )
    return Table(words.title, (words.group, words.persons, words.share), rows)


def statements_table(opinions: Opinions, words: MapWords = MAP_WORDS["fi"]) -> Table:
    """The statements of the picture and where they stand, all of them."""
    rows = tuple(
        (one.label, *(written(Fraction(number), words.language, places=2) for number in one.place))
        for one in opinions.statements
    )
    return Table(words.statements, (words.statement, words.place_across, words.place_up), rows)


def group_name(opinions: Opinions, place: int, words: MapWords) -> str:
    if opinions.groups[place]:
        return opinions.groups[place]
    return words.named.format(number=place + 1) if len(opinions.groups) > 1 else words.everybody
