"""What a calculation of a fair lottery gives."""

from dataclasses import dataclass

from civic_compute.sortition.model import Objective, Panel, Pool
from civic_compute.sortition.person_types import PersonType


@dataclass(frozen=True)
class TypeChance:
    """A type and the chance of each of its persons."""

    kind: PersonType
    probability: float

    @property
    def count(self) -> int:
        return len(self.kind.persons)


@dataclass(frozen=True)
class FairLottery:
    """Chances by type, and the lottery over panels of persons that gives them.

    `certified`: no lottery is better by the objective, and this one gives the chances to within 2e-6; its panels are
    the proof. Otherwise no lottery is better than the chances, and this one misses them by at most `shortfall`.
    """

    pool: Pool
    objective: Objective
    types: tuple[TypeChance, ...]
    lottery: tuple[Panel, ...]
    certified: bool
    shortfall: float  # the largest difference between a type's chance and what the lottery gives its persons
    by: str  # "relaxation", "stages" or "greedy": how the chances were found

    @property
    def impossible(self) -> tuple[str, ...]:
        """Ids of persons who fit no panel: their chance is 0."""
        never = {name for kind in self.types if kind.probability == 0 for name in kind.kind.persons}
        return tuple(person.id for person in self.pool.persons if person.id in never)
