"""XML from outside, an element at a time: within limits of number and depth, and without a document type."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final, NoReturn
from xml.etree.ElementTree import Element, ParseError, iterparse
from xml.parsers import expat

from yhdyspinta.wording.refusals import Refusal

#: A spreadsheet of 20,000 rows and 60 columns has 2.2 million elements; what unpacks to 50 MB cannot have many more cells.
MOST_ELEMENTS: Final = 2_500_000
MOST_HELD: Final = (
    200_000  # within one row, or the list of looks: 16,384 cells, or 64,000 looks are the most that a program makes
)
DEEPEST: Final = 256


def number_of_tags(content: bytes) -> int:
    """At least as many as there are elements, counted without reading: the sign is one byte in all that expat reads."""
    return content.count(b"<") - content.count(b"</")


def checked_elements(content: bytes) -> None:
    """Refuse what is no XML, declares a document type, or is deep; nothing of it is kept."""
    depth = 0

    def begin(_name: str, _attributes: list[str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise too_large()

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    _parsed(parser, content)


def elements_of(content: bytes, tag: str = "") -> Iterator[Element]:
    """Every element as it ends, or those of one tag, which never stand within each other; what has been read is let go."""
    _parsed(expat.ParserCreate(), content)
    path: list[Element] = []
    held = 0
    try:
        for event, one in iterparse(BytesIO(content), ("start", "end")):  # noqa: S314 (it declares nothing: see above)
            if event == "start":
                path.append(one)
                held = _held(held, len(path), is_wanted=one.tag == tag)
                continue
            path.pop()
            if tag in ("", one.tag):
                held = 0
                yield one
            if path and not held:
                path[-1].remove(one)
    except (ParseError, ValueError, LookupError):
        raise unreadable() from None


def _parsed(parser: expat.XMLParserType, content: bytes) -> None:
    """Read to the end, in no time where nothing is asked of the elements; a document type is refused."""
    parser.StartDoctypeDeclHandler = _refuse_type
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise unreadable() from None


def _held(before: int, depth: int, *, is_wanted: bool) -> int:
    """How many elements of one that is wanted are in memory: 0 outside of any."""
    if before and is_wanted:
        raise unreadable()
    if before >= MOST_HELD or depth > DEEPEST:
        raise too_large()
    return before + 1 if before or is_wanted else 0


def _refuse_type(*_declared: object) -> NoReturn:
    raise unreadable()


def unreadable() -> Refusal:
    return Refusal("file_unreadable", field="file", status=415)


def too_large() -> Refusal:
    return Refusal("file_unpacks_too_large", field="file", status=413)
