"""The download as an Excel file: comments, answers, totals, codebook. Every cell of text is text, whatever it begins with."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import IO, Any, Final

from yhdyspinta.open_data.exports.answers import HEADS
from yhdyspinta.open_data.exports.codebook import Entry, Total
from yhdyspinta.open_data.exports.columns import COLUMNS, NAMES
from yhdyspinta.ui.tables import neutral

MOST_ROWS: Final = 1_048_575  # of one sheet, below its head
MOST_LETTERS: Final = 32_767
_CUT: Final = " … [the rest is in the CSV file]"
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_workbook(
    file: IO[bytes], rows: Iterator[list[Any]], totals: Iterable[Total], entries: Iterable[Entry], about: dict[str, str],
    *, answers: Iterable[list[Any]] = (), most_rows: int = MOST_ROWS,
) -> None:  # fmt: skip
    """All sheets, row by row: memory does not grow with the number of comments."""
    import xlsxwriter  # here, so that web workers do without its memory

    book = xlsxwriter.Workbook(file, _OPTIONS)
    bold = book.add_format({"bold": True})
    for place in range(1, 1_000):
        first = next(rows, None)
        if first is None and place > 1:
            break
        sheet = book.add_worksheet("comments" if place == 1 else f"comments {place}")
        _comments(sheet, bold, chain([first] if first is not None else [], islice(rows, most_rows - 1)))
    _sheet(book, bold, "answers", HEADS, answers)
    languages = ("fi", "sv", "en")
    counted = ([one.kind, one.key, *(one.words[tag] for tag in languages), one.senders] for one in totals)
    _sheet(book, bold, "totals", ["kind", "key", *languages, "senders"], counted)
    words = ([one.column, one.value, *(one.words[tag] for tag in languages)] for one in entries)
    _sheet(book, bold, "codebook", ["column", "value", *languages], words)
    _sheet(book, bold, "about", ["what", "is"], (list(pair) for pair in about.items()))
    book.close()


def _comments(sheet: Any, bold: Any, rows: Iterable[list[Any]]) -> None:
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
    sheet.freeze_panes(1, 1)
    _lines(sheet, bold, NAMES, rows)


def _sheet(book: Any, bold: Any, name: str, head: Iterable[str], rows: Iterable[list[Any]]) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 5, 30)
    _lines(sheet, bold, head, rows)


def _lines(sheet: Any, bold: Any, head: Iterable[str], rows: Iterable[list[Any]]) -> None:
    for place, name in enumerate(head):
        sheet.write_string(0, place, name, bold)
    write_string, write_number = sheet.write_string, sheet.write_number
    for line, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            if cell is None or cell == "":
                continue
            if isinstance(cell, int):
                write_number(line, place, cell)
            else:
                write_string(line, place, _fitting(str(neutral(cell))))


def _fitting(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - len(_CUT)] + _CUT
