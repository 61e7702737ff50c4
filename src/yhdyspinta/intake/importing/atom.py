"""Entries of an OData list as Atom, the shape of the national statement service: its sets and their fields as texts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.dateparse import parse_datetime

from yhdyspinta.ui.dates import HELSINKI
from yhdyspinta.ui.text import clean_text
from yhdyspinta.wording.refusals import Refusal

LARGEST: Final = 5_000_000
_BLOCKS: Final = frozenset({"p", "div", "br", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_MARKUP: Final = re.compile(r"</?[A-Za-z][^<>]*>")


@dataclass(frozen=True)
class AtomEntry:
    """One entry: which it is in the file, its set in the singular ("Answer", "" where it does not say), its fields."""

    number: int
    kind: str
    fields: dict[str, str]


def entries_of(content: bytes) -> list[AtomEntry]:
    """Every entry of a file. Raises Refusal for one that is no such list: nothing in it is run or fetched."""
    if len(content) > LARGEST:
        raise Refusal("statements_too_big", status=422, field="file")
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise Refusal("statements_unreadable", status=422, field="file") from None
    found = (one for one in root.iter() if _name(one) == "entry")
    return [AtomEntry(number, _kind(one), _fields(one)) for number, one in enumerate(found, 1)]


def of_kind(entries: Iterable[AtomEntry], kind: str) -> list[AtomEntry]:
    return [one for one in entries if one.kind == kind]


def _name(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _kind(entry: Element) -> str:
    """As its category says: "Lausuntopalvelu.Answer" and "Answers" are both an Answer."""
    terms = (one.get("term", "") for one in entry if _name(one) == "category")
    return next((term.rsplit(".", 1)[-1].removesuffix("s") for term in terms if term), "")


def _fields(entry: Element) -> dict[str, str]:
    properties = next((one for one in entry.iter() if _name(one) == "properties"), None)
    if properties is None:
        return {}
    return {_name(one): (one.text or "").strip() for one in properties}


def moment(text: str) -> datetime | None:
    """An instant; one without an offset is Helsinki's time."""
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    if found is None or not 2000 <= found.year <= 2200:
        return None
    return found if found.tzinfo else found.replace(tzinfo=HELSINKI)


class _Text(HTMLParser):
    """The words of an HTML text: a line for each block, lists with hyphens, nothing that could run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style"}:
            self.hidden += 1
        elif tag in _BLOCKS:
            self.parts.append("\n\n- " if tag == "li" else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self.hidden = max(self.hidden - 1, 0)
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(re.sub(r"\s+", " ", data))


def plain(markup: str) -> str:
    """An HTML text as paragraphs divided by empty lines."""
    reader = _Text()
    reader.feed(markup)
    reader.close()
    blocks = (" ".join(block.split()) for block in "".join(reader.parts).split("\n\n"))
    return clean_text("\n\n".join(block for block in blocks if block.strip("- ")), multiline=True)


def words_of(said: str) -> str:
    """A text that may be HTML; one without any element stays as it is, with its lines."""
    return plain(said) if _MARKUP.search(said) else said
