"""The Method of Equal Shares (Peters, Pierczyński, Skowron 2021), exact.

Doubles decide while the difference is far beyond what rounding could do; near a tie, and where what the supporters own
is near the cost, exact numbers decide.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

import numpy as np

from civic_compute.budgeting.exact_shares import ExactRun, Split
from civic_compute.budgeting.support import Floats, Support, Supporters, inner
from civic_compute.budgeting.trace import NEAR, ROUNDING, level_of

_NONE: Final = np.zeros(0, dtype=np.intp)


@dataclass(frozen=True)
class Chosen:
    """One round: the project's place, its price per weight in doubles, and the projects tied with it."""

    place: int
    level: float
    payers: int
    paid_in_full: int
    tied: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Spending:
    """A whole run."""

    share: Fraction
    chosen: tuple[Chosen, ...]
    exact: ExactRun
    left: Floats  # of each ballot's voter, in doubles

    @property
    def places(self) -> list[int]:
        return [each.place for each in self.chosen]

    @property
    def is_sound(self) -> bool:
        """Whether doubles followed the exact prices far more closely than decisions in doubles need."""
        return all(
            abs(each.level - self.exact.price(index)) <= each.level * NEAR / 10 + ROUNDING * float(self.share)
            for index, each in enumerate(self.chosen)
        )


@dataclass(frozen=True, eq=False)
class _Offer:
    """What a project would cost its supporters now."""

    place: int
    each: Supporters  # those who had anything left when it was last looked at
    level: float  # price per weight
    error: float  # how far the level may be off
    rho: float
    slack: float  # how far rho may be off
    owned: Floats  # by each supporter


@dataclass
class _Run:
    support: Support
    rank: Sequence[int]
    share: float
    left: Floats
    exact: ExactRun
    queue: list[tuple[float, int, float]] = field(default_factory=list)  # (rho at least, place, level at least)
    supporters: dict[int, Supporters] = field(default_factory=dict)  # of projects in the queue


def equal_shares(support: Support, share: Fraction, rank: Sequence[int], *, careful: bool = False) -> Spending:
    """Run the method with the given money for each voter; ties go to the lowest rank.

    A project that nobody supports, or that gives no utility, is never chosen; one without cost that somebody supports
    is taken at the start. With `careful`, budgets in doubles are set from the exact ones after every round: slow, for
    elections in which rounding grows.
    """
    run = _Run(support, rank, float(share), np.full(len(support.ballots), float(share)), ExactRun(support, share))
    chosen: list[Chosen] = []
    free = [place for place, each in enumerate(support.projects) if each is not None and each.cost == 0]
    for place in sorted(free, key=lambda place: rank[place]):
        run.exact.chose(place, Split(_NONE, _NONE, support.slopes_of[place]))
        chosen.append(Chosen(place, 0.0, 0, 0))
    for place, each in enumerate(support.projects):
        if each is not None and each.cost > 0:
            run.supporters[place] = each
            level = each.cost / each.total_slopes
            run.queue.append((level / each.unit * (1 - NEAR), place, level * (1 - NEAR)))
    heapq.heapify(run.queue)
    while best := _best(run):
        tied = _tied(run, best)
        chosen.append(_pay(run, best[0], tied))
        if careful:
            alive = np.flatnonzero(run.left)
            run.left[alive] = [number / run.exact.scale for number in run.exact.each(alive)]
    return Spending(share, tuple(chosen), run.exact, run.left)


def _best(run: _Run) -> list[_Offer]:
    """The offers that may be the least, the chosen one first; all others go back to the queue."""
    offers: list[_Offer] = []
    least = float("inf")  # no offer can be the best that is surely above this
    while run.queue and run.queue[0][0] <= least:
        _rho, place, lower = heapq.heappop(run.queue)
        offer = _offer(run, place, lower)
        if offer is not None:
            offers.append(offer)
            least = min(least, offer.rho + offer.slack)
    near = [offer for offer in offers if offer.rho - offer.slack <= least]
    for offer in offers:
        if offer.rho - offer.slack > least:
            _put_back(run, offer)
    if len(near) > 1:
        near = _exactly_least(run, near)
    return near


def _put_back(run: _Run, offer: _Offer) -> None:
    heapq.heappush(run.queue, (offer.rho - offer.slack, offer.place, offer.level - offer.error))


