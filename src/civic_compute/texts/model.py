"""Texts as people wrote them, and what is found among them: pairs that are alike, and themes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    id: str
    words: str


@dataclass(frozen=True)
class Duplicate:
    """Two texts that are alike; `first` is earlier in the input. A score of 1 and `exact` mean equal after normalising."""

    first: str
    second: str
    score: float  # cosine of character n-grams, 0 to 1
    exact: bool


@dataclass(frozen=True)
class Duplicates:
    """The pairs that were found, best first, and whether only texts in a common block were compared."""

    pairs: tuple[Duplicate, ...]
    in_blocks: bool = False


@dataclass(frozen=True)
class Theme:
    """A group of texts that use the same words; a suggestion, never a decision."""

    label: tuple[str, ...]  # words of highest contrast, as people wrote them
    members: tuple[str, ...]
    central: tuple[str, ...]  # the three nearest to the middle, nearest first


@dataclass(frozen=True)
class Themes:
    themes: tuple[Theme, ...]  # largest first
    without: tuple[str, ...]  # texts in no theme: they share no telling word with another
