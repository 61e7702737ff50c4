"""What the endings of a word's written forms say: a thing that can name a theme, or a deed or quality that cannot.

No dictionary: a word shows its kind by the company of its endings. "kokouksessa" has a case of things, "lausuisimme" a
person of deeds; "katsomaan" has an ending of both, and then the word's other forms decide.
"""

import re
from collections.abc import Mapping
from typing import Final

#: Endings of things and of deeds in each language; the whole word up to the ending must have three letters.
_THINGS: Final[Mapping[str, re.Pattern[str]]] = {
    "fi": re.compile(
        r"(?:[aeiouyäö]ss[aä]|[aeouyäö]st[aä]|lt[aä]|lle|ksi|ien|jen|iden|(?<!tt)iin|seen|h[aeiouyäö]n|kse[nt]|us|ys|uude[nt]"
        r"|m(?:inen|isen|ista|istä|iseen)|nt[ao]|nto[jn]a?|st[oö]|[aeiouyäö]j[aä]t?|[^a]et|(?<!te)ll[aä]|ett[aä]"
        r"|[aeou]it[aä]|ikko|akas|tie|nen|seni|keskus|palvelu|lomake|piste)$"
    ),
    "sv": re.compile(
        r"(?:[^d]en|[^d]et|erna|arna|orna|ens|(?<!i)ets|ing|ningar|het|heten|heter|tion|tionen|tioner|skap|ment|are|aren|or"
        r"|else|elsen|elser|tet)$"
    ),
    "en": re.compile(r"(?:tions?|ments?|ness|ity|ities|ship|ance|ence|ages?|[^s]s|ers|ors?|ies|y)$"),
}
_DEEDS: Final[Mapping[str, re.Pattern[str]]] = {
    "fi": re.compile(
        r"(?:isi|isin|isit|isimme|isiv[aä]t|v[aä]t|imme|kaa|kää|kaamme|ttaa|ttää|ttiin|nut|nyt|neet|tt[uy]"
        r"|oi|oin|oida|oidaan|öi|öidä|uu|yy|oo|öö|ii|ee|ma(?:an|ssa|sta|tta|lla)|mä(?:än|ssä|stä|ttä|llä)|(?<!n)taan|(?<!n)tään"
        r"|daan|dään|tell[aä]|skell[aä]|nnell[aä]|stua|styä|utua|ytyä|tua|ntyä|istaa|istää|id[aä]|[aä]ill[aä]|tel[en])$"
    ),
    "sv": re.compile(r"(?:ade|ades|ats|its|rat|as|era|erar|ande|tar|ra|na)$"),
    "en": re.compile(r"(?:ed|i[sz]e|ly|ful|able|ate)$"),
}
_SHORTEST: Final = 3
#: Endings that a form in a dictionary lacks.
_CASES: Final[Mapping[str, re.Pattern[str]]] = {
    "fi": re.compile(
        r"(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|(?<!ne)n|tt[aä]|it[aä]|j[aä]|i[aä]|oja|öjä|nsa|nsä|mme|nne|kin|kaan|kään|aa|ää|ua|yä|e[aä]|t[aä]|sia|siä)$"
    ),
    "sv": re.compile(r"(?:s)$"),
    "en": re.compile(r"(?:'s)$"),
}


def is_of_things(forms: Mapping[str, int], language: str) -> bool:
    """Whether the forms, with how often each was written, speak for a thing at least as much as for a deed."""
    things, deeds = _said(forms, _THINGS, language), _said(forms, _DEEDS, language)
    return things >= deeds


def _said(forms: Mapping[str, int], kinds: Mapping[str, re.Pattern[str]], language: str) -> int:
    pattern = kinds.get(language)
    return sum(count for word, count in forms.items() if pattern is not None and _ends(word, pattern))


def _ends(word: str, pattern: re.Pattern[str]) -> bool:
    found = pattern.search(word)
    return found is not None and found.start() >= _SHORTEST - 1


def name_of(forms: Mapping[str, int], language: str) -> str:
    """The form to call the word by: one without a case where somebody wrote it, then the commonest, then the shorter."""
    cases = _CASES.get(language)
    deeds = _DEEDS.get(language)

    def rank(word: str) -> tuple[bool, bool, int, int, str]:
        bare = cases is None or not _ends(word, cases)
        return not (deeds is not None and _ends(word, deeds)), bare, forms[word], -len(word), word

    return max(forms, key=rank)
