"""The greedy draw of practitioners, to compare with: fast and simple, and unfair in ways it does not show.

Again and again the value is taken that is hardest to fill (members still needed / persons still there), and one of
its persons at random; once a value is full its other persons are left out. When nothing is needed any more the rest
is drawn from everybody left. A draw that gets stuck begins again. (Called LEGACY in Flanigan et al. 2021.) Its
chances are known only by repeating it: the lottery given here is that of many repetitions.
"""

from collections import Counter
from collections.abc import Callable
from typing import Final

import numpy as np

from civic_compute.chance import Stream
from civic_compute.sortition.feasibility import pool_space
from civic_compute.sortition.model import Objective, Panel, Person, Pool
from civic_compute.sortition.person_types import Grouping, group
from civic_compute.sortition.persons import whole_weights
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.result import FairLottery, TypeChance

DRAWS: Final = 1000
_TRIES: Final = 50  # for each draw, on average
_SEED: Final = b"the practitioners' greedy draw"


def greedy_lottery(pool: Pool, *, draws: int = DRAWS, progress: Callable[[str], None] = lambda _: None) -> FairLottery:
    """The lottery of so many repeated draws; never certified.

    The chance of a type is the mean of its persons'. Raises SortitionProblem as `feasibility.require_feasible`, and
    "greedy_stuck" when too few draws come to an end.
    """
    grouping = group(pool)
    pool_space(grouping)
    work = _Greedy(pool, Stream(_SEED))
    found: Counter[tuple[int, ...]] = Counter()
    tries = 0
    while found.total() < draws:
        tries += 1
        if tries > _TRIES * draws:
            raise SortitionProblem("greedy_stuck", tries=tries - 1)
        panel = work.draw()
        if panel is not None:
            found[panel] += 1
            progress(f"{found.total()} of {draws} greedy draws, {tries - found.total()} got stuck")
    return _lottery(grouping, work.persons, found)


class _Greedy:
    """The pool in lists: which values each person has, who has a value, who shares an address."""

    def __init__(self, pool: Pool, stream: Stream) -> None:
        self.size, self.stream = pool.size, stream
        self.persons: list[Person] = [person for person in pool.persons if not person.excluded]
        place = {(quota.category, quota.value): number for number, quota in enumerate(pool.quotas)}
        self.values = [
            [place[key] for key in zip(pool.categories, person.values, strict=True)] for person in self.persons
        ]
        self.least = [quota.least for quota in pool.quotas]
        self.most = [quota.most for quota in pool.quotas]
        self.having: list[list[int]] = [[] for _ in pool.quotas]
        self.home: dict[str, list[int]] = {}
        for number, (person, values) in enumerate(zip(self.persons, self.values, strict=True)):
            for value in values:
                self.having[value].append(number)
            if pool.one_per_address and person.address:
                self.home.setdefault(person.address, []).append(number)

    def draw(self) -> tuple[int, ...] | None:
        """The places of the members, or None when it got stuck."""
        left = [True] * len(self.persons)
        there = [len(persons) for persons in self.having]
        needed, room = list(self.least), list(self.most)
        for value, most in enumerate(room):
            if most == 0:
                self._leave_out(self.having[value], left, there)
        chosen: list[int] = []
        while len(chosen) < self.size:
            person = self._pick(left, needed, there)
            if person is None:
                return None
            chosen.append(person)
            self._leave_out([person, *self.home.get(self.persons[person].address, [])], left, there)
            for value in self.values[person]:
                needed[value] -= 1
                room[value] -= 1
                if room[value] == 0:
                    self._leave_out(self.having[value], left, there)
        return tuple(sorted(chosen)) if max(needed) <= 0 else None

    def _leave_out(self, persons: list[int], left: list[bool], there: list[int]) -> None:
        for person in persons:
            if left[person]:
                left[person] = False
                for value in self.values[person]:
                    there[value] -= 1

    def _pick(self, left: list[bool], needed: list[int], there: list[int]) -> int | None:
        """Somebody of the value that is hardest to fill; None when a value cannot be filled any more."""
        hardest, ratio = -1, 0.0
        for value, members in enumerate(needed):
            if members > 0:
                if members > there[value]:
                    return None
                if members / there[value] > ratio:
                    hardest, ratio = value, members / there[value]
        among = range(len(left)) if hardest < 0 else self.having[hardest]
        places = [person for person in among if left[person]]
        return places[self.stream.below(len(places))] if places else None


def _lottery(grouping: Grouping, persons: list[Person], found: Counter[tuple[int, ...]]) -> FairLottery:
    panels = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    weights = whole_weights(np.array([often for _, often in panels], dtype=float))
    lottery = tuple(
        Panel(tuple(persons[place].id for place in members), weight)
        for (members, _), weight in zip(panels, weights, strict=True)
    )
    chances: dict[str, float] = {person.id: 0.0 for person in persons}
    for panel in lottery:
        for member in panel.members:
            chances[member] += panel.probability
    types = tuple(
        TypeChance(kind, sum(chances[name] for name in kind.persons) / len(kind.persons)) for kind in grouping.types
    )
    apart = max(abs(chances[name] - kind.probability) for kind in types for name in kind.kind.persons)
    return FairLottery(grouping.pool, Objective.LEGACY, types, lottery, certified=False, shortfall=apart, by="greedy")
