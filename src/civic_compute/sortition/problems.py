"""What can be wrong with a pool or its quotas."""

from typing import ClassVar

from civic_compute.problems import CalculationProblem


class SortitionProblem(CalculationProblem):
    SENTENCES: ClassVar = {
        "infeasible": "no panel of {size} meets the quotas",
    }
