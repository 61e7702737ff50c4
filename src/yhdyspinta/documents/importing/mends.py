"""Words broken by hyphens: "terveys-palveluiden" is proposed as one, "linja-auto" and "EU-rahoitus" are left alone."""

import re
from collections import Counter
from collections.abc import Iterable

from yhdyspinta.documents.importing.parts import Mend, Part

SOFT = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+")
_LINE_BREAK = re.compile(r"(?<=[^\W\d_])-[ ]?\n[ ]*(?=[^\W\d_])")
_SHARED_PART = re.compile(r"(?:ja|tai|eli|sekä|että|taikka|och|eller|samt|and|or)\b")
_HYPHENED = re.compile(r"(?<![\w/-])([^\W\d_]{2,})-([^\W\d_]{2,})(?![\w-])")
_SOFT_WORD = re.compile(rf"(?<![^\W\d_])[^\W\d_]+(?:{SOFT}+[^\W\d_]+)+")
_VOWELS = set("aeiouyåäö")
_LONG = 4
_LONGEST_WORD = 100
_WORD_END = re.compile(r"[^\W\d_]+\Z")


def unbroken(text: str) -> tuple[str, set[str]]:
    """The text with hyphens at line ends drawn together, and the words that this made: "terveys-⏎palvelut".

    "sosiaali-⏎ja terveyspalvelut" keeps its space: there the hyphen stands for a shared part.
    """
    broken: set[str] = set()

    def joined(found: re.Match[str]) -> str:
        if _SHARED_PART.match(text, found.end()):
            return "- "
        before = _WORD_END.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
        after = _WORD.match(text, found.end(), found.end() + _LONGEST_WORD)
        if before and after:
            broken.add(f"{before[0]}-{after[0]}")
        return "-"

    return _LINE_BREAK.sub(joined, text), broken


def with_mends(parts: Iterable[Part], broken: set[str]) -> list[Part]:
    """The parts without soft hyphens, and with what might be mended in each."""
    found = list(parts)
    words = {word.lower() for part in found for word in _WORD.findall(_plain(f"{part.heading} {part.body}"))}
    hyphened = Counter(
        f"{a}-{b}" for part in found for a, b in _HYPHENED.findall(_plain(f"{part.heading}\n{part.body}"))
    )
    asked = {_stem(*pair.split("-")) for pair in hyphened}
    ends = {len(stem) for stem in asked if len(stem) <= _LONGEST_WORD}
    starts = {word[:end] for word in words for end in ends if word[:end] in asked}
    return [_with_mends(part, starts, broken, hyphened) for part in found]


def _with_mends(part: Part, starts: set[str], broken: set[str], hyphened: Counter[str]) -> Part:
    text = f"{part.heading}\n{part.body}"
    mends = {
        word: Mend(word.replace(SOFT, "¬"), _plain(word), accepted=True, kind="soft")
        for word in _SOFT_WORD.findall(text)
    }
    for first, second in dict.fromkeys(_HYPHENED.findall(_plain(text))):
        whole = f"{first}-{second}"
        mend = proposal(first, second, starts, at_line_end=whole in broken, times=hyphened[whole])
        if mend is not None:
            mends.setdefault(mend.before, mend)
    return Part(_plain(part.heading), part.level, _plain(part.body), tuple(mends.values()))


def proposal(first: str, second: str, starts: set[str], *, at_line_end: bool, times: int = 1) -> Mend | None:
    """Whether "first-second" might be one broken word; taken by default only where the text itself gives the ground.

    `starts` are those beginnings of the text's words that it is asked for.
    """
    if not second[0].islower() or first.isupper() or _SHARED_PART.fullmatch(second):
        return None
    if any(letter.isupper() for letter in first[1:]):
        return None
    same_vowel = first[-1].lower() == second[0] and second[0] in _VOWELS
    if same_vowel:
        return None
    known = len(second) >= _LONG and _stem(first, second) in starts
    if not (at_line_end or known or (len(first) >= _LONG and len(second) >= _LONG)):
        return None
    sure = known or (at_line_end and times == 1 and not first[0].isupper())
    return Mend(f"{first}-{second}", first + second, accepted=sure)


def _stem(first: str, second: str) -> str:
    """How a word begins that both would be."""
    return (first + second).lower()[: len(first) + _LONG]


def mended(text: str, accepted: Iterable[Mend]) -> str:
    """The text with the accepted mends made."""
    after = {mend.before: mend.after for mend in accepted if mend.kind == "hyphen"}
    return _HYPHENED.sub(lambda found: after.get(found[0], found[0]), text) if after else text


def _plain(text: str) -> str:
    return text.replace(SOFT, "")
