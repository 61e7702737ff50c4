"""Persons who are alike to the quotas: the types that a lottery over panels is made of.

Persons of one type may take each other's place in any panel, so a fair lottery gives them equal chances. Without the
rule of one person per address a type is a combination of values; with it, also the values of everybody at the address
(Flanigan et al. 2021; `docs/algorithms/lotteries.md`).
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from civic_compute.sortition.model import Person, Pool

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Counts = NDArray[np.float64]

Pattern = tuple[tuple[str, ...], ...]  # the values of everybody at an address, sorted; empty for one person alone


@dataclass(frozen=True)
class PersonType:
    """Persons (ids in the pool's order) of the same values and the same household pattern."""

    values: tuple[str, ...]
    household: Pattern
    persons: tuple[str, ...]


@dataclass(frozen=True)
class Households:
    """The addresses of one pattern: at most one member of each; `types` are the places of the types met there."""

    types: tuple[int, ...]
    addresses: tuple[tuple[tuple[str, ...], ...], ...]  # for each address, for each of the types: the ids there


@dataclass(frozen=True)
class Grouping:
    """The types of a pool in the order of their values, and the households that hold several persons."""

    pool: Pool
    types: tuple[PersonType, ...]
    households: tuple[Households, ...]

    @property
    def counts(self) -> "Counts":
        """Persons of each type, shape (types,)."""
        import numpy as np

        return np.array([len(kind.persons) for kind in self.types], dtype=np.float64)


def group(pool: Pool) -> Grouping:
    """The types of those who may be drawn; the order of persons never matters."""
    free = [person for person in pool.persons if not person.excluded]
    homes: dict[str, list[Person]] = defaultdict(list)
    if pool.one_per_address:
        for person in free:
            if person.address:
                homes[person.address].append(person)
    pattern = {
        person.id: tuple(sorted(other.values for other in home))
        for home in homes.values()
        if len(home) > 1
        for person in home
    }
    found: dict[tuple[tuple[str, ...], Pattern], list[str]] = defaultdict(list)
    for person in free:
        found[person.values, pattern.get(person.id, ())].append(person.id)
    types = tuple(PersonType(values, home, tuple(found[values, home])) for values, home in sorted(found))
    return Grouping(pool, types, _households(types, [home for home in homes.values() if len(home) > 1]))


def _households(types: tuple[PersonType, ...], homes: list[list[Person]]) -> tuple[Households, ...]:
    places = {(kind.values, kind.household): place for place, kind in enumerate(types)}
    by_pattern: dict[Pattern, list[list[Person]]] = defaultdict(list)
    for home in homes:
        by_pattern[tuple(sorted(person.values for person in home))].append(home)
    households = []
    for pattern, alike in sorted(by_pattern.items()):
        values = sorted(set(pattern))
        addresses = tuple(
            tuple(tuple(person.id for person in home if person.values == value) for value in values) for home in alike
        )
        households.append(Households(tuple(places[value, pattern] for value in values), addresses))
    return tuple(households)