def _offer(run: _Run, place: int, lower: float) -> _Offer | None:
    """The project's price now, never below its last; None where its supporters cannot pay it."""
    each = run.supporters[place]
    owned = run.left.take(each.ballots)
    if 2 * np.count_nonzero(owned) < len(owned):
        alive = owned > 0  # who has spent all never counts again
        run.supporters[place] = each = each.of(alive)
        owned = owned[alive]
    total = inner(each.voters, owned)
    doubt = NEAR * each.cost + ROUNDING * run.share * each.total_voters
    if total < each.cost - doubt:
        return None
    if total < each.cost + doubt and not _can_pay(run, each, owned, place):
        return None
    level, slope = level_of(each, owned, lower)
    if slope <= 0:  # all pay all they have
        level, slope = float((owned if each.weights is None else owned / each.weights).max()), float(each.slopes.min())
    error = NEAR * level + ROUNDING * run.share * each.total_voters / slope
    return _Offer(place, each, level, error, level / each.unit, error / each.unit, owned)


def _can_pay(run: _Run, each: Supporters, owned: Floats, place: int) -> bool:
    """Whether the supporters own the cost, exactly."""
    number, scale = run.exact.owned(each.ballots[owned > 0])
    return number * run.support.cost_scale >= run.support.costs[place] * scale


def _split(run: _Run, offer: _Offer) -> Split:
    """Who would pay all they have; exact where a budget is near what the price asks."""
    each = offer.each
    need = offer.level if each.weights is None else offer.level * each.weights
    doubt = (
        (offer.error + ROUNDING * run.share)
        if each.weights is None
        else (offer.error * each.weights + ROUNDING * run.share)
    )
    alive = offer.owned > 0
    sure = offer.owned < need - doubt
    near = alive & ~sure & (offer.owned <= need + doubt)
    poor = each.ballots[alive & sure]
    split = Split(poor, _NONE, int(inner(each.slopes, alive & ~sure)))
    return _settle(run, offer.place, split, each, near) if near.any() else split


def _settle(
    run: _Run, place: int, split: Split, each: Supporters, near: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
) -> Split:
    """Begin with all in doubt as rich, and move those who own less than the price asks, until none does."""
    ballots = each.ballots[near]
    weights = [1] * len(ballots) if each.weights is None else [int(weight) for weight in each.weights[near]]
    slopes = [int(slope) for slope in each.slopes[near]]
    owned, scale = run.exact.each(ballots), run.exact.scale
    rich = list(range(len(ballots)))
    poor, slope = split.poor, split.slopes
    while True:
        level = run.exact.level(place, Split(poor, _NONE, slope))
        below = {index for index in rich if owned[index] * level.scale < level.number * weights[index] * scale}
        if not below:
            break
        rich = [index for index in rich if index not in below]
        slope -= sum(slopes[index] for index in below)
        poor = np.concatenate([poor, ballots[sorted(below)]])
    spent = [index for index in rich if owned[index] * level.scale == level.number * weights[index] * scale]
    return Split(poor, ballots[spent], slope)


def _exactly_least(run: _Run, near: list[_Offer]) -> list[_Offer]:
    """The exactly tied at the least rho, by rank; the others go back to the queue."""
    rhos = {
        offer.place: run.exact.level(offer.place, _split(run, offer)).value / run.support.units[offer.place]
        for offer in near
    }
    least = min(rhos.values())
    for offer in near:
        if rhos[offer.place] > least:
            _put_back(run, offer)
    return sorted((offer for offer in near if rhos[offer.place] == least), key=lambda offer: run.rank[offer.place])


def _tied(run: _Run, best: list[_Offer]) -> tuple[int, ...]:
    for offer in best[1:]:
        _put_back(run, offer)
    return tuple(offer.place for offer in best) if len(best) > 1 else ()


def _pay(run: _Run, offer: _Offer, tied: tuple[int, ...]) -> Chosen:
    """The supporters pay; whoever pays all they have owns exactly 0 from now on."""
    each = offer.each
    split = _split(run, offer)
    run.exact.chose(offer.place, split)
    need = offer.level if each.weights is None else offer.level * each.weights
    run.left[each.ballots] = np.maximum(offer.owned - need, 0.0)
    run.left[split.poor] = 0.0
    run.left[split.spent] = 0.0
    counts = run.support.ballots.counts
    alive = int(inner(each.voters, offer.owned > 0))
    return Chosen(offer.place, offer.level, alive, alive - int(counts[split.poor].sum()), tied)
