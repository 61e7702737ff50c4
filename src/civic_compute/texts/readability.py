"""Warnings about a text that is heavy to read; a warning, never a label of easy language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_SENTENCE: Final = re.compile(r"[.!?:;]+(?=\s|$)|\n\s*\n")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONG_FOR_LIX: Final = 6  # letters; a longer word is long


@dataclass(frozen=True)
class Scale:
    """From where on a language's texts are heavy: sentence and word lengths, share of long words, LIX."""

    words_in_sentence: float
    letters_in_word: float
    long_word: int  # letters from which a word is long
    long_share: float
    lix: float


#: Between an easy-language notice (4.7 words a sentence, 5.8 letters a word, LIX 44) and a statute (17.4, 9.3, 85), the
#: figures measured for Finnish; Swedish and English after Björnsson's LIX (heavy from 50), with their shorter words.
SCALES: Final[Mapping[str, Scale]] = {
    "fi": Scale(words_in_sentence=14, letters_in_word=8.5, long_word=12, long_share=0.22, lix=70),
    "sv": Scale(words_in_sentence=18, letters_in_word=6, long_word=12, long_share=0.12, lix=50),
    "en": Scale(words_in_sentence=20, letters_in_word=5.5, long_word=12, long_share=0.08, lix=50),
}


@dataclass(frozen=True)
class ReadingWarning:
    """What is heavy: the code of the measure, its value, and from where on it is heavy; the worst place where there is one."""

    code: str  # long_sentences, long_words, share_of_long_words, lix
    value: float
    limit: float
    example: str = ""


@dataclass(frozen=True)
class Readability:
    words: int
    sentences: int
    words_in_sentence: float
    letters_in_word: float
    long_share: float
    lix: float
    warnings: tuple[ReadingWarning, ...]


def measure(text: str, language: str) -> Readability:
    """Measure a text by its language's scale (fi, sv or en; its easy form counts as the language).

    LIX is words / sentences + 100 (words of more than 6 letters) / words (Björnsson 1968). A text of fewer than ten
    words is too short for warnings. Raises KeyError for another language.
    """
    scale = SCALES[language.split("-", maxsplit=1)[0]]
    parts = (_WORD.findall(part) for part in _SENTENCE.split(text))
    sentences: list[list[str]] = [part for part in parts if part]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return Readability(0, 0, 0.0, 0.0, 0.0, 0.0, ())
    letters = [sum(sign.isalpha() for sign in word) for word in words]
    mean_sentence = len(words) / len(sentences)
    found = Readability(
        words=len(words),
        sentences=len(sentences),
        words_in_sentence=round(mean_sentence, 2),
        letters_in_word=round(sum(letters) / len(words), 2),
        long_share=round(sum(size >= scale.long_word for size in letters) / len(words), 4),
        lix=round(mean_sentence + 100 * sum(size > _LONG_FOR_LIX for size in letters) / len(words), 2),
        warnings=(),
    )
    return found if len(words) < 10 else _warned(found, scale, sentences)


def _warned(found: Readability, scale: Scale, sentences: list[list[str]]) -> Readability:
    longest_word = max((word for sentence in sentences for word in sentence), key=len)
    longest_sentence = max((" ".join(sentence) for sentence in sentences), key=lambda words: words.count(" "))
    measures = (
        ReadingWarning("long_sentences", found.words_in_sentence, scale.words_in_sentence, longest_sentence),
        ReadingWarning("long_words", found.letters_in_word, scale.letters_in_word, longest_word),
        ReadingWarning("share_of_long_words", found.long_share, scale.long_share, longest_word),
        ReadingWarning("lix", found.lix, scale.lix),
    )
    warnings = tuple(one for one in measures if one.value > one.limit)
    return Readability(
        found.words,
        found.sentences,
        found.words_in_sentence,
        found.letters_in_word,
        found.long_share,
        found.lix,
        warnings,
    )
