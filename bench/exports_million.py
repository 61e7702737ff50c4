"""Downloads of a round of 1,000,000 comments: CSV, Excel and JSON, each streamed in little memory, every row there once.

bench/exports_million.py [COMMENTS]      fewer, for trying it

Each kind is made in a process of its own, as `exports` does; the files are then read again and their rows counted.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bench.lines import Line, within

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

COMMENTS, MEMORY = 1_000_000, 200  # threat E7


def main(comments: int) -> int:
    from bench.exports import measured, ordered
    from bench.pages import county
    from bench.running.crowd import fill
    from bench.running.installation import installation

    lines: list[Line] = []
    with installation() as place:
        from yhdyspinta.open_data.exports.files import file_of

        activity = county(1)
        fill(activity, comments)
        for kind, numbers in COUNTED.items():
            export = ordered(activity, comments)
            told, database = measured(place, export, kind)
            found = numbers(file_of(export.folder, kind))
            lines += [
                Line(f"{comments:,} comments as {kind}: process and database",
                     round(told["seconds"] + database, 1), None, "s", None, "stated", holds=True),
                within(f"{comments:,} comments as {kind}: memory over idle", told["memory"], MEMORY, "MB"),
                within(f"{comments:,} comments as {kind}: rows missing or doubled", abs(comments - found), 0, "rows"),
            ]  # fmt: skip
    for line in lines:
        line.show()
    return 0 if all(line.holds for line in lines) else 1


def csv_numbers(path: Path) -> int:
    """How many comments are in the file, each number counted once."""
    import csv

    with path.open(encoding="utf-8-sig", newline="") as file:
        return len({row["number"] for row in csv.DictReader(file, delimiter=";")})


def json_numbers(path: Path) -> int:
    """As `csv_numbers`."""
    import json

    return len({row["number"] for row in json.loads(path.read_text(encoding="utf-8"))["comments"]})


def xlsx_numbers(path: Path) -> int:
    """As `csv_numbers`; of a sheet and of those that it goes on in."""
    from zipfile import ZipFile

    found: set[str] = set()
    with ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                with package.open(name) as sheet:
                    found |= _numbers_of(sheet)
    return len(found)


def _numbers_of(sheet: IO[bytes]) -> set[str]:
    """What stands in the column that is called number; nothing where there is none."""
    from xml.etree.ElementTree import iterparse

    column, found = "", set()
    for _event, cell in iterparse(sheet):  # noqa: S314 (a file of our own)
        kind = cell.tag.rpartition("}")[2]
        if kind == "c":
            letters = cell.get("r", "").rstrip("0123456789")
            value = "".join(cell.itertext())
            if value == "number" and cell.get("r") == f"{letters}1":
                column = letters
            elif letters == column:
                found.add(value)
        elif kind == "row":
            cell.clear()
    return found


COUNTED = {"csv": csv_numbers, "json": json_numbers, "xlsx": xlsx_numbers}

if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else COMMENTS))
