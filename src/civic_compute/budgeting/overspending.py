"""The Method of Equal Shares with bounded overspending (Papasotiropoulos, Pishbin, Skibski, Skowron, Wąs 2024).

As Equal Shares, but a project may be bought though its supporters own only a part of its cost. If each of them paid
min(b_i, alpha rho u_i), and that is the part alpha of the cost, then rho is the price and rho / alpha the measure; the
project and the part of the least measure is bought while it fits the budget. Each supporter then loses rho u_i, or all
they own: voters pay for what is missing as far as they can.

On each stretch between two amounts at which a supporter becomes poor, the measure first rises and then falls, hence
only those amounts, and the one at which the whole cost is paid, need to be looked at. It never falls while voters
spend, so each project's last measure bounds the next.
"""

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from civic_compute.budgeting.model import UTILITIES, Election, Utility
from civic_compute.budgeting.purses import Purses
from civic_compute.budgeting.support import Support, support_of
from civic_compute.budgeting.ties import ranks, tie_order


@dataclass(frozen=True)
class Overspent:
    """A round: what part of the cost the price was made for, the price of a unit of utility, and what was really paid."""

    project: str
    cost: Fraction
    part: Fraction  # alpha, above 0 and at most 1
    price: Fraction  # rho
    measure: Fraction  # rho / alpha, which decided
    paid: Fraction  # by its supporters together
    tied: tuple[str, ...]  # others of the same measure that fitted too; the order decided


@dataclass(frozen=True)
class _Offer:
    measure: Fraction
    rank: int
    place: int
    part: Fraction
    price: Fraction


def bounded_overspending(
    election: Election,
    utility: Utility | None = None,
    *,
    order: Iterable[str] | None = None,
    progress: Callable[[str], None] = lambda _words: None,
) -> tuple[Overspent, ...]:
    """The projects that the method buys, in order; exact.

    Of parts with the same measure the larger one counts. Projects without cost that give utility come first. Raises
    BudgetingProblem as `count`.
    """
    support = support_of(election, utility or UTILITIES[election.kind][0])
    rank = ranks(election, tie_order(election, order))
    purses = Purses(support, election.budget / election.ballots.voters)
    queue = [
        (Fraction(0), rank[place], place)
        for place in range(len(rank))
        if support.slopes_of[place] * support.units[place]
    ]
    left = election.budget
    rounds: list[Overspent] = []
    while True:
        queue = [each for each in queue if support.election.projects[each[2]].cost <= left]
        heapq.heapify(queue)
        offers = _least(support, purses, queue)
        if not offers:
            return tuple(rounds)
        best, *others = offers
        for offer in others:
            heapq.heappush(queue, (offer.measure, offer.rank, offer.place))
        project = election.projects[best.place]
        left -= project.cost
        paid = _charge(support, purses, best)
        tied = tuple(election.projects[offer.place].id for offer in others if project.cost)
        rounds.append(Overspent(project.id, project.cost, best.part, best.price, best.measure, paid, tied))
        progress(f"bounded overspending, round {len(rounds)}")


def _least(support: Support, purses: Purses, queue: list[tuple[Fraction, int, int]]) -> list[_Offer]:
    """The offers of the least measure, in the order for ties; all others are in the queue again."""
    found: list[_Offer] = []
    while queue and (not found or queue[0][0] <= min(offer.measure for offer in found)):
        _bound, rank, place = heapq.heappop(queue)
        offer = _offer(support, purses, place, rank)
        if offer is not None:
            found.append(offer)
    found.sort(key=lambda offer: (offer.measure, offer.rank))
    least = [offer for offer in found if offer.measure == found[0].measure]
    for offer in found[len(least) :]:
        heapq.heappush(queue, (offer.measure, offer.rank, offer.place))
    return least


def _offer(support: Support, purses: Purses, place: int, rank: int) -> _Offer | None:
    """The part of the least measure; None where the supporters own nothing."""
    cost, unit = support.election.projects[place].cost, support.units[place]
    if cost == 0:
        return _Offer(Fraction(0), rank, place, Fraction(1), Fraction(0))
    groups = [(purses.money[purse] / weight, weight * voters) for purse, weight, voters in purses.supporters(place)]
    best: _Offer | None = None
    poor, slopes = Fraction(0), sum(slope for _level, slope in groups)
    for level, slope in sorted(groups):
        whole = (cost - poor) / slopes if slopes else level  # the level at which the whole cost is paid
        level_here = min(level, whole)
        part = (poor + level_here * slopes) / cost
        if part > 0 and level_here > 0:
            price = level_here / part / unit
            if best is None or price / part <= best.measure:
                best = _Offer(price / part, rank, place, part, price)
        if whole <= level:
            break
        poor, slopes = poor + level * slope, slopes - slope
    return best


def _charge(support: Support, purses: Purses, offer: _Offer) -> Fraction:
    """Take rho u_i, or all they own, from each supporter; gives the sum."""
    level, paid = offer.price * support.units[offer.place], Fraction(0)
    paying = []
    for group in purses.supporters(offer.place):
        purse, weight, voters = group
        amount = min(purses.money[purse], level * weight)
        paying.append((group, amount))
        paid += amount * voters
    purses.pay(offer.place, paying)
    return paid
