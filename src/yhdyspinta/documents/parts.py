"""What a section lists, each by its name: paragraphs, headings and the items of lists, so that something can hang on one."""

import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import Final

from yhdyspinta.documents.passages import passages
from yhdyspinta.ui.text import beginning

_LONGEST: Final = 120
_LISTS: Final = ("ul", "ol")


class _Named(HTMLParser):
    """The letters of each part of a block, and what it begins with in bold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[list[str]] = [["", ""]]
        self._depth, self._is_bold = 0, False

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._depth += tag in _LISTS
        if tag == "li" and self._depth == 1:
            self.parts.append(["", ""])
        self._is_bold = tag == "strong" and not self.parts[-1][0].strip()

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in _LISTS
        self._is_bold = self._is_bold and tag != "strong"

    def handle_data(self, data: str) -> None:
        if self._depth < 2:  # what stands inside an item is the item's
            self.parts[-1][0] += data
            self.parts[-1][1] += data if self._is_bold else ""


@lru_cache(maxsize=1_024)
def parts_of(markdown: str) -> tuple[str, ...]:
    """The parts of a text by name, counted from 1: the words in bold at their beginning, or the first sentence."""
    found: list[str] = []
    for passage in passages(markdown):
        if passage.html.startswith("<table"):
            continue
        reader = _Named()
        reader.feed(passage.html)
        reader.close()
        found += [_name(letters, bold) for letters, bold in reader.parts if letters.strip()]
    return tuple(found)


def _name(letters: str, bold: str) -> str:
    words = " ".join((bold or letters).split())
    name = (bold and words.rstrip(" .:")) or re.split(r"(?<=[.!?]) ", " ".join(letters.split()))[0]
    return beginning(name, _LONGEST)
