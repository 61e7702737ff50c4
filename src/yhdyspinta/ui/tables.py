"""Tables as files: CSV that spreadsheet programs read as text, never as formulas."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.http import StreamingHttpResponse

BOM: Final = "\ufeff"
#: What a spreadsheet takes for the beginning of a formula, the full-width forms too.
LEADS: Final = frozenset("=+-@|%\t\r\n＝＋－＠｜％")
_UNSEEN: Final = "\ufeff\u200b\u200c\u200d\u2060\u00ad \u00a0\u3000\v\f"

Cell = str | int | None


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def neutral(value: Cell) -> str | int:
    """The cell as it may be written: numbers as they are, and text that could start a formula behind an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, int):
        return int(value)
    if not value or (value[0].isalnum() and "\x00" not in value):  # nearly all: a letter or a figure is no lead
        return value
    text = value.replace("\x00", "")
    bare = text.lstrip(_UNSEEN)
    return f"'{text}" if bare and bare[0] in LEADS else text


def csv_lines(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The file line by line, as Finnish and Swedish spreadsheets expect it: semicolons, UTF-8 with its mark.

    Every cell is quoted, so that a reader who divides at commas makes no new cells of a text.
    """
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    yield BOM + str(writer.writerow([neutral(cell) for cell in head]))
    for row in rows:
        yield str(writer.writerow([neutral(cell) for cell in row]))


def csv_response(name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> StreamingHttpResponse:
    """A download that is written while it is sent, however long it is. `name` is ours, plain letters and hyphens."""
    response = StreamingHttpResponse(csv_lines(head, rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    return response
