"""The best lottery over the panels known so far, and the prices by which a better panel is found (column generation)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from civic_compute.sortition.panel_space import Numbers, PanelSpace
from civic_compute.sortition.panels import PanelCounts, PanelFinder, all_panels
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.solver import Program, Solution

_BETTER: Final = 1e-8  # a panel is better when its price is below this, relative to the prices' size


@dataclass(frozen=True, eq=False)
class TypeLottery:
    """Panels as whole numbers of each type, with their shares (they sum to one)."""

    panels: tuple[PanelCounts, ...]
    shares: Numbers

    def chances(self, space: PanelSpace) -> Numbers:
        """What each person of each type gets, shape (types,)."""
        return np.asarray(self.shares @ np.array(self.panels)) / space.counts


class Nearest:
    """The lottery whose chances are nearest to the wanted ones: the largest difference, up or down, is least."""

    def __init__(self, space: PanelSpace, wanted: Numbers, panels: Iterable[PanelCounts]) -> None:
        from scipy.sparse import csc_array

        self.space = space
        self.panels: list[PanelCounts] = []
        self._known: set[bytes] = set()
        types = len(wanted)
        difference = np.concatenate([np.ones(types), -np.ones(types), np.zeros(1)])
        self._program = Program(
            cost=np.ones(1), matrix=csc_array(difference[:, None]), lower=np.zeros(1), upper=np.full(1, np.inf),
            row_lower=np.concatenate([wanted, np.full(types, -np.inf), np.ones(1)]),
            row_upper=np.concatenate([np.full(types, np.inf), wanted, np.ones(1)]),
        )  # fmt: skip
        for panel in panels:
            self.add(panel)

    def add(self, panel: PanelCounts) -> bool:
        """Take the panel in; False when it was there."""
        if panel.tobytes() in self._known:
            return False
        self._known.add(panel.tobytes())
        self.panels.append(panel)
        part = panel / self.space.counts
        self._program.add_column(0.0, np.concatenate([part, part, np.ones(1)]))
        return True

    def solve(self) -> tuple[float, TypeLottery, Numbers]:
        """The largest difference, the lottery, and the worth of one more person of each type (types,)."""
        solution = self._program.solve()
        if solution is None:
            raise SortitionProblem("not_calculated", what="the lottery")
        types = len(self.space.counts)
        worth = (solution.duals[:types] + solution.duals[types : 2 * types]) / self.space.counts
        return solution.objective, self._lottery(solution), worth

    def _lottery(self, solution: Solution) -> TypeLottery:
        shares = np.clip(solution.values[1:], 0.0, None)
        used = np.flatnonzero(shares > 1e-15)
        return TypeLottery(tuple(self.panels[place] for place in used), shares[used] / np.sum(shares[used]))


def _first(space: PanelSpace, finder: PanelFinder, wanted: Numbers) -> PanelCounts:
    panel = finder.cheapest(-wanted)
    if panel is None:
        raise SortitionProblem("no_panel", size=space.size)
    return panel


def nearest_lottery(
    space: PanelSpace, finder: PanelFinder, wanted: Numbers, panels: Iterable[PanelCounts], *, enough: float,
    rounds: int, progress: Callable[[str], None] = lambda _: None,
) -> tuple[float, TypeLottery, bool]:  # fmt: skip
    """The largest difference, the lottery, and whether no lottery at all comes nearer (or near `enough`)."""
    master = Nearest(space, wanted, tuple(panels) or (_first(space, finder, wanted),))
    everything = all_panels(space)
    for number in range(rounds):
        difference, lottery, worth = master.solve()
        progress(f"round {number + 1}: the lottery is within {difference:.1e}")
        if difference <= enough:
            return difference, lottery, True
        best = max(float(panel @ worth) for panel in lottery.panels)
        panel = finder.cheap(-worth, everything)
        if panel is None or panel @ worth <= best + _BETTER * float(np.max(np.abs(worth))) or not master.add(panel):
            panel = finder.cheapest(-worth)
            if panel is None or panel @ worth <= best + _BETTER * float(np.max(np.abs(worth))) or not master.add(panel):
                return difference, lottery, True
    return difference, lottery, False
