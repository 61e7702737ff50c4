"""Add-one: the money of each voter grows by one unit at a time until Equal Shares uses the budget."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from civic_compute.budgeting.equal_shares import Spending, equal_shares
from civic_compute.budgeting.support import Support


@dataclass(frozen=True)
class AddOne:
    """The variants met in practice; the usual one starts from B / n and stops at the first exhaustive outcome."""

    floor_start: bool = False  # start from B / n rounded down
    until_overspent: bool = False  # do not stop at an exhaustive outcome, only before overspending

    @property
    def name(self) -> str:
        start = "floor start" if self.floor_start else "exact start"
        stop = "until overspent" if self.until_overspent else "until exhaustive"
        return f"{start}, {stop}"


def add_one(
    support: Support, rank: Sequence[int], variant: AddOne, progress: Callable[[str], None]
) -> tuple[Spending, int]:
    """Equal Shares with B / n + t for t = 0, 1, 2, ...; gives the outcome that counts and its t.

    Stops with outcome t if it costs at most B and no supported project of positive cost still fits; if outcome t costs
    more than B, the outcome of t - 1 counts. With `until_overspent` only the latter stops, or that nothing is left to
    choose.
    """
    start = support.election.budget / support.ballots.voters
    start = Fraction(floor(start)) if variant.floor_start else start
    before: Spending | None = None
    step = 0
    while True:
        spending = equal_shares(support, start + step, rank)
        cost = sum(support.costs[place] for place in spending.places)
        if before is not None and cost > support.election.budget * support.cost_scale:
            return before, step - 1
        if is_last(support, spending.places, variant):
            return spending, step
        before, step = spending, step + 1
        progress(f"add-one, step {step}")


def is_last(support: Support, places: Sequence[int], variant: AddOne) -> bool:
    """Whether more money need not be tried after this outcome, which is within the budget."""
    taken = set(places)
    left = support.election.budget * support.cost_scale - sum(support.costs[place] for place in places)
    rest = [
        place for place, votes in enumerate(support.slopes_of) if votes and support.costs[place] and place not in taken
    ]
    if variant.until_overspent:
        return not rest
    return all(support.costs[place] > left for place in rest)
