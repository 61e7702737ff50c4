"""The cells of the first sheet of a spreadsheet, or of a CSV file, as texts; nothing in a file is ever run."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from yhdyspinta.documents.importing.archives import (
    checked_size,
    kind_of_package,
    opened,
    read_through,
    without_entities,
)
from yhdyspinta.intake.importing.cell_dates import day_styles, reader_of
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.refusals import Refusal

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 200
LAST_ROW: Final = 50_000  # with the empty ones between
_MOST_READ: Final = 1_048_576  # a spreadsheet has no more, and a file of empty rows alone is not read for long
LONGEST_CELL: Final = 32_767  # what a spreadsheet itself can hold
MOST_FACTS: Final = 400_000  # elements of what a book says of itself: sheets, names and looks
MOST_LETTERS: Final = 12_000_000  # of all cells: many may name one long text, so a small file can hold a great deal
MOST_SHEETS: Final = 20
_LONGEST_NAME: Final = 100  # of a sheet
_TOLD_EVERY: Final = 500  # rows
_NEARLY_ALL: Final = 0.9
_SAMPLE: Final = 40  # rows that tell how a text file is divided
_SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LINK: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
#: Neither the database nor an answer takes these.
_BROKEN: Final = re.compile("[\x00\ud800-\udfff]")

Rows = list[list[str]]


class Unread(str):
    """A cell whose words the file does not tell: a formula that was never counted, or one that failed."""

    __slots__ = ()


def rows_of(content: bytes, name: str, *, tell: Callable[[int], None] | None = None) -> Rows:
    """Every row down to the last one with something in it; row 1 is the first. How far it is, is told now and then.

    Raises Refusal("file_unreadable"), ("file_has_no_rows"), ("too_many_rows"),
    ("file_holds_too_much") or what the limits of archives say.
    """
    checked_size(content)
    rows = _placed(_csv_rows(content) if is_text(name) else _xlsx_rows(content), tell)
    if not rows:
        raise Refusal("file_has_no_rows", field="file", status=422)
    return rows


def rows_of_sheets(content: bytes, *, tell: Callable[[int], None] | None = None) -> list[tuple[str, Rows]]:
    """Every visible sheet of a spreadsheet with something in it, by its name: together they keep to the limits of one.

    A later sheet that goes beyond them, or cannot be read, is named without rows. Raises as `rows_of`.
    """
    checked_size(content)
    package, shared, days = _read_book(content)
    found: list[tuple[str, Rows]] = []
    letters = full = 0
    for name, part in islice(_sheets(package), MOST_SHEETS):
        try:
            rows = _placed(_sheet_rows(package, part, shared, days), tell, letters=letters, full=full)
        except Refusal:
            if not found:
                raise
            found.append((name, []))
            continue
        if rows:
            found.append((name, rows))
        letters += sum(len(cell) for row in rows for cell in row)
        full += len(rows)
    if not found:
        raise Refusal("file_has_no_rows", field="file", status=422)
    return found


def is_text(name: str) -> bool:
    """Whether the file is one of plain text, by its name."""
    return name.lower().endswith((".csv", ".txt"))


def _placed(
    rows: Iterator[tuple[int, list[str]]], tell: Callable[[int], None] | None, *, letters: int = 0, full: int = 0
) -> Rows:
    """The rows in their places, as far as the last one with something in it: empty ones below it cost nothing.

    So many letters and filled rows have been read of the sheets before.
    """
    found: Rows = []
    for read, (number, row) in enumerate(rows):
        if read == _MOST_READ:
            raise Refusal("too_many_rows", field="file", status=413, most=MOST_ROWS)
        if not any(cell.strip() for cell in row):
            continue
        letters += sum(map(len, row))
        if letters > MOST_LETTERS:
            raise Refusal("file_holds_too_much", field="file", status=413)
        full += 1
        if full > MOST_ROWS + 10 or number > LAST_ROW:  # a few lines stand above the rows
            raise Refusal("too_many_rows", field="file", status=413, most=MOST_ROWS)
        if tell is not None and full % _TOLD_EVERY == 0:
            tell(number)
        found += [[] for _empty in range(len(found) + 1, number)]
        found.append([cell if len(cell) <= LONGEST_CELL else cell[:LONGEST_CELL] for cell in row[:MOST_COLUMNS]])
    return found


def _csv_rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    try:
        text = content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    text = text.replace("\x00", "")
    try:
        yield from enumerate(csv.reader(io.StringIO(text), delimiter=_divider(text)), start=1)
    except csv.Error:
        raise Refusal("file_unreadable", field="file", status=415) from None


def _divider(text: str) -> str:
    """What divides the cells: what divides the first line, or, where titles stand above, nearly all later rows alike."""
    first = text.split("\n", 1)[0]
    usual = max(";,\t", key=first.count)
    return next((one for one in sorted(";,\t", key=lambda one: one != usual) if _divides(text, one)), usual)


def _divides(text: str, divider: str) -> bool:
    """Whether the first rows have the same number of cells, several, from the first such row on."""
    try:
        widths = [len(row) for row in islice(csv.reader(io.StringIO(text), delimiter=divider), _SAMPLE) if row]
    except csv.Error:
        return False
    width, count = Counter(widths).most_common(1)[0] if widths else (0, 0)
    return width > 1 and count > 1 and count >= _NEARLY_ALL * len(widths[widths.index(width) :])


def book_of(content: bytes) -> ZipFile:
    """A spreadsheet's package within the limits of archives; nothing in it has been read yet."""
    package = opened(content)
    if kind_of_package(package) != "xlsx":
        raise Refusal("file_unreadable", field="file", status=415)
    return package


