"""One form for texts that only look different."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from civic_compute.texts.model import Text
from civic_compute.texts.problems import TextProblem

LONGEST: Final = 20_000  # characters of a normalised text that are compared; what follows is not looked at
_SIGNS: Final = re.compile(r"[\W_]+")
_HIDDEN: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # soft hyphen and characters without width
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def normalised(text: str) -> str:
    """NFKC, case folded, punctuation and space collapsed to one space (methods specification, section 4).

    Soft hyphens and characters without width vanish: they divide words only for the eye.
    """
    folded = unicodedata.normalize("NFKC", _HIDDEN.sub("", text)).casefold()
    return _SIGNS.sub(" ", unicodedata.normalize("NFKC", folded)).strip()


def checked(texts: Sequence[Text]) -> tuple[Text, ...]:
    """The texts, each with an id of its own and whole characters.

    Raises TextProblem("id_twice", "broken_character").
    """
    seen: set[str] = set()
    for text in texts:
        if text.id in seen:
            raise TextProblem("id_twice", id=text.id)
        seen.add(text.id)
        if _SURROGATE.search(text.words):
            raise TextProblem("broken_character", id=text.id)
    return tuple(texts)
