"""A section's Markdown as passages: its blocks counted from 1, which a quote can point at."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise

from django.utils.safestring import SafeString
from markdown_it.token import Token

from yhdyspinta.ui.markdown import block_parser, render_markdown

_PARSER = block_parser()
_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,20})\]:?")


@dataclass(frozen=True)
class Passage:
    """A block as readers see it. `text` is what a quote's offsets count in: the letters of `html` without its tags."""

    number: int
    html: SafeString
    text: str


class _Letters(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def letters_of(html: str) -> str:
    """What `textContent` gives in a browser, without the space around it."""
    reader = _Letters()
    reader.feed(html)
    reader.close()
    return "".join(reader.found).strip()


def settle_footnotes(markdown: str) -> str:
    """Footnote marks become plain "[1]": Markdown would take a short footnote for the address of a link and hide it."""
    return _FOOTNOTE.sub(r"[\1]", markdown)


@lru_cache(maxsize=4_096)
def passages(markdown: str) -> tuple[Passage, ...]:
    """The blocks of a text, counted from 1; the same text always gives the same passages."""
    found: list[Passage] = []
    for number, block in enumerate(blocks(markdown), start=1):
        html = SafeString(render_markdown(block).strip())
        if html:
            found.append(Passage(number, html, letters_of(html)))
    return tuple(found)


def blocks(markdown: str) -> list[str]:
    """The text's blocks as Markdown: paragraphs, lists, tables, each with its own marks; nothing is left out."""
    source = settle_footnotes(markdown)
    lines = source.split("\n")
    starts = sorted({token.map[0] for token in _PARSER.parse(source) if _opens_block(token) and token.map})
    if not starts:
        return [source.strip()] if source.strip() else []
    bounds = [0, *starts[1:], len(lines)]
    pieces = ["\n".join(lines[start:end]).strip("\n") for start, end in pairwise(bounds)]
    return [piece for piece in pieces if piece.strip()]


def _opens_block(token: Token) -> bool:
    return bool(token.level == 0 and token.nesting >= 0 and token.type != "inline")
