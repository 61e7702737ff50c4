"""How a text changed: line by line, and word by word where a line speaks of the same thing as before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser

from yhdyspinta.documents.passages import passages

#: Beyond these a rewritten text is shown as removed and added, so that no page takes long.
MOST_PAIRS = 2_500
MOST_WORD_PAIRS = 1_000_000
_WORDS = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """Some words: in both versions (`same`), only in the newer (`added`) or only in the older (`removed`)."""

    kind: str
    text: str


@dataclass(frozen=True)
class LineChange:
    """A heading, paragraph, list item or table row, older and newer together."""

    is_heading: bool
    pieces: tuple[Piece, ...]

    @property
    def older(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.kind != "added")

    @property
    def newer(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.kind != "removed")

    @property
    def changed(self) -> bool:
        return any(piece.kind != "same" for piece in self.pieces)


def line_changes(old: list[tuple[bool, str]], new: list[tuple[bool, str]]) -> Iterator[LineChange]:
    """The lines of two texts together; each is told as heading or not, and its words."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            for is_heading, text in new[j1:j2]:
                yield LineChange(is_heading, (Piece("same", text),))
        else:
            yield from _replaced(old[i1:i2], new[j1:j2])


def _replaced(old: list[tuple[bool, str]], new: list[tuple[bool, str]]) -> Iterator[LineChange]:
    """Lines that speak of the same thing are compared word by word, the others stand as removed and added."""
    if len(old) * len(new) > MOST_PAIRS:
        yield from (LineChange(is_heading, (Piece("removed", text),)) for is_heading, text in old)
        yield from (LineChange(is_heading, (Piece("added", text),)) for is_heading, text in new)
        return
    rest = list(old)
    for place, (is_heading, text) in enumerate(new):
        twin = next((index for index, line in enumerate(rest) if _alike(line, (is_heading, text))), None)
        if twin is None:
            while rest and not any(_alike(rest[0], later) for later in new[place + 1 :]):
                gone_heading, gone = rest.pop(0)
                yield LineChange(gone_heading, (Piece("removed", gone),))
            yield LineChange(is_heading, (Piece("added", text),))
            continue
        for gone_heading, gone in rest[:twin]:
            yield LineChange(gone_heading, (Piece("removed", gone),))
        yield LineChange(is_heading, tuple(word_pieces(rest[twin][1], text)))
        del rest[: twin + 1]
    for gone_heading, gone in rest:
        yield LineChange(gone_heading, (Piece("removed", gone),))


def _alike(old: tuple[bool, str], new: tuple[bool, str]) -> bool:
    before, after = old[1].split(), new[1].split()
    if len(before) * len(after) > MOST_WORD_PAIRS:
        return False
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return old[0] == new[0] and matcher.real_quick_ratio() > 0.4 and matcher.ratio() > 0.4


def word_pieces(old: str, new: str) -> Iterator[Piece]:
    """Word by word: what stayed, what went, what came."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) * len(after) > 4 * MOST_WORD_PAIRS:
        before, after = [old], [new]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(after[j1:j2]))
            continue
        if i2 > i1:
            yield Piece("removed", "".join(before[i1:i2]))
        if j2 > j1:
            yield Piece("added", "".join(after[j1:j2]))


class _Lines(HTMLParser):
    """Rendered Markdown as lines: a list item and a table row are each one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"p", "ul", "ol", "table", "tr", "blockquote", "h2", "h3", "h4", "br"} and self.lines[-1] != "• ":
            self.lines.append("")
        elif tag == "li":
            self.lines.append("• ")
        elif tag in {"td", "th"} and self.lines[-1]:
            self.lines[-1] += " | "

    def handle_data(self, data: str) -> None:
        if data.strip() or self.lines[-1]:
            self.lines[-1] += data


def plain_lines(markdown: str) -> list[str]:
    """A text without its marks, a line for each paragraph, list item and table row."""
    found: list[str] = []
    for passage in passages(markdown):
        reader = _Lines()
        reader.feed(passage.html)
        reader.close()
        found += [line for line in (" ".join(line.split()) for line in reader.lines) if line and line != "•"]
    return found