def _read_book(content: bytes) -> tuple[ZipFile, list[str], "_Days"]:
    """The package with what all its sheets share: texts, and which looks are days."""
    package = book_of(content)
    without_entities(package)
    return package, _shared(package), _Days(package)


def _xlsx_rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    package, shared, days = _read_book(content)
    sheet = next(_sheets(package), None)
    if sheet is None:
        raise Refusal("file_unreadable", field="file", status=415)
    yield from _sheet_rows(package, sheet[1], shared, days)


def _sheet_rows(package: ZipFile, part: str, shared: list[str], days: "_Days") -> Iterator[tuple[int, list[str]]]:
    next_row = 1
    for row in read_through(package, part, f"{_SHEET}row"):
        number = _number(row.get("r"), next_row)
        yield number, _cells(row, shared, days)
        next_row = number + 1


def _number(said: str | None, usual: int) -> int:
    return max(int(said), usual) if said and said.isascii() and said.isdigit() and len(said) < 9 else usual


def _facts(package: ZipFile, name: str, tag: str) -> Iterator[Element]:
    """What a book says of itself, where it says anything of that."""
    return read_through(package, name, tag, most=MOST_FACTS) if name in package.namelist() else iter(())


def _sheets(package: ZipFile) -> Iterator[tuple[str, str]]:
    """The sheets that show, by name, each with its part; a part that several name is that of the first alone."""
    links = _facts(package, "xl/_rels/workbook.xml.rels", f"{_RELATIONS}Relationship")
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    known: set[str] = set()
    for sheet in _facts(package, "xl/workbook.xml", f"{_SHEET}sheet"):
        if sheet.get("state", "visible") == "visible":
            target = targets.get(sheet.get(_LINK), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in known:
                continue
            known.add(part)
            yield _BROKEN.sub("", sheet.get("name", ""))[:_LONGEST_NAME], part


def _shared(package: ZipFile) -> list[str]:
    name = "xl/sharedStrings.xml"
    found: list[str] = []
    letters = 0
    for item in read_through(package, name, f"{_SHEET}si") if name in package.namelist() else ():
        found.append(_text(item))
        letters += len(found[-1])
        if letters > MOST_LETTERS:
            raise Refusal("file_holds_too_much", field="file", status=413)
    return found


def _text(item: Element) -> str:
    """The runs of a text; how a word is spoken (phonetic runs) is no part of it."""
    parts = [item.find(f"{_SHEET}t"), *(run.find(f"{_SHEET}t") for run in item.findall(f"{_SHEET}r"))]
    joined = "".join(part.text or "" for part in parts if part is not None)
    return _BROKEN.sub("", _ESCAPED.sub(lambda found: chr(int(found[1], 16)), joined))


class _Days:
    """Which cells of a book show days, and how their numbers are read."""

    def __init__(self, package: ZipFile) -> None:
        name = "xl/styles.xml"
        forms, looks = (_facts(package, name, f"{_SHEET}{tag}") for tag in ("numFmt", "cellXfs"))
        self.styles = day_styles(forms, looks)
        said = [one.get("date1904", "") for one in _facts(package, "xl/workbook.xml", f"{_SHEET}workbookPr")]
        self.read = reader_of(from_1904=bool(said) and said[0] in {"1", "true"})


def _cells(row: Element, shared: list[str], days: _Days) -> list[str]:
    found: list[str] = []
    for cell in row.iter(f"{_SHEET}c"):
        place = _PLACE.match(cell.get("r", ""))
        column = column_number(place[1]) if place else len(found) + 1
        if max(column, len(found) + 1) > MOST_COLUMNS:
            break
        found += [""] * (column - 1 - len(found))
        found.append(_value(cell, shared, days))
    return found


def _value(cell: Element, shared: list[str], days: _Days) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(f"{_SHEET}is")
        return _text(inline) if inline is not None else ""
    value = cell.find(f"{_SHEET}v")
    said = (value.text or "") if value is not None else ""
    if kind == "e" or (not said and cell.find(f"{_SHEET}f") is not None):
        return Unread(said)
    if kind == "s":
        number = number_of(said, most_digits=9)
        return shared[number] if number is not None and number < len(shared) else ""
    if kind == "n" and cell.get("s") in days.styles:
        return days.read(said)
    if kind == "n" and re.fullmatch(r"-?[0-9]+\.0+", said):
        return said.split(".")[0]
    return said


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """A for 1, AA for 27."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
