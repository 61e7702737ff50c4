"""Add-one: the money of each voter grows by one unit at a time until Equal Shares uses the budget."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final

from civic_compute.budgeting.equal_shares import Spending, equal_shares
from civic_compute.budgeting.support import Support
from civic_compute.budgeting.trace import Trace, Tracer

_FIRST_WIDTH: Final = 16  # steps looked at together


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
    for step, places in _Steps(support, rank, start).all():
        progress(f"add-one, step {step}")
        cost = sum(support.costs[place] for place in places)
        if step and cost > support.election.budget * support.cost_scale:
            return equal_shares(support, start + step - 1, rank), step - 1
        if is_last(support, places, variant):
            return equal_shares(support, start + step, rank), step
    raise AssertionError


@dataclass
class _Steps:
    """The outcomes step by step; steps that surely have the same outcome as the one before are passed over."""

    support: Support
    rank: Sequence[int]
    start: Fraction

    def __post_init__(self) -> None:
        self.tracer = Tracer(self.support, self.rank)
        self.free = [place for place, each in enumerate(self.support.projects) if each is not None and not each.cost]

    def all(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Each step at which the outcome may be another than before, and its places; without end."""
        step, width = 0, _FIRST_WIDTH
        trace = self.tracer.run(float(self.start))
        yield 0, self._places(0, trace)
        while True:
            far = self._trace(step + width, trace)
            if trace and far and trace.leads_to(far):
                yield step + width, self._places(step + width, far)
                step, width = step + width, width * 2
            else:
                yield from self._between(step, trace, step + width, far)
                step, width = step + width, _FIRST_WIDTH
            trace = far

    def _between(
        self, low: int, first: Trace | None, high: int, last: Trace | None
    ) -> Iterator[tuple[int, Sequence[int]]]:
        """The steps after `low` up to `high`."""
        if high - low > 1 and not (first and last and first.leads_to(last)):
            middle = (low + high) // 2
            trace = self._trace(middle, first)
            yield from self._between(low, first, middle, trace)
            yield from self._between(middle, trace, high, last)
        else:
            yield high, self._places(high, last)

    def _trace(self, step: int, before: Trace | None) -> Trace | None:
        return self.tracer.run(float(self.start + step), before.least if before else ())

    def _places(self, step: int, trace: Trace | None) -> Sequence[int]:
        if trace is None:
            return equal_shares(self.support, self.start + step, self.rank).places
        return [*self.free, *trace.places]


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
