"""How wide words are, and how they are broken and shortened. The face is the page's, so widths are a careful guess."""

import unicodedata
from typing import Final

from civic_compute.charts.markup import Markup, element, plain

SIZE: Final = 14
SMALL: Final = 12
LEADING: Final = 17  # from one line to the next
_LONGEST: Final = 400  # characters of a label that are looked at
_NARROW: Final = frozenset("iljtfrI.,:;'|!()[]-/ \N{NARROW NO-BREAK SPACE}\N{NO-BREAK SPACE}")
_ELLIPSIS: Final = "…"


def width_of(words: str, size: float = SIZE) -> float:
    """In units of the picture; rather too wide than too narrow."""
    return size * sum(map(_width, words))


def lines_of(words: str, width: float, *, most: int = 2, size: float = SIZE) -> tuple[str, ...]:
    """Broken at spaces into lines that fit; a word longer than a line is broken; what does not fit ends with "…"."""
    rest = " ".join(words[:_LONGEST].split())
    cut = len(words) > _LONGEST
    lines: list[str] = []
    while rest and len(lines) < most:
        line, rest = _first_line(rest, width, size)
        lines.append(line)
    if lines and (rest or cut):
        lines[-1] = _shortened(lines[-1], width, size)
    return tuple(lines)


def text(
    words: str, x: float, y: float, *, anchor: str = "start", size: float = SIZE, weight: int = 400, name: str = ""
) -> Markup:
    """Words on one line, their foot at y, in the colour and the face of the page."""
    attributes: dict[str, str | float] = {"class": name} if name else {}
    attributes |= {"x": x, "y": y, "font-size": size, "fill": "currentColor"}
    if anchor != "start":
        attributes["text-anchor"] = anchor
    if weight != 400:
        attributes["font-weight"] = weight
    return element("text", attributes, plain(words))


def _width(character: str) -> float:
    if character in _NARROW:
        return 0.34
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF" or character in "mwMWÅÄÖ%…—":
        return 1.0
    return 0.7 if character.isupper() else 0.58


def _first_line(words: str, width: float, size: float) -> tuple[str, str]:
    """What fits on a line, and the rest."""
    if width_of(words, size) <= width:
        return words, ""
    fits = _fitting(words, width, size)
    space = words.rfind(" ", 0, fits + 1)
    if space > 0:
        return words[:space], words[space + 1 :]
    hyphened = max(_fitting(words, width - width_of("-", size), size), 1)
    return f"{words[:hyphened]}-", words[hyphened:]


def _shortened(line: str, width: float, size: float) -> str:
    kept = line.removesuffix("-")[: _fitting(line, width - width_of(_ELLIPSIS, size), size)]
    return kept.rstrip() + _ELLIPSIS


def _fitting(words: str, width: float, size: float) -> int:
    """How many characters fit, at least one; a mark stays with its letter."""
    wide = 0.0
    for place, character in enumerate(words):
        wide += size * _width(character)
        if wide > width:
            return max(place, 1)
    return len(words)
