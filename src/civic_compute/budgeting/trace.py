"""Equal Shares in doubles alone, as fast as may be: who is chosen in which order, or that exact numbers must decide.

Add-one runs it hundreds of times where only the last outcome counts.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from civic_compute.budgeting.support import Floats, Support, Supporters, inner

NEAR: Final = 1e-9  # relative: what is closer must be decided exactly
ROUNDING: Final = 1e-14  # of the share: how far a budget in doubles may be from the exact one
_NEVER: Final = float("inf")

_Offer = tuple[float, int, float, float, Floats]  # rho at least, place, rho at most, level, what each supporter owns


@dataclass(frozen=True)
class Trace:
    """One run: the places in the order chosen (those without cost not among them).

    `least` are the rhos at most, `others` what every other rho of the round was surely above.
    """

    places: tuple[int, ...]
    least: tuple[float, ...]
    others: tuple[float, ...]

    def leads_to(self, more: "Trace") -> bool:
        """Whether every share between the two runs' surely gives the same places in the same order.

        As long as the order is the same, every budget grows with the share and every rho falls. So between the two, the
        chosen rho is at most the one of the smaller share, and all other rhos are at least those of the larger. What is
        tied with the chosen while nobody need pay all stays so.
        """
        return self.places == more.places and all(
            least < other for least, other in zip(self.least, more.others, strict=True)
        )


@dataclass
class Tracer:
    """Runs with many shares; remembers each price to start from the next time."""

    support: Support
    rank: Sequence[int]  # of each place, for ties
    queue: list[tuple[float, int]] = field(default_factory=list)  # (rho while all are rich, place)
    order_if_flat: dict[int, int] = field(default_factory=dict)  # by exact rho while all are rich, then rank
    levels: dict[tuple[int, int], float] = field(default_factory=dict)  # by round and place

    def __post_init__(self) -> None:
        self.queue = sorted(
            (each.cost / each.total_slopes / each.unit * (1 - NEAR), place)
            for place, each in enumerate(self.support.projects)
            if each is not None and each.cost > 0
        )
        flat = {
            place: self.support.election.projects[place].cost
            / (self.support.slopes_of[place] * self.support.units[place])
            for _rho, place in self.queue
        }
        order = sorted(flat, key=lambda place: (flat[place], self.rank[place]))
        self.order_if_flat = {place: number for number, place in enumerate(order)}

    def run(self, share: float, above: Sequence[float] = ()) -> Trace | None:
        """One run; None where doubles cannot tell. In each round, all rhos up to `above` are calculated."""
        left = np.full(len(self.support.ballots), share)
        queue = list(self.queue)
        places: list[int] = []
        least: list[float] = []
        others: list[float] = []
        while True:
            number = len(places)
            offers = self._offers(share, left, queue, number, above[number] if number < len(above) else 0.0)
            if not offers:
                return None if offers is None else Trace(tuple(places), tuple(least), tuple(others))
            most = min(offer[2] for offer in offers)
            near = [offer for offer in offers if offer[0] <= most]
            if len(near) > 1 and not all(self._is_flat(offer, share) for offer in near):
                return None
            for offer in offers:
                if offer[0] > most:
                    heapq.heappush(queue, offer[:2])
            others.append(queue[0][0] if queue else _NEVER)
            near.sort(key=lambda offer: self.order_if_flat[offer[1]])
            for offer in near[1:]:
                heapq.heappush(queue, offer[:2])
            places.append(near[0][1])
            least.append(most)
            self._pay(left, near[0])

    def _is_flat(self, offer: _Offer, share: float) -> bool:
        """Whether nobody is near having to pay all: then rho is cost by utility, whatever the share."""
        each = self.support.projects[offer[1]]
        if each is None:
            return False
        need = offer[3] if each.weights is None else offer[3] * each.weights
        return bool((offer[4] > need * (1 + NEAR) + ROUNDING * share).all())

    def _pay(self, left: Floats, offer: _Offer) -> None:
        _rho, place, _most, level, owned = offer
        each = self.support.projects[place]
        if each is not None:
            owned -= level if each.weights is None else level * each.weights
            left[each.ballots] = np.maximum(owned, 0.0, out=owned)

    def _offers(
        self, share: float, left: Floats, queue: list[tuple[float, int]], number: int, above: float
    ) -> list[_Offer] | None:
        """All that may be the least in this round; None where it is not sure who can pay."""
        offers: list[_Offer] = []
        limit = most = _NEVER
        while queue and queue[0][0] <= limit:
            lower, place = heapq.heappop(queue)
            each = self.support.projects[place]
            if each is None:
                continue
            owned = left[each.ballots]
            noise = ROUNDING * share * each.total_voters
            margin = NEAR * each.cost + noise
            spare = inner(each.voters, owned) - each.cost
            if spare < -margin:
                continue
            if spare < margin:
                return None
            level, slope = level_of(each, owned, self.levels.get((number, place), lower * each.unit))
            self.levels[number, place] = level
            slack = NEAR * level + noise / slope
            offers.append(((level - slack) / each.unit, place, (level + slack) / each.unit, level, owned))
            most = min(most, offers[-1][2])
            limit = max(most, above)
        return offers


def level_of(each: Supporters, owned: Floats, level: float) -> tuple[float, float]:
    """The least price per weight that raises the cost, and how much more a higher price raises (the slope).

    Newton's steps on a concave function: from any start the first comes below the price, the others up to it; it is
    found when who is rich no longer changes. The slope is 0 where all pay all they have.
    """
    last = -1.0
    while True:
        need = level if each.weights is None else level * each.weights
        slope = inner(each.slopes, owned > need)
        if slope == last:
            return level, slope
        if slope <= 0:
            if last > 0:
                return level, 0.0
            level /= 2  # the start was above what anybody owns
            continue
        step = (each.cost - inner(each.voters, np.minimum(owned, need))) / slope
        if step <= 0 < last:  # only rounding is left
            return level, slope
        level += step
        last = slope
