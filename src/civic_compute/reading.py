"""Files as people have them: packed or not, with or without a byte order mark; a wrong byte is named by its line."""

import csv
import gzip
import hashlib
import io
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, ClassVar, Final

from civic_compute.problems import CalculationProblem

if TYPE_CHECKING:
    import _csv

LARGEST: Final = 2 * 1024**3  # bytes unpacked
_PIECE: Final = 1 << 20


class ReadingProblem(CalculationProblem):
    SENTENCES: ClassVar = {
        "not_found": "there is no such file",
        "not_readable": "the file cannot be read",
        "not_whole": "the packed file is cut short or broken",
        "too_large": "the file is larger than {limit} bytes when unpacked",
        "too_many_lines": "the file has more than {limit} lines",
        "not_utf8": "byte {byte} is not UTF-8: save the file as UTF-8",
        "empty": "the file is empty",
        "nul": "there is a NUL character",
        "no_column": "there is no column {column}: the columns are {columns}",
        "two_columns": "the column {column} is there twice",
        "row_length": "the row has {found} cells and the header {expected}",
        "no_rows": "there are no rows below the header",
        "broken_quotes": "a quoted cell is not closed",
    }


@dataclass(frozen=True)
class Source:
    """What was read: the file's name as given, its unpacked bytes, and their SHA-256 in hex."""

    name: str
    data: bytes
    sha256: str

    def text(self) -> str:
        """The bytes as UTF-8, without a byte order mark, with one kind of line end.

        Raises ReadingProblem("not_utf8", "empty", "nul") with the line.
        """
        try:
            text = self.data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = self.data.count(b"\n", 0, error.start) + 1
            raise ReadingProblem(
                "not_utf8", file=self.name, line=line, byte=f"0x{self.data[error.start]:02x}"
            ) from None
        if not text.strip():
            raise ReadingProblem("empty", file=self.name)
        if "\0" in text:
            raise ReadingProblem("nul", file=self.name, line=text.count("\n", 0, text.index("\0")) + 1)
        return text.replace("\r\n", "\n").replace("\r", "\n")


def read_source(path: Path, *, name: str = "") -> Source:
    """Read a file; a packed one (.gz by its first bytes) is unpacked.

    Raises ReadingProblem("not_found", "not_readable", "not_whole", "too_large").
    """
    name = name or str(path)
    try:
        with path.open("rb") as stream:
            return read_stream(stream, name=name)
    except FileNotFoundError:
        raise ReadingProblem("not_found", file=name) from None
    except OSError:
        raise ReadingProblem("not_readable", file=name) from None


def read_stream(stream: BinaryIO, *, name: str) -> Source:
    """Read an open stream of bytes, standard input for one; packed content is unpacked."""
    buffered = io.BufferedReader(stream) if not hasattr(stream, "peek") else stream  # type: ignore[type-var]
    packed = buffered.peek(2)[:2] == b"\x1f\x8b"
    try:
        pieces = _pieces(gzip.GzipFile(fileobj=buffered) if packed else buffered, name)
        data = b"".join(pieces)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise ReadingProblem("not_whole", file=name) from None
    return Source(name, data, hashlib.sha256(data).hexdigest())


def _pieces(stream: BinaryIO | gzip.GzipFile, name: str) -> Iterator[bytes]:
    total = 0
    while piece := stream.read(_PIECE):
        total += len(piece)
        if total > LARGEST:
            raise ReadingProblem("too_large", file=name, limit=LARGEST)
        yield piece


@dataclass(frozen=True)
class Row:
    """A row of a table: the line it begins on, and its cells by column."""

    line: int
    cells: dict[str, str]


def read_table(source: Source, *, delimiter: str = "") -> tuple[tuple[str, ...], Iterator[Row]]:
    """The columns of a CSV file and its rows; the delimiter is the more common of comma, semicolon and tab in the header.

    Column names lose surrounding space. Empty rows are passed over. Raises ReadingProblem("two_columns",
    "row_length", "broken_quotes") with the line; rows are read as they are asked for.
    """
    columns, rows = read_cells(source, delimiter=delimiter)
    return columns, (Row(line, dict(zip(columns, cells, strict=True))) for line, cells in rows)


def read_cells(source: Source, *, delimiter: str = "") -> tuple[tuple[str, ...], Iterator[tuple[int, list[str]]]]:
    """As `read_table`, each row as its line and its cells in the columns' order: quicker where columns are many."""
    text = source.text()
    header = text.split("\n", 1)[0]
    delimiter = delimiter or max((",", ";", "\t"), key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    csv.field_size_limit(1 << 27)
    try:
        columns = tuple(name.strip() for name in next(reader))
    except csv.Error:
        raise ReadingProblem("broken_quotes", file=source.name, line=1) from None
    times = Counter(fold(name) for name in columns)
    twice = next((name for name in columns if times[fold(name)] > 1), None)
    if twice is not None:
        raise ReadingProblem("two_columns", file=source.name, line=1, column=twice)
    return columns, _rows(reader, len(columns), source.name)


def fold(name: str) -> str:
    """A name or value as it is compared: NFC, no surrounding space, inner space as one, case-folded."""
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())


def _rows(reader: "_csv.Reader", width: int, name: str) -> Iterator[tuple[int, list[str]]]:
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            raise ReadingProblem("broken_quotes", file=name, line=line) from None
        if cells is None:
            return
        if not any(cells):
            continue
        if len(cells) != width:
            raise ReadingProblem("row_length", file=name, line=line, found=len(cells), expected=width)
        yield line, cells


def id_order(identifier: str) -> tuple[int, int, str]:
    """The key that sorts ids: numbers by value, before texts by code point."""
    number = identifier.isascii() and identifier.isdecimal()
    return (0, int(identifier), identifier) if number and len(identifier) < 4000 else (1, 0, identifier)


def column_named(columns: tuple[str, ...], *names: str, file: str) -> str:
    """The first of the names that is a column, compared without regard to case and surrounding space.

    Raises ReadingProblem("no_column").
    """
    known = {fold(column): column for column in columns}
    for name in names:
        if fold(name) in known:
            return known[fold(name)]
    raise ReadingProblem("no_column", file=file, line=1, column=" / ".join(names), columns=", ".join(columns))
