"""A table of counts as it can be published: values, sums over dimensions, and what is held back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product

from civic_compute.privacy.problems import PrivacyProblem

Key = tuple[str | None, ...]  # one value for each dimension; None is the sum over it


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
        """Every cell and every sum that can be published; sums of all first."""
        ranges: list[tuple[str | None, ...]] = [(None, *values) for values in self.dimensions.values()]
        return sorted(product(*ranges), key=lambda key: -key.count(None))

    def value(self, key: Key) -> int:
        """The count of a cell, or the sum over the dimensions where the key has None."""
        return sum(count for cell, count in self.cells.items() if covers(key, cell))


def covers(key: Key, cell: tuple[str, ...]) -> bool:
    """Whether a cell belongs to what the key counts."""
    return all(value is None or value == part for value, part in zip(key, cell, strict=True))


@dataclass(frozen=True)
class Publication:
    """What is published of a table at one date."""

    table: Table  # the exact counts, kept by the authority; needed to check what comes later
    limit: int
    shown: Mapping[Key, int]
    hidden: frozenset[Key] = field(default_factory=frozenset)
