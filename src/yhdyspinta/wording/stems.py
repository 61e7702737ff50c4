"""The stem of a word, by the Snowball algorithm of its language."""

from collections.abc import Callable
from threading import local
from typing import Final

import Stemmer

#: Languages whose words have stems here, by their codes.
STEMMED: Final = {"fi": "finnish", "sv": "swedish", "en": "english"}


class _Stemmers(local):
    """Each thread has its own: one stemmer cannot be asked by two at a time."""

    def __init__(self) -> None:
        self._found: dict[str, Callable[[str], str]] = {}

    def of(self, language: str) -> Callable[[str], str]:
        if language not in self._found:
            self._found[language] = Stemmer.Stemmer(STEMMED[language], 0).stemWord
        return self._found[language]


_STEMMERS: Final = _Stemmers()


def stemmer_of(language: str) -> Callable[[str], str]:
    """The function from a word to its stem, for the thread that asks; raises KeyError for a language not in `STEMMED`."""
    return _STEMMERS.of(language)
