"""Who supports each project, and by how much: the arrays that the rules calculate with."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from civic_compute.budgeting.model import UTILITIES, BallotKind, Ballots, Election, Ints, Utility
from civic_compute.budgeting.problems import BudgetingProblem

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

_EXACT_IN_DOUBLES: Final = 2**53
_LONG: Final = 8192


def inner(one: Floats, other: "npt.NDArray[Any]") -> float:
    """The sum of products, in one thread: for long arrays a linear algebra library would start more, which wait."""
    return float(one.dot(other) if len(one) < _LONG else np.einsum("i,i->", one, other))


@dataclass(frozen=True, eq=False)
class Supporters:
    """One project's supporters: the ballots that give it a utility above 0.

    A supporter's utility is `unit` times its `weight`. Where all weights are 1, as for approval ballots, `weights` is
    None. So a price per weight is what each of them pays, and divided by `unit` it is rho.
    """

    ballots: Places  # ascending
    voters: Floats  # how many cast each
    weights: Floats | None
    slopes: Floats  # voters times weights
    cost: float
    unit: float
    total_voters: float
    total_slopes: float

    def of(self, those: "npt.NDArray[np.bool_]") -> "Supporters":
        """Some of them; the totals stay those of all."""
        weights = None if self.weights is None else self.weights[those]
        return replace(
            self, ballots=self.ballots[those], voters=self.voters[those], weights=weights, slopes=self.slopes[those]
        )


@dataclass(frozen=True, eq=False)
class Support:
    """An election seen through one utility; `projects[p]` is None where nobody supports p or it gives no utility."""

    election: Election
    utility: Utility
    costs: tuple[int, ...]  # in units of 1 / cost_scale
    cost_scale: int
    units: tuple[Fraction, ...]  # of each project: see Supporters
    weights: Ints  # beside the ballots' choices; 0 where a choice gives no utility
    uniform: bool  # every weight is 1
    voters_of: tuple[int, ...]  # how many voters support each project
    slopes_of: tuple[int, ...]  # the sum of their weights

    @property
    def ballots(self) -> Ballots:
        return self.election.ballots

    @cached_property
    def by_project(self) -> tuple[Places, Ints, Ints]:
        """The choices ordered by project: their ballots, their weights, and where each project's begin."""
        ballots, projects = self.ballots, len(self.costs)
        rows = np.repeat(np.arange(len(ballots), dtype=np.int32), np.diff(ballots.starts))
        choices, weights = ballots.choices, self.weights
        if not self.uniform:
            kept = weights > 0
            rows, choices, weights = rows[kept], choices[kept], weights[kept]
        # sorted by digits, the fewer the faster
        small = choices.astype(np.uint8 if projects < 2**8 else np.uint16) if projects < 2**16 else choices
        order = np.argsort(small, kind="stable")
        starts = np.zeros(projects + 1, dtype=np.int64)
        np.cumsum(np.bincount(choices, minlength=projects), out=starts[1:])
        return rows[order].astype(np.intp), weights if self.uniform else weights[order], starts

    @cached_property
    def projects(self) -> tuple[Supporters | None, ...]:
        rows, weights, starts = self.by_project
        counts = self.ballots.counts.astype(np.float64)
        found: list[Supporters | None] = []
        for place, unit in enumerate(self.units):
            span = slice(int(starts[place]), int(starts[place + 1]))
            if span.start == span.stop or unit == 0:
                found.append(None)
                continue
            ballots = rows[span]
            voters = counts[ballots]
            own = None if self.uniform else weights[span].astype(np.float64)
            slopes = voters if own is None else voters * own
            cost = self.costs[place] / self.cost_scale
            total = float(self.voters_of[place]), float(self.slopes_of[place])
            found.append(Supporters(ballots, voters, own, slopes, cost, float(unit), *total))
        return tuple(found)


def support_of(election: Election, utility: Utility) -> Support:
    """See an election through a utility.

    Raises BudgetingProblem("utility_not_for_ballots", "too_large_numbers").
    """
    allowed = UTILITIES[election.kind]
    if utility not in allowed:
        choices = ", ".join(allowed)
        raise BudgetingProblem("utility_not_for_ballots", kind=election.kind, utility=utility, choices=choices)
    weights = _weights(election, utility)
    costs, cost_scale = _scaled([project.cost for project in election.projects])
    scale = Fraction(1, election.ballots.scale) if utility is Utility.POINTS else Fraction(1)
    units = tuple(project.cost if utility is Utility.COST else scale for project in election.projects)
    voters, slopes = _sums(election.ballots, weights, len(costs))
    if max(sum(slopes), sum(costs), int(election.budget * cost_scale)) >= _EXACT_IN_DOUBLES:
        raise BudgetingProblem("too_large_numbers")
    uniform = utility in (Utility.COST, Utility.CARDINALITY)
    return Support(election, utility, costs, cost_scale, units, weights, uniform, voters, slopes)


def _weights(election: Election, utility: Utility) -> Ints:
    ballots = election.ballots
    if utility is Utility.POINTS and ballots.points is not None:
        return ballots.points
    if utility is Utility.BORDA and election.kind is BallotKind.ORDINAL:
        # the last of a ballot gives 0, the one before it 1, and so on
        last = np.repeat(ballots.starts[1:], np.diff(ballots.starts)) - 1
        return last - np.arange(len(ballots.choices), dtype=np.int64)
    return np.broadcast_to(np.int64(1), ballots.choices.shape)


def _sums(ballots: Ballots, weights: Ints, projects: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Of each project, how many voters support it and the sum of their weights.

    Doubles carry these integers exactly below 2 ** 53; beyond it the caller refuses, and rounding does not hide that.
    """
    if (ballots.counts == 1).all():
        counts = np.broadcast_to(np.float64(1), ballots.choices.shape)
    else:
        counts = np.repeat(ballots.counts.astype(np.float64), np.diff(ballots.starts))
    uniform = not weights.strides[0]  # one number for all
    voters = np.bincount(ballots.choices, weights=counts if uniform else counts * (weights > 0), minlength=projects)
    slopes = voters if uniform else np.bincount(ballots.choices, weights=counts * weights, minlength=projects)
    return tuple(int(number) for number in voters), tuple(int(number) for number in slopes)


def _scaled(numbers: Sequence[Fraction]) -> tuple[tuple[int, ...], int]:
    """Exact numbers as integers over one denominator."""
    scale = math.lcm(*(number.denominator for number in numbers))
    return tuple(int(number * scale) for number in numbers), scale
