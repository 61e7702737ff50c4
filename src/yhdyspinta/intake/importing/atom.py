"""Entries of an OData list as Atom, the shape of the national statement service: its sets and their fields as texts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

from django.utils.dateparse import parse_datetime

from yhdyspinta.documents.importing.elements import checked_elements, number_of_tags
from yhdyspinta.ui.dates import HELSINKI
from yhdyspinta.ui.text import clean_text
from yhdyspinta.wording.refusals import Refusal

LARGEST: Final = 5_000_000
MOST_ELEMENTS: Final = 400_000  # 5 MB of the service's own entries hold half of that
_BLOCKS: Final = frozenset({"p", "div", "br", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_DAY_ALONE: Final = re.compile(r"[0-9-]+(?:[T ]00:00(?::00(?:[.,]0+)?)?)?")
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
    if number_of_tags(content) > MOST_ELEMENTS:
        raise Refusal("statements_too_big", status=422, field="file")
    try:
        checked_elements(content)
        root = fromstring(content)  # noqa: S314 (it is not deep and declares nothing: see above)
    except (Refusal, ParseError, ValueError, LookupError):
        raise Refusal("statements_unreadable", status=422, field="file") from None
    return [AtomEntry(number, _kind(one), fields) for number, (one, fields) in enumerate(_entries(root), 1)]


def _entries(root: Element) -> Iterator[tuple[Element, dict[str, str]]]:
    """Each entry with its fields, in their order: also those that stand within another, whose own fields are not theirs."""
    found: list[tuple[Element, dict[str, str]]] = []
    waiting: list[tuple[Element, dict[str, str] | None]] = [(root, None)]
    while waiting:
        one, fields = waiting.pop()
        name = _name(one)
        if name == "entry":
            fields = {}
            found.append((one, fields))
        elif name == "properties" and fields is not None and not fields:
            fields |= {_name(each): (each.text or "").strip() for each in one}
            continue
        waiting += [(each, fields) for each in reversed(one)]
    return iter(found)


def of_kind(entries: Iterable[AtomEntry], kind: str) -> list[AtomEntry]:
    return [one for one in entries if one.kind == kind]


def _name(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _kind(entry: Element) -> str:
    """As its category says: "Lausuntopalvelu.Answer" and "Answers" are both an Answer."""
    terms = (one.get("term", "") for one in entry if _name(one) == "category")
    return next((term.rsplit(".", 1)[-1].removesuffix("s") for term in terms if term), "")


def moment(text: str) -> datetime | None:
    """An instant; one without an offset is Helsinki's time."""
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    if found is None or not 2000 <= found.year <= 2200:
        return None
    return found if found.tzinfo else found.replace(tzinfo=HELSINKI)


def until(text: str) -> datetime | None:
    """The end of a time: a day alone, or its midnight without an offset, is that day to its last minute."""
    found = moment(text)
    if found is None or not _DAY_ALONE.fullmatch(text):
        return found
    return found.replace(hour=23, minute=59)


#: A comment (one without an end goes on to the end), an element with its name, or another declaration. Nothing is looked for
#: beyond the next sign of an element, so that a text costs as much as it is long, whatever is written in it.
_TOKENS: Final = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<name>[A-Za-z][^\s<>/]*)(?:(?:[^<>"']|"[^"<]*"|'[^'<]*')*+>|[^<>]*>)|<[!?/][^<>]*>""",
    re.DOTALL,
)
_HIDDEN: Final = frozenset({"script", "style"})
_LONG_NUMBER: Final = re.compile(r"&#(?:0*[1-9][0-9]{7,}|[xX]0*[1-9a-fA-F][0-9a-fA-F]{6,});?")


def plain(markup: str) -> str:
    """An HTML text as paragraphs divided by empty lines: a line for each block, lists with hyphens, nothing that could run.

    Raises ValidationError for signs that no text can have.
    """
    parts: list[str] = []
    place = hidden = 0
    for found in _TOKENS.finditer(markup):
        parts.append("" if hidden else _words(markup[place : found.start()]))
        place, name = found.end(), (found["name"] or "").lower()
        if name in _HIDDEN:
            hidden = max(hidden - 1, 0) if found["end"] else hidden + 1
        elif name in _BLOCKS:
            parts.append("\n\n- " if name == "li" and not found["end"] else "\n\n")
    parts.append("" if hidden else _words(markup[place:]))
    blocks = (" ".join(block.split()) for block in "".join(parts).split("\n\n"))
    return clean_text("\n\n".join(block for block in blocks if block.strip("- ")), multiline=True)


def _words(markup: str) -> str:
    return re.sub(r"\s+", " ", unescape(_LONG_NUMBER.sub("\ufffd", markup)))


def words_of(said: str) -> str:
    """A text that may be HTML; one without any element stays as it is, with its lines."""
    return plain(said) if _MARKUP.search(said) else said
