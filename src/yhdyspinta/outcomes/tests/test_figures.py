"""How many comments were answered is told alike on every page."""

import pytest
from django.utils import translation

from yhdyspinta.outcomes.results import handled_words

FIGURES = {
    "fi": ("60 kommenttia, 53 vastattu, 7 ei tarvinnut vastausta", "1 kommentti, 1 vastattu"),
    "sv": ("60 kommentarer, 53 besvarade, 7 behövde inget svar", "1 kommentar, 1 besvarad"),
    "en": ("60 comments, 53 answered, 7 needed no answer", "1 comment, 1 answered"),
}


@pytest.mark.parametrize("language", FIGURES)
def test_answered_and_those_that_needed_no_answer_are_told_apart(language):
    with translation.override(language):
        assert (handled_words(60, 53, 7), handled_words(1, 1, 0)) == FIGURES[language]
