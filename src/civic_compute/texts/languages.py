"""Which of the interface's languages a text is in, by its small words and letters; a guess that can be "unknown"."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from civic_compute.texts.normalising import LONGEST, normalised

_WORDS: Final[Mapping[str, str]] = {
    "fi": (
        "ja on ei että se oli ovat joka mutta niin kun myös ole tai kuin jos olla hän ne sen voi olen mitä minä me te "
        "tämä nyt vain mukaan vielä jo sitä siitä tässä joita jotka jonka ettei koska sekä eli siis kaikki kaikille "
        "hyvin paljon enemmän pitää pitäisi täytyy saa saada pois ennen jälkeen kanssa ilman välillä aina usein hyvä "
        "mikä miksi miten missä milloin kuka meidän heidän minun sinun teidän niitä näitä tätä siellä täällä tulee "
        "tulisi olisi ollut eivät emme ette enää kuitenkin esimerkiksi lisäksi sekä noin yli alle kohti kautta varten"
    ),
    "sv": (
        "och att det är som en av för den på med till inte har de ett om jag men var så vi kan han hon sig från eller "
        "när där nu då sin ska också efter vid skulle hade mycket än upp ut måste bara vad alla kunna bör detta denna "
        "dessa många mera mer genom mellan utan under över innan hur varför vem vilka vilken vårt vår våra min mitt "
        "mina er ert era deras här dit hit blir bli blev vara varit finns får få gör göra samt enligt cirka även"
    ),
    "en": (
        "the of and to a is that for it was as with be by on not he his but at are this have from or had an they which "
        "one you were all her she there would their we him been has when who will no more if out so up said what its "
        "about than into them can only other could some these may then do any my now such like our over should must "
        "because also how where why between without before after very much many need needs get people does did being "
        "too made make am don doesn just even less non per via still"
    ),
}
_LEAST: Final = 3  # points: an ending, or a pair of letters three times
_KNOWN: Final = {
    word: tuple(language for language, words in _WORDS.items() if word in words.split())
    for words in _WORDS.values()
    for word in words.split()
}
_ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "fi": ("ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "nen", "sen", "ten", "den", "ista",
           "istä", "issa", "issä", "minen", "misen", "mista", "mistä", "kin", "taan", "tään", "vat", "vät", "uus", "yys",
           "uuden", "lu", "jen", "ien", "aan", "ään", "een"),
    "sv": ("ning", "ningen", "ningar", "het", "heten", "heter", "arna", "erna", "orna", "ande", "ende", "ligt", "liga",
           "isk", "iska", "tion", "tionen", "ade", "else", "elsen", "skap", "are", "aren", "arnas", "ets", "ens"),
    "en": ("ing", "tion", "tions", "ment", "ments", "ness", "ity", "ed", "ly", "able", "ous", "ful", "ship", "ies",
           "ght", "ould"),
}  # fmt: skip
_LETTERS: Final[Mapping[str, tuple[str, ...]]] = {
    "fi": ("ää", "öö", "yy", "uu", "ii", "aa", "ee", "kk", "yö", "äy", "uo", "ie", "hd", "nk", "lk", "tk", "äi", "öi"),
    "sv": ("å", "sk", "ck", "sj", "stj", "ng", "för", "är", "ör", "äg", "rd", "gt", "bb", "dd"),
    "en": ("th", "wh", "sh", "ea", "ou", "w", "gh", "qu", "ch", "ay"),
}


@dataclass(frozen=True)
class LanguageGuess:
    """The language and how much more speaks for it than for the next (0 to 1); "" where too little tells."""

    language: str
    lead: float


def guess_language(text: str, *, among: tuple[str, ...] = ("fi", "sv", "en")) -> LanguageGuess:
    """Guess the language of a text among Finnish, Swedish and English.

    Small words weigh most, then endings, then pairs of letters. Never used against the writer's own choice: it offers.
    Gives language "" for a text without words, where two languages have nearly as much for them, and where next to
    nothing speaks for any.
    """
    words = normalised(text)[:LONGEST].split()
    points: Counter[str] = Counter()
    for word in words:
        for language in among:
            points[language] += _points(word, language)
    (first, most), (_second, next_most) = (*points.most_common(2), ("", 0), ("", 0))[:2]
    lead = (most - next_most) / most if most > 0 else 0.0
    if most < _LEAST or lead < 0.1:
        return LanguageGuess("", round(lead, 4) if most >= _LEAST else 0.0)
    return LanguageGuess(first, round(lead, 4))


@lru_cache(maxsize=8192)  # a file of thousands of comments says the same words again and again
def _points(word: str, language: str) -> int:
    known = _KNOWN.get(word, ())
    small = 12 // len(known) if language in known else 0
    ending = 3 if any(len(word) > len(end) + 1 and word.endswith(end) for end in _ENDINGS[language]) else 0
    return small + ending + sum(word.count(pair) for pair in _LETTERS[language])


def small_words(language: str) -> frozenset[str]:
    """The words of a language that say nothing of a text's subject."""
    return frozenset(_WORDS.get(language, "").split())
