"""The three sections of a Pabulib file as rows of cells, each row with its line."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from civic_compute.budgeting.problems import BudgetingProblem
from civic_compute.reading import ReadingProblem, Source

NAMES: Final = ("META", "PROJECTS", "VOTES")
MOST_LINES: Final = 20_000_000  # a file of more holds mostly empty ones, made to fill the memory
_CELL: Final = 1 << 27  # characters a cell may hold

Cells = Sequence[str]


@dataclass(frozen=True)
class Row:
    line: int  # on which it begins, from 1
    cells: Cells


@dataclass(frozen=True)
class Sections:
    """META and PROJECTS as rows; VOTES as its header and the lines below it, which may be very many."""

    name: str  # of the file
    meta: tuple[Row, ...]  # without the row key;value, which not every file has
    project_columns: Row
    projects: tuple[Row, ...]
    vote_columns: Row
    vote_lines: Sequence[str]
    first_vote_line: int

    def votes(self) -> Iterator[Row]:
        """The rows of VOTES; empty lines are passed over."""
        if any('"' in line for line in self.vote_lines):
            yield from _quoted(self.vote_lines, self.first_vote_line, self.name)
            return
        for line, text in enumerate(self.vote_lines, self.first_vote_line):
            if text.strip():
                yield Row(line, text.split(";"))


def sections_of(source: Source) -> Sections:
    """Split a file into its sections.

    Raises ReadingProblem (bytes, broken quotes, empty header, "too_many_lines") and BudgetingProblem("before_meta", "section_missing",
    "section_twice", "section_order", "header_missing") with the line.
    """
    text = source.text()
    if text.count("\n") > MOST_LINES:
        raise ReadingProblem("too_many_lines", file=source.name, limit=MOST_LINES)
    lines = text.split("\n")
    found = _found(lines, source.name)
    meta = found["META"]
    if meta and [cell.strip().casefold() for cell in meta[0].cells[:2]] == ["key", "value"]:
        meta = meta[1:]
    header = found["VOTES"][0]
    return Sections(
        source.name,
        tuple(meta),
        found["PROJECTS"][0],
        tuple(found["PROJECTS"][1:]),
        header,
        _without_second(lines[header.line :], header.line + 1, source.name),
        header.line + 1,
    )


def _found(lines: Sequence[str], file: str) -> dict[str, list[Row]]:
    """The rows of each section, the last with its header only."""
    found: dict[str, list[Row]] = {}
    for row in _quoted(lines, 1, file):
        name = _section_name(row.cells)
        if name:
            _check_place(name, found, row.line, file)
            found[name] = []
        elif not found:
            raise BudgetingProblem("before_meta", file=file, line=row.line)
        else:
            found[list(found)[-1]].append(row)
        if found.get("VOTES"):
            break
    for name in NAMES:
        if name not in found:
            raise BudgetingProblem("section_missing", file=file, section=name)
        if name != "META" and not found[name]:
            raise BudgetingProblem("header_missing", file=file, section=name)
    return found


def _section_name(cells: Cells) -> str:
    """A heading stands alone in its row; spreadsheets add empty cells after it."""
    name = cells[0].strip().upper()
    return name if name in NAMES and not any(cell.strip() for cell in cells[1:]) else ""


def _check_place(name: str, found: dict[str, list[Row]], line: int, file: str) -> None:
    if name in found:
        raise BudgetingProblem("section_twice", file=file, line=line, section=name)
    if any(NAMES.index(name) < NAMES.index(before) for before in found):
        raise BudgetingProblem("section_order", file=file, line=line, section=name)
    if not found and name != "META":
        raise BudgetingProblem("before_meta", file=file, line=line)


def _without_second(lines: list[str], first: int, file: str) -> list[str]:
    for line, text in enumerate(lines, first):
        if text[:1] in "MPVmpv" and (name := _section_name(text.split(";"))):
            raise BudgetingProblem("section_twice", file=file, line=line, section=name)
    return lines


def _quoted(lines: Sequence[str], first: int, file: str) -> Iterator[Row]:
    """Rows of lines where cells may be quoted, and a quoted cell may hold semicolons and line ends."""
    csv.field_size_limit(_CELL)
    ended = False

    def fed() -> Iterator[str]:
        nonlocal ended
        for text in lines:
            yield text + "\n"
        ended = True

    reader = csv.reader(fed(), delimiter=";")
    while True:
        line = first + reader.line_num
        cells = next(reader, None)
        if cells is None:
            return
        if ended:  # the row asked for more: a quote was open
            raise ReadingProblem("broken_quotes", file=file, line=line)
        if any(cell.strip() for cell in cells):
            yield Row(line, cells)
