"""Leximin over whole panels, exactly: stage by stage, panels found by integer programs with the duals as prices.

Each stage makes the least chance of the types not yet fixed as large as can be, with the fixed ones kept; it ends
when no panel has a better price. Types with a positive dual are fixed. (Flanigan et al. 2021, on types.) Slow for
large pools: used where no lottery reaches the relaxation's chances.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from civic_compute.sortition.master import TypeLottery
from civic_compute.sortition.panel_space import Numbers, PanelSpace
from civic_compute.sortition.panels import PanelCounts, PanelFinder, all_panels
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.solver import Program

_SLACKS: Final = (1e-10, 1e-9, 1e-8, 1e-7)
_PRICED: Final = 1e-6
_BETTER: Final = 1e-8


@dataclass(frozen=True, eq=False)
class Staged:
    """The chances of the types, a lottery that gives them, and whether every stage came to its end."""

    chances: Numbers
    lottery: TypeLottery
    exact: bool


def exact_leximin(
    space: PanelSpace, finder: PanelFinder, panels: Iterable[PanelCounts], *, rounds: int,
    progress: Callable[[str], None] = lambda _: None,
) -> Staged:  # fmt: skip
    """Leximin over all lotteries, from some panels to begin with; at most so many integer programs."""
    work = _Work(space, finder, list(panels), rounds)
    while not np.all(work.fixed) and work.rounds > 0:
        work.stage()
        progress(f"{int(np.sum(work.fixed))} of {len(work.fixed)} types have their exact chance")
    lottery = work.lottery()
    exact = bool(np.all(work.fixed))
    return Staged(work.chances if exact else lottery.chances(space), lottery, exact)


@dataclass
class _Work:
    space: PanelSpace
    finder: PanelFinder
    panels: list[PanelCounts]
    rounds: int
    fixed: NDArray[np.bool_] = field(init=False)
    chances: Numbers = field(init=False)
    shares: Numbers = field(init=False)

    def __post_init__(self) -> None:
        self.fixed = np.zeros(len(self.space.counts), dtype=bool)
        self.chances = np.zeros(len(self.space.counts))
        self.shares = np.zeros(0)
        if not self.panels:
            first = self.finder.cheapest(np.zeros(len(self.space.counts)))
            if first is None:
                raise SortitionProblem("no_panel", size=self.space.size)
            self.panels = [first]

    def stage(self) -> None:
        """Solve one stage to its end, with new panels, and fix what holds it back."""
        program, slack = self._ready()
        known = {panel.tobytes() for panel in self.panels}
        while self.rounds > 0:
            self.rounds -= 1
            solution = program.solve()
            if solution is None:
                program, slack = self._ready(10 * slack)
                continue
            self.shares = solution.values[1:]
            duals = np.maximum(solution.duals[:-1], 0.0)
            panel = self._better(duals / self.space.counts, -solution.duals[-1], known)
            if panel is None:
                self._fix(float(solution.values[0]), duals)
                return
            known.add(panel.tobytes())
            self.panels.append(panel)
            program.add_column(0.0, np.append(panel / self.space.counts, 1.0))

    def _better(self, worth: Numbers, price: float, known: set[bytes]) -> PanelCounts | None:
        for find in (lambda cost: self.finder.cheap(cost, all_panels(self.space)), self.finder.cheapest):
            panel: PanelCounts | None = find(-worth)
            if panel is not None and panel @ worth > price + _BETTER and panel.tobytes() not in known:
                return panel
        return None

    def _fix(self, least: float, duals: Numbers) -> None:
        held = ~self.fixed & (duals > _PRICED)
        held = held if np.any(held) else ~self.fixed
        self.chances[held] = max(0.0, least)
        self.fixed |= held

    def _ready(self, slack: float = _SLACKS[0]) -> tuple[Program, float]:
        """The stage's program over the panels known; its first column is z, which the free types stay above."""
        from scipy.sparse import csc_array

        if slack > _SLACKS[-1] * 1.5:
            raise SortitionProblem("not_calculated", what="leximin")
        parts = np.vstack([np.array(self.panels).T / self.space.counts[:, None], np.ones(len(self.panels))])
        first = np.append(np.where(self.fixed, 0.0, -1.0), 0.0)
        program = Program(
            cost=np.concatenate([[-1.0], np.zeros(len(self.panels))]),
            matrix=csc_array(np.hstack([first[:, None], parts])),
            row_lower=np.append(np.where(self.fixed, self.chances - slack, 0.0), 1.0),
            row_upper=np.append(np.full(len(self.fixed), np.inf), 1.0),
            lower=np.zeros(len(self.panels) + 1), upper=np.concatenate([[1.0], np.full(len(self.panels), np.inf)]),
        )  # fmt: skip
        return program, slack

    def lottery(self) -> TypeLottery:
        shares = np.clip(self.shares, 0.0, None)
        used = np.flatnonzero(shares > 1e-15)
        return TypeLottery(tuple(self.panels[place] for place in used), shares[used] / np.sum(shares[used]))
