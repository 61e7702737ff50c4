"""Sequential Phragmén (Brill, Freeman, Janson, Lackner 2017) for projects with costs, exact."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

import numpy as np

from civic_compute.budgeting.model import Ints
from civic_compute.budgeting.support import Floats, Support, Supporters, inner

_NEAR: Final = 1e-9  # relative: what is closer is decided exactly


@dataclass(frozen=True)
class Loaded:
    """One round: the project's place, the exact load its supporters carry after it, and the projects tied with it."""

    place: int
    load: Fraction
    tied: tuple[int, ...] = ()


@dataclass
class _Run:
    support: Support
    loads: Floats  # of each ballot's voter, in doubles
    last: Ints  # the round in which the load was set, from 1; 0 where there is none
    levels: list[int] = field(default_factory=lambda: [0])  # the load of each round in units of 1 / scale
    scale: int = 1


def sequential_phragmen(support: Support, rank: Sequence[int]) -> list[Loaded]:
    """Each round the project whose supporters would carry the least load each, spread evenly, is chosen.

    Projects above the budget are left out from the start, and so are those without supporters. It stops at once when
    one of the projects tied for the least load does not fit what is left of the budget.
    """
    empty = np.zeros(len(support.ballots))
    run = _Run(support, empty, np.zeros(len(support.ballots), dtype=np.int64))
    left = support.election.budget * support.cost_scale
    queue = [
        (each.cost / each.total_voters * (1 - _NEAR), place)
        for place, each in enumerate(support.projects)
        if each is not None and support.costs[place] <= left
    ]
    heapq.heapify(queue)
    chosen: list[Loaded] = []
    while queue:
        tied, load = _least(run, queue)
        if any(support.costs[place] > left for place in tied):
            break
        tied.sort(key=lambda place: rank[place])
        for place in tied[1:]:
            heapq.heappush(queue, (float(load) * (1 - _NEAR), place))
        left -= support.costs[tied[0]]
        chosen.append(Loaded(tied[0], _set_load(run, tied[0]), tuple(tied) if len(tied) > 1 else ()))
    return chosen


def _least(run: _Run, queue: list[tuple[float, int]]) -> tuple[list[int], float]:
    """The projects of exactly the least load; a load never falls, so the last one known bounds it from below."""
    known: list[tuple[float, int]] = []
    least = float("inf")
    while queue and queue[0][0] <= least * (1 + _NEAR):
        _bound, place = heapq.heappop(queue)
        each = _supporters(run, place)
        load = (each.cost + inner(each.voters, run.loads[each.ballots])) / each.total_voters
        known.append((load, place))
        least = min(least, load)
    near = [place for load, place in known if load <= least * (1 + _NEAR)]
    exact = {place: _exact(run, place) for place in near} if len(near) > 1 else {near[0]: Fraction(0)}
    smallest = min(exact.values())
    tied = [place for place in near if exact[place] == smallest]
    for load, place in known:
        if place not in tied:
            heapq.heappush(queue, (load * (1 - _NEAR), place))
    return tied, least


def _supporters(run: _Run, place: int) -> Supporters:
    each = run.support.projects[place]
    if each is None:
        raise KeyError(place)
    return each


def _raised(run: _Run, place: int) -> int:
    """The project's cost and its supporters' loads together, in units of 1 / (scale * cost scale)."""
    each = _supporters(run, place)
    counts = np.bincount(run.last[each.ballots], weights=each.voters, minlength=1)
    carried = sum(int(counts[index]) * run.levels[index] for index in np.flatnonzero(counts))
    return run.support.costs[place] * run.scale + carried * run.support.cost_scale


def _exact(run: _Run, place: int) -> Fraction:
    each = _supporters(run, place)
    return Fraction(_raised(run, place), run.scale * run.support.cost_scale * int(each.total_voters))


def _set_load(run: _Run, place: int) -> Fraction:
    each = _supporters(run, place)
    raised = _raised(run, place)
    factor = run.support.cost_scale * int(each.total_voters)
    run.levels = [level * factor for level in run.levels]
    run.scale *= factor
    run.levels.append(raised)
    load = Fraction(raised, run.scale)
    run.loads[each.ballots] = float(load)
    run.last[each.ballots] = len(run.levels) - 1
    return load
