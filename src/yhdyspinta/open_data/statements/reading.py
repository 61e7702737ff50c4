"""Read requests for statements: everything is checked before anything is brought in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yhdyspinta.ui.dates import HELSINKI
from yhdyspinta.ui.text import clean_text
from yhdyspinta.wording.refusals import Refusal

LARGEST: Final = 5_000_000
MOST: Final = 200
LONGEST_NAME: Final = 150
_LONGEST: Final = {"Id": 100, "Goals": 20_000, "RegisterNumber": 60}
_BLOCKS: Final = frozenset({"p", "div", "br", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class Request:
    """A request for statements, as the service tells it."""

    key: str
    name: str
    goals: str  # plain paragraphs and lists
    deadline: datetime | None
    published_on: datetime | None
    register_number: str


@dataclass(frozen=True)
class Problem:
    """Something in the file that cannot be brought in: which entry, which field, and why."""

    row: int
    field: str
    words: Promise | str


def read(content: bytes) -> tuple[list[Request], list[Problem]]:
    """The requests, and what is wrong with them. Raises Refusal for a file that is no such list."""
    if len(content) > LARGEST:
        raise Refusal("statements_too_big", status=422, field="file")
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise Refusal("statements_unreadable", status=422, field="file") from None
    entries = [one for one in root.iter() if _name(one) == "entry"]
    if not entries:
        raise Refusal("statements_none", status=422, field="file")
    if len(entries) > MOST:
        raise Refusal("statements_too_many", status=422, field="file", most=MOST)
    found, problems = [], []
    for row, entry in enumerate(entries, 1):
        fields = _fields(entry)
        wrong = list(_problems(row, fields))
        problems += wrong
        if not wrong:
            found.append(_request(fields))
    return found, [*problems, *_doubled(found)]


def _name(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _fields(entry: Element) -> dict[str, str]:
    properties = next((one for one in entry.iter() if _name(one) == "properties"), None)
    if properties is None:
        return {}
    return {_name(one): (one.text or "").strip() for one in properties}


def _problems(row: int, fields: dict[str, str]) -> Iterator[Problem]:
    for name in ("Id", "Name"):
        if not clean_text(fields.get(name, ""), multiline=False):
            yield Problem(row, name, _("It is missing."))
    if len(fields.get("Name", "")) > LONGEST_NAME:
        yield Problem(row, "Name", _("It is longer than 150 letters."))
    for name, most in _LONGEST.items():
        if len(fields.get(name, "")) > most:
            yield Problem(row, name, _("It is too long."))
    for name in ("Deadline", "PublishedOn"):
        if fields.get(name) and _moment(fields[name]) is None:
            yield Problem(row, name, _("It is not a date and time."))


def _doubled(found: list[Request]) -> Iterator[Problem]:
    seen: set[str] = set()
    for row, one in enumerate(found, 1):
        if one.key in seen:
            yield Problem(row, "Id", _("It stands in the file twice."))
        seen.add(one.key)


def _request(fields: dict[str, str]) -> Request:
    return Request(
        key=clean_text(fields["Id"], multiline=False),
        name=clean_text(fields["Name"], multiline=False),
        goals=plain(fields.get("Goals", "")),
        deadline=_moment(fields.get("Deadline", "")),
        published_on=_moment(fields.get("PublishedOn", "")),
        register_number=clean_text(fields.get("RegisterNumber", ""), multiline=False),
    )


def _moment(text: str) -> datetime | None:
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
