"""What can be wrong with a table that is to be published."""

from typing import ClassVar

from civic_compute.problems import CalculationProblem


class PrivacyProblem(CalculationProblem):
    SENTENCES: ClassVar = {
        "no_dimension": "the table has a dimension without values",
        "unknown_dimension": "the table has no dimension {name}",
        "unknown_cell": "{cell} is no cell of the table",
        "not_a_count": "{count} in {cell} is no number of persons",
        "too_large": "the table has {groups} cells and sums and may have {most}",
        "no_table": "no table of {names} was published",
        "other_dimensions": "an earlier publication has other dimensions or values ({name}): it cannot be compared",
        "someone_left": "fewer are in {cell} than at an earlier publication: somebody has left",
        "limit": "{limit} is not a limit: ask for 1 or more",
        "epsilon": "{epsilon} is not an epsilon: ask for more than 0",
        "budget": "the counts would cost {needed} and {left} of the budget is left",
        "base": "{base} is not a base to round to: ask for 1 or more",
    }
