"""The chances that are best by each objective, over fractional panels.

Maximin and Goldilocks leave most chances open: among the best they take the smallest greatest chance, and then the
leximin one below it, so that the result is one.
"""

from typing import TYPE_CHECKING, Final

import numpy as np

from civic_compute.sortition.linear import leximin_bound
from civic_compute.sortition.model import Objective
from civic_compute.sortition.nash import nash_chances
from civic_compute.sortition.panel_space import Numbers, PanelSpace
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.solver import Program

if TYPE_CHECKING:
    from numpy.typing import NDArray

GAMMA: Final = 1.0  # the weight of the least chance in Goldilocks
_EXACT: Final = 1e-8
_CUTS: Final = 200
_SLACK: Final = 1e-8
_CERTAIN: Final = 1e-6


def best_chances(space: PanelSpace, objective: Objective) -> Numbers:
    """The chance of each type, shape (types,). Raises SortitionProblem("no_panel")."""
    lexi = leximin_bound(space)
    if objective is Objective.NASH:
        return nash_chances(space, lexi)
    possible = lexi > _SLACK
    if objective is Objective.MAXIMIN:
        most = _least_greatest(space, possible, float(np.min(lexi[possible])))
    elif objective is Objective.GOLDILOCKS:
        most = _goldilocks(space, possible)
    else:
        most = 1.0
    return leximin_bound(space, most=most + _SLACK) if most < 1 - _CERTAIN else lexi


def _least_greatest(space: PanelSpace, possible: "NDArray[np.bool_]", least: float) -> float:
    """The smallest greatest chance when nobody who fits a panel has less than `least`."""
    program = _between(space, possible, np.zeros((0, 2)), cost=(0.0, 1.0, 0.0))
    types = len(space.counts)
    lower = np.concatenate([np.where(possible, least - _SLACK, 0.0), np.zeros(3)])
    program.change_bounds(np.maximum(lower, 0.0), np.append(np.ones(types + 2), np.inf))
    solution = program.solve()
    if solution is None:
        raise SortitionProblem("not_calculated", what="maximin")
    return float(solution.values[types + 1])


def _goldilocks(space: PanelSpace, possible: "NDArray[np.bool_]") -> float:
    """The greatest chance of the Goldilocks optimum: 1/z is kept from below by tangents, added where it is reached."""
    fair = space.size / float(np.sum(space.counts))
    touched = [fair / 2**step for step in range(6)]
    types = len(space.counts)
    for _ in range(_CUTS):
        cuts = np.array([[fair / z**2, 2 * fair / z] for z in touched])
        solution = _between(space, possible, cuts, cost=(0.0, 1 / fair, GAMMA)).solve()
        if solution is None:
            break
        z, most, inverse = solution.values[types : types + 3]
        if fair / z - inverse <= _EXACT * inverse:
            return float(most)
        touched.append(float(z))
    raise SortitionProblem("not_calculated", what="Goldilocks")


def _between(
    space: PanelSpace, possible: "NDArray[np.bool_]", cuts: Numbers, *, cost: tuple[float, float, float]
) -> Program:
    """Columns: chances p, their least z, their greatest M, and w with slope * z + w >= level for each cut."""
    from scipy.sparse import block_array, csc_array, diags_array, eye_array

    types, held = len(space.counts), np.flatnonzero(possible)
    same: csc_array = eye_array(types, format="csc")
    ones = np.ones((types, 1))
    blocks = [
        [space.rows @ diags_array(space.counts), None, None, None],
        [csc_array(same[held]), csc_array(-ones[held]), None, csc_array((len(held), 1))],
        [same, None, csc_array(-ones), None],
    ]
    if len(cuts):
        blocks.append([None, csc_array(cuts[:, :1]), None, csc_array(np.ones((len(cuts), 1)))])
    return Program(
        cost=np.concatenate([np.zeros(types), cost]), matrix=block_array(blocks, format="csc"),
        row_lower=np.concatenate([space.lower, np.zeros(len(held)), np.full(types, -np.inf), cuts[:, 1]]),
        row_upper=np.concatenate(
            [space.upper, np.full(len(held), np.inf), np.zeros(types), np.full(len(cuts), np.inf)]
        ),
        lower=np.zeros(types + 3), upper=np.append(np.ones(types + 2), np.inf),
    )  # fmt: skip
