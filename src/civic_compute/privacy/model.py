"""Tables of counts of persons, and what of them was published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import NamedTuple

from civic_compute.privacy.problems import PrivacyProblem

Key = tuple[str | None, ...]  # a group: one value for each dimension; None is all of them together


class Interval(NamedTuple):
    """From which to which number a reader has to reckon with, both included."""

    least: int
    most: int


@dataclass(frozen=True)
class Table:
    """Counts of persons by one or more dimensions; a cell that is not named is 0."""

    dimensions: Mapping[str, tuple[str, ...]]  # each dimension's values, in order
    cells: Mapping[tuple[str, ...], int]

    def __post_init__(self) -> None:
        if not self.dimensions or not all(self.dimensions.values()):
            raise PrivacyProblem("no_dimension")
        known = set(self.keys_of_cells())
        for cell, count in self.cells.items():
            if cell not in known:
                raise PrivacyProblem("unknown_cell", cell=" / ".join(map(str, cell)))
            if not isinstance(count, int) or count < 0:
                raise PrivacyProblem("not_a_count", cell=" / ".join(cell), count=count)

    def keys_of_cells(self) -> list[tuple[str, ...]]:
        """Every combination of values, in order."""
        return list(product(*self.dimensions.values()))

    def all_keys(self) -> list[Key]:
        """Every group: cells and all their sums; sums of all first."""
        return sorted(self.keys_of(tuple(self.dimensions)), key=lambda key: -key.count(None))

    def keys_of(self, dimensions: Sequence[str]) -> list[Key]:
        """The groups of the table that has only these dimensions, its sums included."""
        unknown = set(dimensions) - set(self.dimensions)
        if unknown:
            raise PrivacyProblem("unknown_dimension", name=min(unknown))
        ranges: list[tuple[str | None, ...]] = [
            (None, *values) if name in dimensions else (None,) for name, values in self.dimensions.items()
        ]
        return list(product(*ranges))

    @cached_property
    def sums(self) -> Mapping[Key, int]:
        """The count of every group."""
        sums = dict.fromkeys(self.all_keys(), 0)
        for cell, count in self.cells.items():
            for key in product(*((None, part) for part in cell)):
                sums[key] += count
        return sums

    @cached_property
    def members(self) -> Mapping[Key, list[int]]:
        """The places of every group's cells, in the order of `keys_of_cells`."""
        members: dict[Key, list[int]] = {key: [] for key in self.all_keys()}
        for place, cell in enumerate(self.keys_of_cells()):
            for key in product(*((None, part) for part in cell)):
                members[key].append(place)
        return members

    def since(self, before: "Table") -> "Table":
        """Who came since an earlier date, where nobody leaves. Raises PrivacyProblem("someone_left")."""
        came = {cell: self.value(cell) for cell in self.keys_of_cells()}
        for cell, count in before.cells.items():
            if count > came.get(cell, 0):
                raise PrivacyProblem("someone_left", cell=" / ".join(cell))
            if count:
                came[cell] -= count
        return Table(self.dimensions, came)

    def value(self, key: Key) -> int:
        """The count of a cell, or the sum over the dimensions where the key has None."""
        return self.sums[key]


def covers(key: Key, cell: tuple[str, ...]) -> bool:
    """Whether a cell belongs to what the key counts."""
    return all(value is None or value == part for value, part in zip(key, cell, strict=True))


@dataclass(frozen=True)
class Row:
    """A line of a published table: its group, and the count or None where it is held back."""

    values: Key
    count: int | None


@dataclass(frozen=True)
class Publication:
    """What is published of a table at one date. Only `shown` is public; the rest is kept for what comes later."""

    table: Table  # the exact counts
    limit: int
    shown: Mapping[Key, int]
    hidden: frozenset[Key] = field(default_factory=frozenset)
    known: Mapping[Key, int] = field(default_factory=dict)  # shown now, or before and the same ever since
    could_be: Mapping[Key, Interval] = field(default_factory=dict)  # what is proven that a reader has to reckon with

    def rows(self, *dimensions: str) -> list[Row]:
        """One of the published tables, sums first; all dimensions unless told. Raises PrivacyProblem("no_table")."""
        keys = self.table.keys_of(dimensions or tuple(self.table.dimensions))
        if not all(key in self.shown or key in self.hidden for key in keys):
            raise PrivacyProblem("no_table", names=", ".join(dimensions))
        return [Row(key, self.shown.get(key)) for key in keys]
