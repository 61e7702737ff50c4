"""What every voter owns or carries, in exact numbers: written down for a certificate, slowly and plainly."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from civic_compute.budgeting.support import Support


@dataclass(frozen=True)
class Paid:
    """How many voters paid in full, and what together; how many, who had something, paid all they had, and what."""

    in_full: int
    in_full_sum: Fraction
    all_they_had: int
    all_they_had_sum: Fraction

    @property
    def together(self) -> Fraction:
        return self.in_full_sum + self.all_they_had_sum


class Ledger:
    """One exact number for each distinct ballot, in units of a common denominator."""

    def __init__(self, support: Support, start: Fraction, levels: Iterable[Fraction]) -> None:
        rows, weights, starts = support.by_project
        self._starts = starts.tolist()
        self._rows, self._weights = rows.tolist(), weights.tolist()
        self._counts = support.ballots.counts.tolist()
        self._scale = math.lcm(start.denominator, *(level.denominator for level in levels))
        self._of = [int(start * self._scale)] * len(self._counts)

    def pay(self, place: int, level: Fraction) -> Paid:
        """Each supporter pays the price times their weight, or all they have."""
        if not level:
            return Paid(0, Fraction(0), 0, Fraction(0))
        price = int(level * self._scale)
        total = rest = in_full = others = 0
        for at in range(self._starts[place], self._starts[place + 1]):
            ballot = self._rows[at]
            count, owned, asked = self._counts[ballot], self._of[ballot], price * self._weights[at]
            if owned >= asked:
                self._of[ballot] = owned - asked
                total += asked * count
                in_full += count
            elif owned:
                self._of[ballot] = 0
                rest += owned * count
                others += count
        return Paid(in_full, Fraction(total, self._scale), others, Fraction(rest, self._scale))

    def load(self, place: int, level: Fraction) -> tuple[Fraction, int]:
        """Set every supporter's load; gives by how much their loads grew together, and how many they are."""
        new = int(level * self._scale)
        total = voters = 0
        for ballot in self._rows[self._starts[place] : self._starts[place + 1]]:
            total += (new - self._of[ballot]) * self._counts[ballot]
            voters += self._counts[ballot]
            self._of[ballot] = new
        return Fraction(total, self._scale), voters

    def owned(self, place: int) -> Fraction:
        """What the supporters of a project own, or carry, together."""
        rows = self._rows[self._starts[place] : self._starts[place + 1]]
        return Fraction(sum(self._of[ballot] * self._counts[ballot] for ballot in rows), self._scale)
