"""Word files: headings by style, lists, tables, footnotes; accepted text of tracked changes; no macros, no entities."""

import re
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from yhdyspinta.documents.importing.archives import kind_of_package, opened, without_entities
from yhdyspinta.documents.importing.elements import too_large
from yhdyspinta.documents.importing.mends import unbroken, with_mends
from yhdyspinta.documents.importing.parts import Part, clean, without_number
from yhdyspinta.documents.importing.paste import (
    Line,
    gathered,
    is_numbered_heading,
    with_guessed_headings,
    with_levels,
)
from yhdyspinta.documents.importing.word_facts import links_of, ordered_levels, styles_of
from yhdyspinta.documents.importing.word_runs import Reference, Runs, run_texts
from yhdyspinta.wording.refusals import Refusal

MOST_ELEMENTS = 800_000  # the whole file is held in memory; a book of a thousand pages has half of that
_MOST_LETTERS = 3_000_000
_MOST_CELLS = 100_000  # of one table, with those that are empty; a section cannot hold so many
_HEADING = re.compile(r"^(?:heading|otsikko|rubrik|överskrift)\s*([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|otsikko|rubrik|asiakirjan otsikko)$", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:toc|sisluet|sisällys|innehåll|table of figures)", re.IGNORECASE)


@dataclass
class Reading:
    """What is gathered while a file is read."""

    styles: dict[str, tuple[str, str | None, Any]]
    ordered: dict[tuple[str, int], bool]
    links: dict[str, str]
    notes: dict[tuple[str, str], str]
    lines: list[Line] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)  # notes of this section
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)  # of notes, as the text refers to them
    levels: dict[str, int] = field(default_factory=dict)  # of headings, by style
    numberings: dict[str, Any] = field(default_factory=dict)  # of lists, by style
    letters: int = 0
    in_contents: bool = False


def parts_of_word(content: bytes) -> list[Part]:
    """Sections of a .docx file.

    Raises Refusal when it is not one, is too large, unpacks too large, is encrypted, or carries macros or entities.
    """
    package = opened(content)
    if kind_of_package(package) != "docx":
        raise Refusal("file_not_word", field="file", status=415)
    without_entities(package, most=MOST_ELEMENTS)
    try:
        document = docx.Document(BytesIO(content))
        reading = Reading(styles_of(document), ordered_levels(document), links_of(document), {})
        reading.notes = _notes(document, reading)
        _read_blocks(document.element.body, reading)
    except (KeyError, ValueError, AttributeError, TypeError, IndexError, SyntaxError, RecursionError):
        raise Refusal("file_unreadable", field="file", status=415) from None
    _settle_notes(reading)
    lines = _items_together(reading.lines)
    if not any(line.level for line in lines):
        lines = with_guessed_headings([_numbered(line) for line in lines])
    return with_mends(with_levels(gathered(lines)), reading.broken)


def _numbered(line: Line) -> Line:
    bare = line.text.strip("*")
    if "\n" in bare or not is_numbered_heading(bare):
        return line
    words, level = without_number(bare)
    return Line(words, level or 1)


def _read_blocks(parent: Any, reading: Reading) -> None:
    for element in parent:
        if element.tag == qn("w:p"):
            _read_paragraph(element, reading)
        elif element.tag == qn("w:tbl"):
            _add(reading, _table(element, reading))
        elif element.tag == qn("w:sdt"):
            properties = element.find(qn("w:sdtPr"))
            gallery = properties.find(".//" + qn("w:docPartGallery")) if properties is not None else None
            content = element.find(qn("w:sdtContent"))
            if content is not None and (gallery is None or gallery.get(qn("w:val")) != "Table of Contents"):
                _read_blocks(content, reading)
        elif element.tag in {qn("w:ins"), qn("w:moveTo"), qn("w:customXml")}:
            _read_blocks(element, reading)


def _read_paragraph(element: Any, reading: Reading) -> None:
    runs = run_texts(element, reading.links, in_contents=reading.in_contents)
    reading.in_contents = runs.in_contents
    level = _heading_level(element, reading)
    if level != -1:
        text = _words(runs, reading, formatted=level == 0)
        if level and text:
            _settle_notes(reading)
            words, _number = without_number(" ".join(text.split()))
            reading.lines.append(Line(words, level))
            _take_notes(runs, reading)
        elif text:
            _add(reading, _listed(element, text, reading))
            _take_notes(runs, reading)
    for box in runs.boxes:
        _read_blocks(box, reading)


def _words(runs: Runs, reading: Reading, *, formatted: bool) -> str:
    reading.letters += sum(len(stretch.text) + len(stretch.link) for stretch in runs.stretches)
    if reading.letters > _MOST_LETTERS:
        raise Refusal("file_holds_too_much", field="file", status=413)
    text, broken = unbroken(clean(runs.text(formatted=formatted, number=lambda note: _number(note, reading))))
    reading.broken |= broken
    return " ".join(text.split())


def _number(note: Reference, reading: Reading) -> str:
    note.number = reading.numbers.setdefault((note.kind, note.key), len(reading.numbers) + 1)
    return f"[{note.number}]"


def _take_notes(runs: Runs, reading: Reading) -> None:
    """Each stands where the text first refers to it."""
    for note in runs.notes:
        text = reading.notes.pop((note.kind, note.key), "")
        if text:
            reading.waiting.append(f"[{note.number}] {text}")


