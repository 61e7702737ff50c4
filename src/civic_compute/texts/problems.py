"""What can be wrong with texts that are to be compared."""

from typing import ClassVar

from civic_compute.problems import CalculationProblem


class TextProblem(CalculationProblem):
    SENTENCES: ClassVar = {
        "broken_character": "text {id} holds half a character (a lone surrogate)",
        "id_missing": "the row has no {column}",
        "id_twice": "the id {id} is there twice",
        "number_of_themes": "{number} is not a number of themes: ask for 1 to {most}",
    }
