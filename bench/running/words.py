"""Finnish text of any length: words of the product's own Finnish catalogues and compounds of them, as often as Zipf says."""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import cache
from itertools import accumulate
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2] / "src" / "yhdyspinta"
MOST_WORDS = 40_000
_MESSAGE = re.compile(r'^msgstr(?:\[\d\])? ((?:"[^\n]*"\n?)+)', re.MULTILINE)
_WORD = re.compile(r"[a-zåäö]{2,}")


@cache
def vocabulary() -> tuple[str, ...]:
    """Words in their inflected forms, the commonest first; the rare ones are compounds of two."""
    counts: Counter[str] = Counter()
    for file in sorted(SOURCES.rglob("locale/fi/LC_MESSAGES/django.po")):
        for message in _MESSAGE.findall(file.read_text(encoding="utf-8")):
            text = re.sub(r"%\(\w+\)\w|<[^>]*>", " ", "".join(re.findall(r'"(.*)"', message)))
            counts.update(_WORD.findall(text.casefold()))
    words = [word for word, _count in counts.most_common()]
    chance, long = random.Random(7), [word for word in words if 4 <= len(word) <= 9]
    found = dict.fromkeys(words)
    while len(found) < MOST_WORDS:
        found[chance.choice(long) + chance.choice(long)] = None
    return tuple(found)


@cache
def _weights() -> list[float]:
    return list(accumulate(1 / (place + 2) for place in range(MOST_WORDS)))


def text(chance: random.Random) -> str:
    """A comment's text: 8 to 60 words."""
    words = chance.choices(vocabulary(), cum_weights=_weights(), k=chance.randint(8, 60))
    return f"{' '.join(words).capitalize()}."