def _settle_notes(reading: Reading) -> None:
    """A section's notes stand at its end."""
    reading.lines += [Line(note) for note in reading.waiting]
    reading.waiting = []


def _add(reading: Reading, text: str) -> None:
    """A block of Markdown."""
    if text:
        reading.lines.append(Line(text))


def _items_together(lines: list[Line]) -> list[Line]:
    """Items of one list stay together."""
    found: list[Line] = []
    for are_items, some in groupby(lines, key=lambda line: not line.level and _is_item(line.text)):
        alike = list(some)
        found += [Line("\n".join(line.text for line in alike))] if are_items else alike
    return found


def _is_item(text: str) -> bool:
    return re.match(r"^\s*(?:-|\d+\.) ", text) is not None


def _listed(element: Any, text: str, reading: Reading) -> str:
    numbering = _numbering(element, reading)
    if numbering is None:
        return text
    key, depth = numbering
    mark = "1." if reading.ordered.get((key, depth), False) else "-"
    return f"{'   ' * min(depth, 4)}{mark} {text}"


def _numbering(element: Any, reading: Reading) -> tuple[str, int] | None:
    properties = element.find(qn("w:pPr"))
    found = properties.find(qn("w:numPr")) if properties is not None else None
    if found is None:
        found = _numbering_of_style(_style_id(element), reading)
    if found is None:
        return None
    key, depth = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
    if key is None or key.get(qn("w:val")) == "0":
        return None
    return str(key.get(qn("w:val"))), int(depth.get(qn("w:val"))) if depth is not None else 0


def _numbering_of_style(first: str, reading: Reading) -> Any:
    """As a style or those that it is based on tell; each is looked at once, however many paragraphs have it."""
    style, found = first, None
    for _step in range(10):
        if found is not None or first in reading.numberings or style not in reading.styles:
            break
        _name, base, own = reading.styles[style]
        found = own.find(qn("w:pPr") + "/" + qn("w:numPr"))
        style = base or ""
    return reading.numberings.setdefault(first, found)


def _style_id(element: Any) -> str:
    found = element.find(qn("w:pPr") + "/" + qn("w:pStyle"))
    return str(found.get(qn("w:val"))) if found is not None else ""


def _heading_level(element: Any, reading: Reading) -> int:
    """1-9 for a heading, 0 for text, -1 for a line of the table of contents."""
    outline = element.find(qn("w:pPr") + "/" + qn("w:outlineLvl"))
    if outline is not None and outline.get(qn("w:val"), "9") in "012345678":
        return int(outline.get(qn("w:val"))) + 1
    style = _style_id(element)
    if style not in reading.levels:
        reading.levels[style] = _level_of_style(style, reading)
    return reading.levels[style]


def _level_of_style(style: str, reading: Reading) -> int:
    for _step in range(10):
        name, base, _own = reading.styles.get(style, (style, None, None))
        if _CONTENTS.match(name):
            return -1
        heading = _HEADING.match(name) or _HEADING.match(style)
        if heading:
            return int(heading[1])
        if _TITLE.match(name):
            return 1
        if not base:
            return 0
        style = base
    return 0


def _table(element: Any, reading: Reading) -> str:
    """A Markdown table whose first row is the head; cells keep their words on one line."""
    rows = [
        [cell for tc in row.iter(qn("w:tc")) if _stands_in(tc, row) for cell in _cells(tc, reading)]
        for row in element.iter(qn("w:tr"))
        if _stands_in(row, element)
    ]
    rows = [row for row in rows if any(row)]
    if not rows:
        return ""
    width = max(len(row) for row in rows)
    if width * len(rows) > _MOST_CELLS:
        raise too_large()
    filled = [row + [""] * (width - len(row)) for row in rows]
    return "\n".join([_row(filled[0]), _row(["---"] * width), *(_row(row) for row in filled[1:])])


def _stands_in(inner: Any, outer: Any) -> bool:
    """A row in its table or a cell in its row: none of those within another."""
    return next(inner.iterancestors(qn("w:tbl"), qn("w:tr"), qn("w:tc"))) is outer


def _cells(cell: Any, reading: Reading) -> list[str]:
    texts = []
    for paragraph in cell.iter(qn("w:p")):
        runs = run_texts(paragraph, reading.links)
        texts.append(_words(runs, reading, formatted=True))
        _take_notes(runs, reading)
    span = cell.find(qn("w:tcPr") + "/" + qn("w:gridSpan"))
    extra = int(span.get(qn("w:val"))) - 1 if span is not None else 0
    return [" ".join(text for text in texts if text), *([""] * min(max(extra, 0), 20))]


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _notes(document: Any, reading: Reading) -> dict[tuple[str, str], str]:
    found = {}
    kinds = {RELATIONSHIP_TYPE.FOOTNOTES: "footnote", RELATIONSHIP_TYPE.ENDNOTES: "endnote"}
    for rel in document.part.rels.values():
        kind = kinds.get(rel.reltype)
        if kind is None or rel.is_external or not rel.target_part.partname.lower().endswith(".xml"):
            continue  # what goes by another name nobody has looked through
        for note in parse_xml(rel.target_part.blob).iter(qn(f"w:{kind}")):
            texts = [run_texts(paragraph, {}) for paragraph in note.iter(qn("w:p"))]
            words = " ".join(_words(runs, reading, formatted=True) for runs in texts).strip()
            if words:
                found[(kind, note.get(qn("w:id")))] = words
    return found
