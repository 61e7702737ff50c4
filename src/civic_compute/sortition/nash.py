"""Nash welfare over fractional panels: the chances whose product over persons is largest.

A barrier method on sum of n_t log p_t (Boyd and Vandenberghe 2004, chapter 11). Limits that every fractional panel
meets with nothing to spare are found first, by one linear program, and held as equations; the others have a barrier.
Newton's equations are solved over the limits, of which there are few, and not over the types.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from civic_compute.sortition.linear import nearest_chances
from civic_compute.sortition.panel_space import Numbers, PanelSpace
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.solver import Program

_LAST: Final = 1e-9
_STEPS: Final = 60
_TIGHT: Final = 1e-6
_SCALE: Final = 1e4
_RIDGE: Final = 1e-13


@dataclass(frozen=True, eq=False)
class _Limits:
    """For the types that are neither certain nor impossible: equal @ x = level, below @ x < level, 0 < x < counts."""

    counts: Numbers
    equal: Numbers
    equal_level: Numbers
    below: Numbers
    below_level: Numbers

    def spare(self, point: Numbers) -> Numbers:
        return self.below_level - self.below @ point

    def value(self, point: Numbers, weight: float) -> float:
        """What is made least; infinite outside the limits."""
        spare, rest = self.spare(point), self.counts - point
        if min(np.min(spare, initial=1.0), np.min(rest), np.min(point)) <= 0:
            return float("inf")
        barrier = float(np.sum(np.log(spare)) + np.sum(np.log(rest)))
        return -float(self.counts @ np.log(point)) - weight * barrier


def nash_chances(space: PanelSpace, lexi: Numbers) -> Numbers:
    """The chance of each type, shape (types,); types whose leximin chance is 0 fit no panel and get 0."""
    spare, sure, point = _interior(space, lexi)
    chances = np.where(sure, 1.0, 0.0)
    held = (lexi > _LAST) & ~sure
    if np.any(held):
        limits = _limits(space, spare, held, space.rows @ np.where(sure, space.counts, 0.0))
        point, weight = point[held], 1.0
        while weight > _LAST:
            weight *= 0.1
            point = _centre(point, limits, weight)
        chances[held] = point / space.counts[held]
    return nearest_chances(_tight(space, chances), chances)


def _interior(space: PanelSpace, lexi: Numbers) -> tuple[NDArray[np.bool_], NDArray[np.bool_], Numbers]:
    """Which rows (upper, then lower) and which types' limits can be met with something to spare, and a point so.

    The point is scaled by t from 1 to _SCALE, so that all spare parts can be 1 at once. Gives for the rows whether
    they have something to spare, for the types whether they are certain, and the point.
    """
    from scipy.sparse import csc_array, eye_array, hstack, vstack

    types, rows = len(lexi), 2 * len(space.lower)
    possible = lexi > _LAST
    above = eye_array(types, format="csc")
    every = vstack([space.rows, -space.rows, above, -above], format="csc")
    level = np.concatenate([space.upper, -space.lower, np.where(possible, space.counts, 0.0), np.zeros(types)])
    spares = len(level)
    solution = Program(
        cost=np.concatenate([np.zeros(types + 1), -np.ones(spares)]),
        matrix=hstack([every, csc_array(-level[:, None]), eye_array(spares)], format="csc"),
        row_lower=np.full(spares, -np.inf), row_upper=np.zeros(spares),
        lower=np.concatenate([np.zeros(types), np.ones(1), np.zeros(spares)]),
        upper=np.concatenate([np.full(types, np.inf), np.full(1, _SCALE), np.ones(spares)]),
    ).solve()  # fmt: skip
    if solution is None:
        raise SortitionProblem("not_calculated", what="Nash")
    found = solution.values[types + 1 :] > 0.5
    point = solution.values[:types] / solution.values[types]
    return found[:rows], possible & ~found[rows : rows + types], point


def _limits(space: PanelSpace, spare: NDArray[np.bool_], held: NDArray[np.bool_], taken: Numbers) -> _Limits:
    rows = space.rows.toarray()[:, held]
    every = np.concatenate([rows, -rows])
    level = np.concatenate([space.upper - taken, taken - space.lower])
    one_side = len(rows)
    equal = ~spare[:one_side] | ~spare[one_side:]
    first = np.where(~spare[:one_side], level[:one_side], -level[one_side:])
    below = np.concatenate([~equal, ~equal])
    return _Limits(space.counts[held], rows[equal], first[equal], every[below], level[below])


def _centre(point: Numbers, limits: _Limits, weight: float) -> Numbers:
    """Newton's method for -sum n log x - weight * sum log(spare), on the equations, with halved steps where needed."""
    for _ in range(_STEPS):
        step, decrement = _newton(point, limits, weight)
        if decrement <= 1e-6 * weight:
            break
        value, size = limits.value(point, weight), 1.0
        while limits.value(point + size * step, weight) > value - 0.1 * size * decrement and size > 1e-12:
            size /= 2
        if size <= 1e-12:
            break
        point = point + size * step
    return point


def _newton(point: Numbers, limits: _Limits, weight: float) -> tuple[Numbers, float]:
    """The step, and how fast the value falls along it."""
    spare, rest = limits.spare(point), limits.counts - point
    gradient = -limits.counts / point + weight * (limits.below.T @ (1 / spare) + 1 / rest)
    inverse = 1 / (limits.counts / point**2 + weight / rest**2)  # of the diagonal part of the Hessian
    both = np.concatenate([limits.below, limits.equal])
    middle = (both * inverse) @ both.T
    few = len(spare)
    middle[np.arange(few), np.arange(few)] += spare**2 / weight
    miss = np.concatenate([np.zeros(few), limits.equal_level - limits.equal @ point])
    scale = 1 / np.sqrt(np.maximum(np.diag(middle), 1e-300))
    scaled = middle * scale[:, None] * scale[None, :]
    scaled[np.diag_indices_from(scaled)] += _RIDGE  # the sums of the categories are equal, so some rows depend
    prices = scale * np.linalg.solve(scaled, scale * (-miss - both @ (inverse * gradient)))
    step = -inverse * (gradient + both.T @ prices)
    return step, max(0.0, -float(gradient @ step))


def _tight(space: PanelSpace, chances: Numbers) -> PanelSpace:
    """The limits that the chances nearly meet with nothing to spare, as equations."""
    sums = space.rows @ (space.counts * chances)
    at_least, at_most = sums < space.lower + _TIGHT, sums > space.upper - _TIGHT
    return PanelSpace(
        space.rows, np.where(at_most, space.upper, space.lower), np.where(at_least, space.lower, space.upper),
        space.counts, space.size, space.quotas,
    )  # fmt: skip
