"""The chances that are best by each objective, over fractional panels.

Maximin and Goldilocks leave most chances open: among the best they take the leximin one, so that the result is one.
"""

from civic_compute.sortition.linear import leximin_bound
from civic_compute.sortition.model import Objective
from civic_compute.sortition.panel_space import Numbers, PanelSpace


def best_chances(space: PanelSpace, objective: Objective) -> Numbers:
    """The chance of each type, shape (types,). Raises SortitionProblem("no_panel")."""
    return leximin_bound(space)
