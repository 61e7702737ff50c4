"""What voters own, exactly, for rules that are run once: voters who paid for the same share a purse."""

from collections.abc import Iterable
from fractions import Fraction

import numpy as np

from civic_compute.budgeting.support import Support

#: (purse, weight, voters)
Group = tuple[int, int, int]


class Purses:
    """Of each distinct ballot the number of a purse, and of each purse the money of one voter."""

    def __init__(self, support: Support, share: Fraction) -> None:
        self._rows, self._weights, self._starts = support.by_project
        self._counts = support.ballots.counts
        self._of = np.zeros(len(support.ballots), dtype=np.int64)
        self.money: list[Fraction] = [share]

    def supporters(self, place: int) -> list[Group]:
        """A project's supporters, those of one purse and weight together; the richest first."""
        span = slice(int(self._starts[place]), int(self._starts[place + 1]))
        ballots = self._rows[span]
        keys = np.stack([self._of[ballots], self._weights[span]], axis=1)
        kinds, which = np.unique(keys, axis=0, return_inverse=True)
        voters = np.bincount(which.reshape(-1), weights=self._counts[ballots], minlength=len(kinds))
        found = [(int(purse), int(weight), int(number)) for (purse, weight), number in zip(kinds, voters, strict=True)]
        return sorted(found, key=lambda group: (-self.money[group[0]], group))

    def pay(self, place: int, paying: Iterable[tuple[Group, Fraction]]) -> None:
        """Each voter of these groups of a project's supporters pays an amount; their purses are now others."""
        span = slice(int(self._starts[place]), int(self._starts[place + 1]))
        ballots, weights = self._rows[span], self._weights[span]
        before = self._of[ballots]
        for (purse, weight, _voters), amount in paying:
            self._of[ballots[(before == purse) & (weights == weight)]] = len(self.money)
            self.money.append(self.money[purse] - amount)
