"""From a lottery over types to one over persons in which persons of a type have equal chances, exactly.

Weights are integers that sum to 10^12. For one type, time runs through the panels that have it, those with most places
first, each for its weight; place j is then open from 0 to some length, longer for lower j. Schmidt's rule (1984, for
preemptive scheduling) gives each person the same time without being in two places at once, and cuts a panel in two at
most once for each person. So a pool of m persons gets a lottery of about m panels rather than of all combinations.
Several persons of one address: where a panel takes more than one from addresses of one pattern, the addresses take
turns in it instead.
"""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import lcm
from typing import Final

import numpy as np

from civic_compute.sortition.master import TypeLottery
from civic_compute.sortition.model import WHOLE, Panel
from civic_compute.sortition.panel_space import Numbers
from civic_compute.sortition.person_types import Grouping, Households

_FINE: Final = 1000  # of 10^12: a panel is not cut into pieces finer than this


@dataclass(frozen=True)
class _Stay:
    """A person is in a panel from a moment to a moment of its weight."""

    start: int
    end: int
    person: str


def whole_weights(shares: Numbers, total: int = WHOLE) -> list[int]:
    """Integers in proportion to the shares that sum to the total (largest remainders, earlier first)."""
    exact = [float(share) / float(np.sum(shares)) * total for share in shares]
    weights = [int(number) for number in exact]
    order = sorted(range(len(exact)), key=lambda place: (weights[place] - exact[place], place))
    missing = total - sum(weights)
    for turn in range(abs(missing)):
        weights[order[turn % len(order)] if missing > 0 else int(np.argmax(weights))] += 1 if missing > 0 else -1
    return weights


def person_lottery(grouping: Grouping, lottery: TypeLottery) -> tuple[Panel, ...]:
    """Panels of persons, the heaviest first; every person of a type has the same chance (to 10^-8 and less)."""
    weights = whole_weights(lottery.shares)
    stays: list[list[_Stay]] = [[] for _ in weights]
    together = {place for homes in grouping.households for place in homes.types}
    for place, kind in enumerate(grouping.types):
        if place not in together:
            slots = [(panel, int(counts[place]), weights[panel]) for panel, counts in enumerate(lottery.panels)]
            _spread(kind.persons, slots, stays)
    for homes in grouping.households:
        _spread_homes(homes, lottery, weights, stays)
    return _panels(grouping, weights, stays)


def _spread_homes(homes: Households, lottery: TypeLottery, weights: list[int], stays: list[list[_Stay]]) -> None:
    alone: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for panel, counts in enumerate(lottery.panels):
        taken = [int(counts[place]) for place in homes.types]
        if sum(taken) == 1:
            alone[taken.index(1)].append((panel, 1, weights[panel]))
        elif sum(taken) > 1:
            _take_turns(homes, taken, weights[panel], stays[panel])
    for kind, slots in alone.items():
        _spread(tuple(person for home in homes.addresses for person in home[kind]), slots, stays)


def _take_turns(homes: Households, taken: list[int], weight: int, stays: list[_Stay]) -> None:
    """The addresses stand in a circle and move one place on for each equal part of the weight."""
    places = [kind for kind, number in enumerate(taken) for _ in range(number)]
    around = len(homes.addresses)
    turns = around * lcm(*(len(homes.addresses[0][kind]) for kind in set(places)))
    for turn in range(turns):
        start, end = weight * turn // turns, weight * (turn + 1) // turns
        for shift, kind in enumerate(places):
            home = homes.addresses[(turn + shift) % around][kind]
            stays.append(_Stay(start, end, home[turn // around % len(home)]))


def _spread(persons: tuple[str, ...], slots: list[tuple[int, int, int]], stays: list[list[_Stay]]) -> None:
    """Share the places (panel, how many, weight) equally among persons of one type."""
    slots = sorted((slot for slot in slots if slot[1]), key=lambda slot: (-slot[1], slot[0]))
    if not slots:
        return
    lines = [sum(weight for _, number, weight in slots if number > line) for line in range(slots[0][1])]
    each, more = divmod(sum(lines), len(persons))
    starts, moment = [], 0
    for _, _, weight in slots:
        starts.append(moment)
        moment += weight
    for turn, person in enumerate(persons):
        for start, end in _one_stay(lines, each + (turn < more)):
            _put(_Stay(start, end, person), slots, starts, stays)


def _one_stay(lines: list[int], needed: int) -> list[tuple[int, int]]:
    """Take the needed time from the open places (lengths, longest first): Schmidt's rule. Changes the lengths."""
    if not needed:
        return []
    shorter = next((line for line, length in enumerate(lines) if length <= needed), len(lines))
    if shorter == len(lines):
        lines[-1] -= needed
        return [(lines[-1], lines[-1] + needed)]
    whole = lines.pop(shorter)
    if whole == needed:
        return [(0, whole)]
    rest = needed - whole
    end = lines[shorter - 1]
    lines[shorter - 1] -= rest
    return [(0, whole), (end - rest, end)]


def _put(stay: _Stay, slots: list[tuple[int, int, int]], starts: list[int], stays: list[list[_Stay]]) -> None:
    """Put a stay in the type's time into the panels that it runs through."""
    place = bisect_right(starts, stay.start) - 1
    while place < len(slots) and starts[place] < stay.end:
        panel, _, weight = slots[place]
        first, last = max(stay.start - starts[place], 0), min(stay.end - starts[place], weight)
        if first < last:
            stays[panel].append(_Stay(first, last, stay.person))
        place += 1


def _cuts(weight: int, inside: list[_Stay]) -> tuple[list[int], dict[int, int]]:
    """Where a panel is cut, and the piece that begins at each moment; cuts nearer than _FINE are made one."""
    cuts = [0]
    place = {}
    for moment in sorted({0, weight, *(stay.start for stay in inside), *(stay.end for stay in inside)}):
        if moment - cuts[-1] >= _FINE:
            cuts.append(moment)
        place[moment] = len(cuts) - 1
    if len(cuts) == 1:
        return [0, weight], {moment: int(moment == weight) for moment in place}
    cuts[-1] = weight
    return cuts, place


def _panels(grouping: Grouping, weights: list[int], stays: list[list[_Stay]]) -> tuple[Panel, ...]:
    order = {person.id: place for place, person in enumerate(grouping.pool.persons)}
    found: dict[tuple[str, ...], int] = defaultdict(int)
    for weight, inside in zip(weights, stays, strict=True):
        cuts, place = _cuts(weight, inside)
        members: list[list[str]] = [[] for _ in cuts]
        for stay in inside:
            for part in range(place[stay.start], place[stay.end]):
                members[part].append(stay.person)
        for part, (start, end) in enumerate(pairwise(cuts)):
            found[tuple(sorted(members[part], key=order.__getitem__))] += end - start
    panels = (Panel(members, weight) for members, weight in found.items() if weight)
    return tuple(sorted(panels, key=lambda panel: (-panel.weight, [order[member] for member in panel.members])))
