"""The files of a download: parts while it is being made, then the three formats. One write, then a rename."""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

import orjson
from django.conf import settings

from yhdyspinta.open_data.exports.columns import NAMES
from yhdyspinta.open_data.exports.rows import Row
from yhdyspinta.ui.tables import BOM, csv_line
from yhdyspinta.ui.workbooks import EXCEL

TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": EXCEL,
    "json": "application/json",
}

_COLUMNS: Final = "part-columns.json"  # goes with the parts


def folder_of(name: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "exports" / name


def file_of(name: str, kind: str) -> Path:
    return folder_of(name) / f"comments.{kind}"


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """A file that stands whole under its name or not at all, also after a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    with unfinished.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def write_part(folder: Path, number: int, rows: Sequence[Row]) -> None:
    """One batch as lines of both kinds."""
    with written(_part(folder, number, "csv")) as file:
        file.write("".join([csv_line([*row.values()]) for row in rows]).encode())
    with written(_part(folder, number, "lines")) as file:
        file.writelines(orjson.dumps(row) + b"\n" for row in rows)


def note_columns(folder: Path) -> None:
    """Beside the parts, which columns they have: a worker of another version must not go on with them."""
    with written(folder / _COLUMNS) as file:
        file.write(_columns())


def have_our_columns(folder: Path) -> bool:
    """Whether the parts are of the columns that this version of the program writes."""
    try:
        return (folder / _COLUMNS).read_bytes() == _columns()
    except FileNotFoundError:
        return False


def _columns() -> bytes:
    return json.dumps(NAMES).encode()


def _part(folder: Path, number: int, kind: str) -> Path:
    return folder / f"part-{number:06}.{kind}"


def join_csv(folder: Path, parts: int) -> None:
    """The table: semicolons, UTF-8 with its mark, as Finnish and Swedish spreadsheets expect it."""
    with written(folder / "comments.csv") as whole:
        whole.write((BOM + csv_line(NAMES)).encode())
        for number in range(1, parts + 1):
            with _part(folder, number, "csv").open("rb") as part:
                shutil.copyfileobj(part, whole, 1 << 20)


def join_json(folder: Path, parts: int, about: dict[str, Any], beat: Callable[[], None]) -> None:
    """One object: what it is, its codebook, and the comments, each on a line of its own."""
    with written(folder / "comments.json") as whole:
        whole.write(json.dumps(about, ensure_ascii=False)[:-1].encode() + b',"comments":[')
        for place, line in enumerate(_lines(folder, parts, beat)):
            whole.write((b",\n" if place else b"\n") + line)
        whole.write(b"\n]}\n")


def rows_of(folder: Path, parts: int, beat: Callable[[], None]) -> Iterator[list[Any]]:
    """The rows from the parts."""
    for line in _lines(folder, parts, beat):
        yield list(orjson.loads(line).values())


def _lines(folder: Path, parts: int, beat: Callable[[], None]) -> Iterator[bytes]:
    """Each comment as it stands in the parts; after each part a sign of life."""
    for number in range(1, parts + 1):
        with _part(folder, number, "lines").open("rb") as part:
            for line in part:
                yield line.rstrip(b"\n")
        beat()


def remove_parts(folder: Path) -> None:
    """What only making needed."""
    for path in (*folder.glob("part-*"), *folder.glob(".*")):
        path.unlink(missing_ok=True)


def remove_folder(name: str) -> None:
    shutil.rmtree(folder_of(name), ignore_errors=True)


def are_there(name: str) -> bool:
    """Whether all the files of a folder are."""
    return all(file_of(name, kind).exists() for kind in TYPES)


def folders() -> set[str]:
    """The names of all folders that are there."""
    return {folder.name for folder in folder_of("").glob("*/")}
