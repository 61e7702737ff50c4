"""Leximin over the linear relaxation: chances that no lottery over panels can better, from a few small programs.

A lottery gives each type t the chance E[x_t] / n_t, and E[x] is a point of the relaxation (quotas met by fractions).
So the fractional leximin is an upper bound in the leximin order, and exact where a lottery reaches it
(`methods.md` section 3).

Stage by stage: x_t = n_t (z + s_t) for types not yet fixed and n_t (f_t + s_t) for fixed ones, s_t >= 0, z as large
as can be; a type whose s_t has a price (reduced cost) cannot have more and is fixed at z. That p_t <= 1 is asked of a
type once it is broken, so that a program has about as many rows as there are quotas.
"""

from typing import TYPE_CHECKING, Final

import numpy as np

from civic_compute.sortition.panel_space import Numbers, PanelSpace
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.solver import Program

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csc_array

_PRICED: Final = 1e-7  # the prices of one stage sum to one
_SLACKS: Final = (1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6)  # fixed chances beside equal quotas may miss by rounding


def leximin_bound(space: PanelSpace, *, most: float = 1.0) -> Numbers:
    """The chance of each type, shape (types,): leximin over all fractional panels that meet the quotas.

    Nobody's chance is above `most`. Types that fit no fractional panel get 0. Raises SortitionProblem("no_panel") when there is none at all.
    """
    from scipy.sparse import diags_array

    weighted = (space.rows @ diags_array(space.counts)).tocsc()
    fixed = np.zeros(len(space.counts), dtype=bool)
    chances = np.zeros(len(space.counts))
    capped: NDArray[np.intp] = np.zeros(0, dtype=np.intp)
    while not np.all(fixed):
        z, extra, prices = _stage(space, weighted, fixed, chances, capped, most=most)
        over = np.flatnonzero(~fixed & (z + extra > most + 1e-9))
        if len(over):
            capped = np.concatenate([capped, over])
            continue
        held = ~fixed & (prices > _PRICED)
        held = held if np.any(held) else ~fixed
        chances[held] = z
        fixed |= held
    return nearest_chances(space, chances)


def _stage(
    space: PanelSpace, weighted: "csc_array", fixed: "NDArray[np.bool_]", chances: Numbers, capped: "NDArray[np.intp]",
    *, most: float,
) -> tuple[float, Numbers, Numbers]:
    """The greatest least chance of the free types, what each type has above its least, and the prices of that."""
    caps = capped[~fixed[capped]]
    matrix = _with_caps(weighted, (~fixed).astype(float), caps)
    for slack in _SLACKS:
        base = weighted @ np.where(fixed, chances - slack, 0.0)
        solution = Program(
            cost=np.append(np.zeros(len(fixed)), -1.0),
            matrix=matrix,
            row_lower=np.concatenate([space.lower - base, np.full(len(caps), -np.inf)]),
            row_upper=np.concatenate([space.upper - base, np.full(len(caps), most)]),
            lower=np.zeros(len(fixed) + 1),
            upper=np.append(np.where(fixed, most - chances + slack, most), most),
        ).solve()
        if solution is not None:
            return float(solution.values[-1]), solution.values[:-1], solution.prices[:-1]
    raise SortitionProblem("no_panel", size=space.size)


def _with_caps(weighted: "csc_array", free: Numbers, caps: "NDArray[np.intp]") -> "csc_array":
    """The rows of the quotas with a last column for z, and below them s_t + z of the capped types."""
    from scipy.sparse import csc_array, hstack, vstack

    matrix = hstack([weighted, csc_array((weighted @ free)[:, None])], format="csc")
    if not len(caps):
        return matrix
    places = (np.tile(np.arange(len(caps)), 2), np.concatenate([caps, np.full(len(caps), len(free))]))
    below = csc_array((np.ones(2 * len(caps)), places), shape=(len(caps), len(free) + 1))
    return vstack([matrix, below], format="csc")


def nearest_chances(space: PanelSpace, chances: Numbers) -> Numbers:
    """The chances of the fractional panel nearest to those given (the largest difference is least), shape (types,)."""
    from scipy.sparse import csc_array, diags_array, eye_array, hstack, vstack

    weighted = (space.rows @ diags_array(space.counts)).tocsc()
    types = len(chances)
    ones = csc_array(np.ones((types, 1)))
    same = eye_array(types, format="csc")
    nothing = csc_array((weighted.shape[0], 1))
    solution = Program(
        cost=np.append(np.zeros(types), 1.0),
        matrix=vstack([hstack([weighted, nothing]), hstack([same, ones]), hstack([same, -ones])], format="csc"),
        row_lower=np.concatenate([space.lower, chances, np.full(types, -np.inf)]),
        row_upper=np.concatenate([space.upper, np.full(types, np.inf), chances]),
        lower=np.zeros(types + 1),
        upper=np.ones(types + 1),
    ).solve()
    nearest = chances if solution is None else solution.values[:-1]
    return np.clip(nearest, 0.0, 1.0)
