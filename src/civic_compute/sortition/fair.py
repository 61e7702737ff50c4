"""A fair lottery over panels: chances by the objective, then a lottery that gives them and so proves them.

The chances are found over fractional panels, which no lottery can better. Then panels are peeled off (`peeling`) and,
where some share is left, better ones found by their price (`master`). If that proves that no lottery reaches the
chances, leximin is solved over whole panels, stage by stage (`stages`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from civic_compute.sortition.feasibility import pool_space
from civic_compute.sortition.greedy import greedy_lottery
from civic_compute.sortition.linear import leximin_bound
from civic_compute.sortition.master import TypeLottery, nearest_lottery
from civic_compute.sortition.model import Objective, Pool
from civic_compute.sortition.objectives import best_chances
from civic_compute.sortition.panel_space import Numbers, PanelSpace
from civic_compute.sortition.panels import PanelFinder
from civic_compute.sortition.peeling import peel
from civic_compute.sortition.person_types import Grouping, group
from civic_compute.sortition.persons import person_lottery
from civic_compute.sortition.result import FairLottery, TypeChance
from civic_compute.sortition.stages import exact_leximin

CERTAIN: Final = 2e-6  # a lottery this near to the chances certifies them
_NEAR: Final = 1e-7
_ROUNDS: Final = 3000  # integer programs at most: a count, not a clock, so that the result is the same each time
_ZERO: Final = 1e-9

Progress = Callable[[str], None]


def quiet(_words: str) -> None:
    """Progress that nobody asked for."""


def fair_lottery(
    pool: Pool, objective: Objective = Objective.LEXIMIN, *, progress: Progress = quiet, rounds: int = _ROUNDS
) -> FairLottery:
    """The fairest lottery by the objective (Flanigan et al. 2021; Baharav and Flanigan 2024 for Goldilocks).

    Raises SortitionProblem as `feasibility.require_feasible`. The order of persons never matters.
    """
    if objective is Objective.LEGACY:
        return greedy_lottery(pool, progress=progress)
    grouping = group(pool)
    space = pool_space(grouping)
    progress("there are panels that meet the quotas")
    chances = best_chances(space, objective)
    progress("the chances are found; a lottery that gives them is looked for")
    found = _reach(space, objective, chances, rounds=rounds, progress=progress)
    progress("the lottery over types is dealt out to persons")
    return FairLottery(
        pool, objective, _types(grouping, found.chances), person_lottery(grouping, found.lottery), found.certified,
        found.shortfall(space), found.by,
    )  # fmt: skip


def leximin_chances(pool: Pool) -> tuple[TypeChance, ...]:
    """The leximin chances over fractional panels alone: no lottery is better in the leximin order."""
    grouping = group(pool)
    return _types(grouping, leximin_bound(pool_space(grouping)))


def _types(grouping: Grouping, chances: Numbers) -> tuple[TypeChance, ...]:
    sure = np.where(chances < _ZERO, 0.0, np.where(chances > 1 - _ZERO, 1.0, chances))
    return tuple(TypeChance(kind, float(chance)) for kind, chance in zip(grouping.types, sure, strict=True))


@dataclass(frozen=True, eq=False)
class _Found:
    chances: Numbers
    lottery: TypeLottery
    certified: bool
    by: str

    def shortfall(self, space: PanelSpace) -> float:
        return float(np.max(np.abs(self.chances - self.lottery.chances(space))))


def _reach(space: PanelSpace, objective: Objective, chances: Numbers, *, rounds: int, progress: Progress) -> _Found:
    """A lottery that gives the chances; where none does, the nearest, or leximin over whole panels."""
    finder = PanelFinder(space)
    peeled = peel(space, finder, chances, progress=progress)
    if peeled.left <= _NEAR:
        shares = np.array(peeled.shares)
        return _Found(chances, TypeLottery(peeled.panels, shares / np.sum(shares)), certified=True, by="relaxation")
    difference, lottery, proven = nearest_lottery(
        space, finder, chances, peeled.panels, enough=_NEAR, rounds=rounds, progress=progress
    )
    if difference <= CERTAIN or not proven:
        return _Found(chances, lottery, difference <= CERTAIN, "relaxation")
    if objective not in {Objective.LEXIMIN, Objective.MAXIMIN}:
        return _Found(lottery.chances(space), lottery, certified=False, by="nearest")
    # leximin makes the least chance as large as can be, so it is maximin too
    staged = exact_leximin(space, finder, peeled.panels + lottery.panels, rounds=rounds, progress=progress)
    return _Found(staged.chances, staged.lottery, staged.exact, "stages")
