"""Find one panel: whole numbers of each type within bounds that meet the quotas, for given costs.

Exactly by an integer program over all types. Quickly: solve the linear program (from where the last one ended), keep
what came out whole, and let the integer program decide over the broken types and those that cost least to change; with
more and more of them until a panel is there. So "no panel" is always the integer program's word over all types.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from civic_compute.sortition.panel_space import Numbers, PanelSpace
from civic_compute.sortition.solver import Program

PanelCounts = NDArray[np.int64]
_NEAR: Final = 60  # types let free beside the broken ones, at first
_WHOLE: Final = 1e-6


@dataclass(frozen=True, eq=False)
class Bounds:
    """Of the types (lower, upper) and of the rows."""

    lower: Numbers
    upper: Numbers
    row_lower: Numbers
    row_upper: Numbers


def all_panels(space: PanelSpace) -> Bounds:
    return Bounds(np.zeros(len(space.counts)), space.counts, space.lower, space.upper)


class PanelFinder:
    """Keeps the programs of a pool between questions."""

    def __init__(self, space: PanelSpace) -> None:
        self.space = space
        self._matrix = space.rows.tocsc()
        self._relaxed = self._program(whole=False)
        self._exact: Program | None = None

    def _program(self, *, whole: bool) -> Program:
        space = self.space
        return Program(
            cost=np.zeros(len(space.counts)), matrix=self._matrix, row_lower=space.lower, row_upper=space.upper,
            lower=np.zeros(len(space.counts)), upper=space.counts, whole=whole,
        )  # fmt: skip

    def cheapest(self, cost: Numbers) -> PanelCounts | None:
        """The panel of least cost among all; None when no panel meets the quotas."""
        if self._exact is None:
            self._exact = self._program(whole=True)
        self._exact.change_costs(cost)
        solution = self._exact.solve()
        return None if solution is None else np.rint(solution.values).astype(np.int64)

    def cheap(self, cost: Numbers, bounds: Bounds) -> PanelCounts | None:
        """A panel within the bounds of about the least cost; None when there is no panel."""
        self._relaxed.change_bounds(bounds.lower, bounds.upper)
        self._relaxed.change_rows(bounds.row_lower, bounds.row_upper)
        self._relaxed.change_costs(cost)
        relaxed = self._relaxed.solve()
        if relaxed is None:
            return None
        whole = np.rint(relaxed.values)
        broken = np.abs(relaxed.values - whole) > _WHOLE
        if not np.any(broken):
            return whole.astype(np.int64)
        return self._nearby(cost, bounds, whole, broken, relaxed.prices)

    def _nearby(
        self, cost: Numbers, bounds: Bounds, whole: Numbers, broken: NDArray[np.bool_], prices: Numbers
    ) -> PanelCounts | None:
        dear = np.where(bounds.upper - bounds.lower > 0.5, np.abs(prices), np.inf)
        dear[broken] = -1.0
        order = np.argsort(dear, kind="stable")
        movable = int(np.sum(np.isfinite(dear)))
        free = min(int(np.sum(broken)) + _NEAR, movable)
        while True:
            found = self._around(cost, bounds, whole, np.sort(order[:free]))
            if found is not None or free == movable:
                return found
            free = min(4 * free, movable)

    def _around(self, cost: Numbers, bounds: Bounds, whole: Numbers, free: NDArray[np.intp]) -> PanelCounts | None:
        """The panel of about the least cost that differs from `whole` only in the free types."""
        panel = whole.copy()
        panel[free] = 0.0
        kept = self._matrix @ panel
        solution = Program(
            cost=cost[free], matrix=self._matrix[:, free], row_lower=bounds.row_lower - kept,
            row_upper=bounds.row_upper - kept, lower=bounds.lower[free], upper=bounds.upper[free], whole=True,
            mip_rel_gap=0.05, mip_abs_gap=1e-6,
        ).solve()  # fmt: skip
        if solution is None:
            return None
        panel[free] = np.rint(solution.values)
        return panel.astype(np.int64)
