"""Leximin over the linear relaxation: chances that no lottery over panels can better, from a few small programs.

A lottery gives each type t the chance E[x_t] / n_t, and E[x] is a point of the relaxation (quotas met by fractions).
So the fractional leximin is an upper bound in the leximin order, and exact where a lottery reaches it
(`docs/algorithms/lotteries.md`).

Stage by stage: x_t = n_t (z + s_t) for types not yet fixed and n_t (f_t + s_t) for fixed ones, s_t >= 0, z as large
as can be; a type whose s_t has a price (reduced cost) cannot have more and is fixed at z. That p_t <= 1 is asked of a
type once it is broken, so that a program has about as many rows as there are quotas.
"""

from typing import TYPE_CHECKING, Final

import numpy as np

from civic_compute.sortition.panel_space import Numbers, PanelSpace
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.solver import Program, Solution

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PRICED: Final = 1e-7  # the prices of one stage sum to one
_SLACKS: Final = (1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6)  # fixed chances beside equal quotas may miss by rounding


def leximin_bound(space: PanelSpace, *, most: float = 1.0) -> Numbers:
    """The chance of each type, shape (types,): leximin over all fractional panels that meet the quotas.

    Nobody's chance is above `most`. Types that fit no fractional panel get 0. Raises SortitionProblem("no_panel")
    when there is none at all.
    """
    stages = _Stages(space, most)
    while not np.all(stages.fixed):
        stages.step()
    return nearest_chances(space, stages.chances)


class _Stages:
    """One program for all stages, each solved from where the last one ended. Columns: s_t, then z."""

    def __init__(self, space: PanelSpace, most: float) -> None:
        from scipy.sparse import csc_array, diags_array, hstack

        types = len(space.counts)
        self.space, self.most, self.slacks = space, most, list(_SLACKS)
        self.weighted = (space.rows @ diags_array(space.counts)).tocsc()
        self.fixed: NDArray[np.bool_] = np.zeros(types, dtype=bool)
        self.chances = np.zeros(types)
        self.caps: list[int] = []  # types whose p <= most has a row
        self.program = Program(
            cost=np.append(np.zeros(types), -1.0),
            matrix=hstack([self.weighted, csc_array(space.rows @ space.counts[:, None])], format="csc"),
            row_lower=space.lower, row_upper=space.upper, lower=np.zeros(types + 1), upper=np.full(types + 1, most),
        )  # fmt: skip

    def step(self) -> None:
        """Solve a stage, and fix the types that hold it back; or give types that went over `most` a row."""
        solution = self._solved()
        z, extra, prices = float(solution.values[-1]), solution.values[:-1], solution.prices[:-1]
        over = np.flatnonzero(~self.fixed & (z + extra > self.most + 1e-9)).tolist()
        if over:
            for kind in over:
                self.program.add_row(-np.inf, self.most, [kind, len(self.fixed)], [1.0, 1.0])
            self.caps += over
            return
        held = ~self.fixed & (prices > _PRICED)
        held = held if np.any(held) else ~self.fixed
        self.chances[held] = z
        self.fixed |= held
        self._change()

    def _solved(self) -> Solution:
        while True:
            solution = self.program.solve()
            if solution is not None:
                return solution
            if len(self.slacks) == 1 or not np.any(self.fixed):
                raise SortitionProblem("no_panel", size=self.space.size)
            del self.slacks[0]
            self._change()

    def _change(self) -> None:
        """Write the fixed types into the program: they no longer move with z."""
        slack, types = self.slacks[0], len(self.fixed)
        base = self.weighted @ np.where(self.fixed, self.chances - slack, 0.0)
        caps = np.where(self.fixed[self.caps], np.inf, self.most) if self.caps else np.zeros(0)
        self.program.change_rows(
            np.concatenate([self.space.lower - base, np.full(len(caps), -np.inf)]),
            np.concatenate([self.space.upper - base, caps]),
        )
        self.program.change_column(types, self.weighted @ (~self.fixed).astype(float))
        upper = np.where(self.fixed, self.most - self.chances + slack, self.most)
        self.program.change_bounds(np.zeros(types + 1), np.append(upper, self.most))


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
