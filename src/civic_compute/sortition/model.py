"""A pool of persons, the quotas of the panel, and the types that persons of the same values make."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Objective(StrEnum):
    """What a fair lottery makes as good as it can."""

    LEXIMIN = "leximin"
    MAXIMIN = "maximin"
    NASH = "nash"
    GOLDILOCKS = "goldilocks"


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
    """Categories in the order of the quotas' file; persons in the order of ids (numbers by value, then texts)."""

    categories: tuple[str, ...]
    quotas: tuple[Quota, ...]
    persons: tuple[Person, ...]
    size: int  # members of a panel
    one_per_address: bool = False
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (category, folded value): as written
    sha256: tuple[str, ...] = ()  # of the files: pool, quotas


@dataclass(frozen=True)
class Panel:
    """A panel and its chance in the lottery; ids in the order of the pool."""

    members: tuple[str, ...]
    probability: float
