"""What can be wrong with a conversation's votes."""

from typing import ClassVar

from civic_compute.problems import CalculationProblem


class OpinionProblem(CalculationProblem):
    SENTENCES: ClassVar = {
        "no_votes": "nobody has voted",
    }
