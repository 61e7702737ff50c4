"""Prices and budgets of Equal Shares in exact numbers, without a fraction for each voter.

A ballot's budget is the share less the prices of the rounds that it paid in full, or 0 from the round on in which it
paid all it had. So every sum of budgets is the share and the prices, each times an integer count; and the prices are
integers over one common denominator, which grows by a factor in each round.
"""

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from civic_compute.budgeting.support import Places, Support


@dataclass(frozen=True, eq=False)
class Split:
    """Who pays what for one project: the `poor` all they have, the others the price times their weight.

    `spent` are the poor who have exactly what the price asks of them; they count as rich here.
    """

    poor: Places  # ballots
    spent: Places
    slopes: int  # of the rich: voters times weights


@dataclass(frozen=True)
class Level:
    """An exact price per weight, as number / scale, at one moment of the run."""

    number: int
    scale: int

    @property
    def value(self) -> Fraction:
        return Fraction(self.number, self.scale)


@dataclass
class ExactRun:
    """The exact side of one run: catches up with the rounds whenever a decision needs it."""

    support: Support
    share: Fraction
    scale: int = 1
    share_number: int = 0
    prices: list[int] = field(default_factory=list)  # of each round, per weight, in units of 1 / scale
    waiting: list[tuple[int, Split]] = field(default_factory=list)
    round_of: list[int] = field(default_factory=list)  # of each project; -1 where not chosen

    def __post_init__(self) -> None:
        self.scale = self.share.denominator
        self.share_number = self.share.numerator
        self.round_of = [-1] * len(self.support.costs)

    def chose(self, place: int, split: Split) -> None:
        """Note a round; its price is calculated when it is needed."""
        self.waiting.append((place, split))

    def catch_up(self) -> None:
        for place, split in self.waiting:
            level = self._level(place, split)
            self._rescale(level.scale)
            self.round_of[place] = len(self.prices)
            self.prices.append(level.number)
        self.waiting.clear()

    def price(self, round_index: int) -> Fraction:
        """The price per weight of a round, from 0."""
        self.catch_up()
        return Fraction(self.prices[round_index], self.scale)

    def owned(self, ballots: Places) -> tuple[int, int]:
        """What the voters of these ballots, none of which has spent all, own together: (number, scale)."""
        self.catch_up()
        return self._owned(ballots), self.scale

    def level(self, place: int, split: Split) -> Level:
        """The price at which this split pays exactly the project's cost; some must be rich."""
        self.catch_up()
        return self._level(place, split)

    def each(self, ballots: Places) -> list[int]:
        """What one voter of each of these ballots owns, in units of 1 / scale; none of them has spent all."""
        self.catch_up()
        paid = self._paid(ballots)
        if not paid.shape[1]:
            return [self.share_number] * len(ballots)
        kinds, which = np.unique(paid, axis=0, return_inverse=True)
        owned = [
            self.share_number - sum(int(weight) * self.prices[index] for index, weight in enumerate(row) if weight)
            for row in kinds
        ]
        return [owned[kind] for kind in which.reshape(-1)]

    def _level(self, place: int, split: Split) -> Level:
        cost_scale = self.support.cost_scale
        missing = self.support.costs[place] * self.scale - self._owned(split.poor) * cost_scale
        return Level(missing, self.scale * cost_scale * split.slopes)

    def _owned(self, ballots: Places) -> int:
        if not len(ballots):
            return 0
        counts = self.support.ballots.counts[ballots]
        total = self.share_number * int(counts.sum())
        if self.prices:
            rows, at = _choices_of(self.support, ballots)
            rounds = np.array(self.round_of)[self.support.ballots.choices[at]]
            paid = rounds >= 0
            weighed = (counts[rows] * self.support.weights[at])[paid]
            sums = np.bincount(rounds[paid], weights=weighed, minlength=len(self.prices))
            for index in np.flatnonzero(sums):
                total -= int(sums[index]) * self.prices[index]
        return total

    def _paid(self, ballots: Places) -> "np.ndarray[tuple[int, int], np.dtype[np.int64]]":
        """Of each ballot, its weight in each round."""
        paid = np.zeros((len(ballots), len(self.prices)), dtype=np.int64)
        rows, at = _choices_of(self.support, ballots)
        rounds = np.array(self.round_of)[self.support.ballots.choices[at]]
        known = rounds >= 0
        paid[rows[known], rounds[known]] = self.support.weights[at][known]
        return paid

    def _rescale(self, scale: int) -> None:
        factor = scale // self.scale
        if factor != 1:
            self.prices = [number * factor for number in self.prices]
            self.share_number *= factor
            self.scale = scale


def _choices_of(support: Support, ballots: Places) -> tuple[Places, Places]:
    """The positions of these ballots' choices, and beside each which of the ballots it belongs to (from 0)."""
    starts = support.ballots.starts
    lengths = starts[ballots + 1] - starts[ballots]
    rows = np.repeat(np.arange(len(ballots), dtype=np.intp), lengths)
    offsets = np.arange(len(rows), dtype=np.int64) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return rows, starts[ballots][rows] + offsets
