"""The download as an Excel file: comments, answers, totals, codebook. Every cell of text is text, whatever it begins with."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import IO, Any, Final

from yhdyspinta.open_data.exports.answers import HEADS
from yhdyspinta.open_data.exports.codebook import Entry, Total
from yhdyspinta.open_data.exports.columns import COLUMNS, NAMES
from yhdyspinta.ui.workbooks import workbook, write_lines

MOST_ROWS: Final = 1_048_575  # of one sheet, below its head


def write_workbook(
    file: IO[bytes], rows: Iterator[list[Any]], totals: Iterable[Total], entries: Iterable[Entry], about: dict[str, str],
    *, answers: Iterable[list[Any]] = (), most_rows: int = MOST_ROWS,
) -> None:  # fmt: skip
    """All sheets, row by row: memory does not grow with the number of comments."""
    book = workbook(file)
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
    write_lines(sheet, bold, NAMES, rows)


def _sheet(book: Any, bold: Any, name: str, head: Iterable[str], rows: Iterable[list[Any]]) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 5, 30)
    write_lines(sheet, bold, head, rows)
