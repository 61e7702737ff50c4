"""Compare outcomes of different rules on the same ballots: who gets something, and who gets more from which.

A voter's satisfaction is the number of the winners named on the ballot, or what those winners cost together
(Faliszewski et al. 2023, "Participatory Budgeting: Data, Tools and Analysis").
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

import numpy as np

from civic_compute.budgeting.model import Election, Ints
from civic_compute.budgeting.problems import BudgetingProblem

_EXACT = 2**62


@dataclass(frozen=True)
class Standing:
    """One outcome. Shares are of all voters, also those with an empty ballot; only the exclusion ratio leaves them out."""

    name: str
    winners: int
    spent: Fraction
    spent_share: Fraction  # of the budget
    with_nothing: int  # voters who named no winner
    nothing_share: Fraction
    exclusion_ratio: Fraction  # of the voters who named any project, those who named no winner; 0 without such voters
    average_number: Fraction  # of winners a voter named
    average_cost: Fraction  # of those winners together


@dataclass(frozen=True)
class Versus:
    """How many voters have more, less or the same from the first outcome than from the second."""

    first: str
    second: str
    more_by_number: int
    less_by_number: int
    same_by_number: int
    more_by_cost: int
    less_by_cost: int
    same_by_cost: int


@dataclass(frozen=True)
class Comparison:
    voters: int
    standings: tuple[Standing, ...]  # in the order given
    pairs: tuple[Versus, ...]  # each two, in the order given


def compare(election: Election, outcomes: Mapping[str, Collection[str]]) -> Comparison:
    """Compare sets of winners, given by name, on the ballots of an election; exact.

    Raises BudgetingProblem("vote_unknown") for a winner that is no project, and "too_large_numbers".
    """
    places = {project.id: place for place, project in enumerate(election.projects)}
    scale = math.lcm(*(project.cost.denominator for project in election.projects))
    costs = [int(project.cost * scale) for project in election.projects]
    if sum(costs) * election.ballots.voters >= _EXACT:
        raise BudgetingProblem("too_large_numbers")
    found: dict[str, tuple[Ints, Ints]] = {}
    standings = []
    for name, winners in outcomes.items():
        unknown = next((project for project in winners if project not in places), None)
        if unknown is not None:
            raise BudgetingProblem("vote_unknown", project=unknown)
        chosen = sorted({places[project] for project in winners})
        found[name] = _satisfaction(election, costs, chosen)
        spent = sum((election.projects[place].cost for place in chosen), Fraction(0))
        standings.append(
            _standing(election, name, winners=len(chosen), spent=spent, satisfaction=found[name], scale=scale)
        )
    pairs = [_versus(election, one, other, found) for one, other in combinations(found, 2)]
    return Comparison(election.ballots.voters, tuple(standings), tuple(pairs))


def _satisfaction(election: Election, costs: list[int], chosen: list[int]) -> tuple[Ints, Ints]:
    """Of each ballot, the number of winners it names and their cost (scaled)."""
    ballots = election.ballots
    flags = np.zeros(len(costs), dtype=np.int64)
    flags[chosen] = 1
    worth = flags * np.array(costs, dtype=np.int64)
    sums = []
    for each in (flags, worth):
        running = np.zeros(len(ballots.choices) + 1, dtype=np.int64)
        np.cumsum(each[ballots.choices], out=running[1:])
        sums.append(running[ballots.starts[1:]] - running[ballots.starts[:-1]])
    return sums[0], sums[1]


def _standing(
    election: Election, name: str, *, winners: int, spent: Fraction, satisfaction: tuple[Ints, Ints], scale: int
) -> Standing:
    counts, voters = election.ballots.counts, election.ballots.voters
    number, worth = satisfaction
    nothing = int(counts[number == 0].sum())
    empty = int(counts[np.diff(election.ballots.starts) == 0].sum())
    return Standing(
        name=name,
        winners=winners,
        spent=spent,
        spent_share=spent / election.budget,
        with_nothing=nothing,
        nothing_share=Fraction(nothing, voters),
        exclusion_ratio=Fraction(nothing - empty, voters - empty) if voters > empty else Fraction(0),
        average_number=Fraction(int((number * counts).sum()), voters),
        average_cost=Fraction(int((worth * counts).sum()), voters * scale),
    )


def _versus(election: Election, first: str, second: str, found: Mapping[str, tuple[Ints, Ints]]) -> Versus:
    counts = election.ballots.counts
    numbers: list[int] = []
    for one, other in zip(found[first], found[second], strict=True):
        numbers += [int(counts[flags].sum()) for flags in (one > other, one < other, one == other)]
    return Versus(first, second, *numbers)
