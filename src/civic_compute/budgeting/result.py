"""What a count gives: winners in the order chosen, and every round in exact numbers."""

from dataclasses import dataclass
from fractions import Fraction

from civic_compute.budgeting.model import Completion, Rule, Utility


@dataclass(frozen=True)
class Round:
    """One project chosen, and how it was paid.

    `price` is the rule's measure that decided: Equal Shares' rho (money per unit of utility), Phragmén's load,
    greedy's utility per unit of cost (0 where a project costs nothing). `payers` paid something: under Equal Shares
    `paid_in_full` of them the price times their utility, the others all they had. `payment` is what each who paid in
    full paid, where that is the same for all. `effective_votes` is 1 / rho under Equal Shares with utility cost, else
    None.
    """

    number: int  # from 1
    step: str  # "core", or the completion that chose it
    project: str
    cost: Fraction
    price: Fraction
    supporters: int
    payers: int
    paid_in_full: int
    payment: Fraction | None
    effective_votes: Fraction | None
    money_left: Fraction  # of the budget, after this round


@dataclass(frozen=True)
class Tie:
    """An exact tie that the given order decided."""

    round: int
    projects: tuple[str, ...]  # the tied, in the order that decides
    chosen: str


@dataclass(frozen=True)
class Outcome:
    rule: Rule
    utility: Utility
    completion: Completion
    variant: str  # names what the completion leaves open; empty where nothing is
    winners: tuple[str, ...]  # in the order chosen
    rounds: tuple[Round, ...]
    ties: tuple[Tie, ...]
    share: Fraction  # what each voter could spend: B / n, or more after add-one; 0 for rules without shares
    increments: int  # steps of add-one taken
    budget: Fraction
    money_left: Fraction
    input_sha256: str
    tie_order: tuple[str, ...]  # every project, the one that wins a tie first
    version: str
