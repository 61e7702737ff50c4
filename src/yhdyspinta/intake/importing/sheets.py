"""The sheets of a workbook of which one is brought in: the chosen one's rows stand with the file, the others beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from yhdyspinta.intake.importing.cells import Rows, is_text, rows_of, rows_of_sheets
from yhdyspinta.intake.importing.headings import guessed_head
from yhdyspinta.intake.models import Upload

#: As a file keeps them: each sheet's name with its rows; None of the chosen one, whose rows are the file's own.
Kept = list[list[Any]]
_SHOWN: Final = 20


@dataclass(frozen=True)
class SheetShown:
    """A sheet as the page names it."""

    number: int
    name: str
    is_chosen: bool
    is_unread: bool  # it would have made the file hold too much


def rows_by_kind(
    kind: str, content: bytes, name: str, tell: Callable[[int], None] | None = None
) -> tuple[Rows, Kept | None]:
    """What a spreadsheet holds: of another service's every sheet, of our own template's the first."""
    return (
        read_sheets(content, name, tell) if kind == Upload.Kind.EARLIER else (rows_of(content, name, tell=tell), None)
    )


def read_sheets(content: bytes, name: str, tell: Callable[[int], None] | None = None) -> tuple[Rows, Kept | None]:
    """The rows of the sheet that is taken first, and all sheets where several hold something.

    The first with headings and rows below them is taken, else the first with anything. Raises as `rows_of`.
    """
    if is_text(name):
        return rows_of(content, name, tell=tell), None
    found = rows_of_sheets(content, tell=tell)
    likely = (place for place, (_name, rows) in enumerate(found) if guessed_head(rows)[1])
    chosen = next(likely, 0)
    if len(found) == 1:
        return found[0][1], None
    return found[chosen][1], [[name, None if place == chosen else rows] for place, (name, rows) in enumerate(found)]


def chosen_sheet(sheets: Kept | None) -> int | None:
    """Which of several sheets is chosen."""
    return next((place for place, (_name, rows) in enumerate(sheets or ()) if rows is None), None)


def rows_on(rows: Rows, sheets: Kept | None, wanted: int | None) -> Rows:
    """The rows of the wanted sheet; of one that is not there, or could not be read, those of the chosen one."""
    if sheets is None or wanted is None or not 0 <= wanted < len(sheets):
        return rows
    return sheets[wanted][1] or rows


def changed_to(rows: Rows, sheets: Kept | None, wanted: int | None) -> tuple[Rows, Kept | None]:
    """The file's own rows and its sheets once the wanted one is chosen."""
    now, others = rows_on(rows, sheets, wanted), chosen_sheet(sheets)
    if sheets is None or now is rows:
        return rows, sheets
    moved = {others: rows, wanted: None}
    return now, [[name, moved.get(place, kept)] for place, (name, kept) in enumerate(sheets)]


def sheets_shown(sheets: Kept | None, wanted: int | None) -> Sequence[SheetShown]:
    """Every sheet by its name, with the one that the page is about."""
    asked = wanted if sheets and wanted is not None and 0 <= wanted < len(sheets) and sheets[wanted][1] else None
    about = chosen_sheet(sheets) if asked is None else asked
    return [
        SheetShown(place, name, is_chosen=place == about, is_unread=rows == [])
        for place, (name, rows) in enumerate(sheets or ())
    ][:_SHOWN]
