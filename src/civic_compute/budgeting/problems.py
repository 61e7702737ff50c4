"""What can be wrong with an election, and what cannot be counted."""

from typing import ClassVar

from civic_compute.problems import CalculationProblem


class BudgetingProblem(CalculationProblem):
    SENTENCES: ClassVar = {
        "utility_not_for_ballots": "ballots of type {kind} give no utility {utility}: choose {choices}",
        "tie_order_unknown": "the order for ties names {project}, which is no project",
        "tie_order_twice": "the order for ties names {project} twice",
        "tie_order_misses": "the order for ties does not name {project}",
    }
