"""A pool of persons, the quotas of the panel, and a lottery over panels."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

WHOLE: Final = 10**12  # the weights of a lottery sum to this: its chances are exact decimals


class Objective(StrEnum):
    """What a fair lottery makes as good as it can; `legacy` is the practitioners' greedy, for comparison."""

    LEXIMIN = "leximin"
    MAXIMIN = "maximin"
    NASH = "nash"
    GOLDILOCKS = "goldilocks"
    LEGACY = "legacy"


@dataclass(frozen=True)
class Quota:
    """From `least` to `most` members of the panel have the value in the category."""

    category: str
    value: str
    least: int
    most: int


@dataclass(frozen=True)
class Person:
    id: str
    values: tuple[str, ...]  # one for each category of the pool, folded as the quotas' are
    address: str = ""  # a household, where the rule of one per address holds
    excluded: bool = False  # must not be drawn


@dataclass(frozen=True)
class Pool:
    """Categories and quotas sorted by name; persons in the order of ids (numbers by value, then texts)."""

    categories: tuple[str, ...]
    quotas: tuple[Quota, ...]
    persons: tuple[Person, ...]
    size: int  # members of a panel
    one_per_address: bool = False
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (category, folded value): as written
    sha256: tuple[str, ...] = ()  # of the files: pool, quotas
    files: tuple[str, ...] = ()  # their names
    lines: tuple[int, ...] = ()  # of the quotas
    id_column: str = ""  # as the table writes it; empty where the rows' numbers are the ids
    address_column: str = ""  # empty without the rule of addresses

    def label(self, category: str, value: str = "") -> str:
        """A category or a value as it was written."""
        return self.labels.get((category, value), value or category)


@dataclass(frozen=True)
class Panel:
    """A panel and its weight in the lottery, of 10^12; ids in the order of the pool."""

    members: tuple[str, ...]
    weight: int

    @property
    def probability(self) -> float:
        return self.weight / WHOLE
