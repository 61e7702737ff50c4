"""Which sheet of an earlier round's file the page of its columns is about, and on which row its headings stand."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.utils.http import urlencode

from yhdyspinta.intake.importing.cells import Rows
from yhdyspinta.intake.importing.headings import guessed_head, head_of
from yhdyspinta.intake.importing.sheets import chosen_sheet, rows_on
from yhdyspinta.intake.models import Upload
from yhdyspinta.ui.text import number_of

_EXAMPLES: Final = 3
_LOOKED: Final = 100  # rows


@dataclass(frozen=True)
class Look:
    """A sheet's rows, its number where there are several, and the row of its headings."""

    rows: Rows
    sheet: int | None
    head: int
    is_plain: bool  # the guess needs nobody's word, or somebody has given it

    @property
    def heads(self) -> list[str]:
        return list(self.rows[self.head - 1])

    @property
    def query(self) -> str:
        """The same again, for the page's own links."""
        sheet = {} if self.sheet is None else {"sheet": self.sheet}
        return urlencode({"head": self.head, **sheet})

    def examples(self) -> list[list[str]]:
        """The first things that stand in each column."""
        found: list[list[str]] = [[] for _column in self.heads]
        for cells in self.rows[self.head : self.head + _LOOKED]:
            for column, cell in enumerate(cells[: len(found)]):
                if cell.strip() and len(found[column]) < _EXAMPLES:
                    found[column].append(cell.strip()[:80])
        return found


def look_at(request: HttpRequest, kept: Upload) -> Look:
    """What the page asks for or sends; else what was said of the file; else the guess."""
    asked = request.POST if request.method == "POST" else request.GET
    sheet = number_of(asked.get("sheet"))
    rows = rows_on(kept.rows, kept.sheets, sheet)
    is_kept = rows is kept.rows
    own = kept.choices if is_kept and kept.choices.get("columns") else {}
    said = number_of(asked.get("head")) or own.get("head")
    is_plain = bool(said) or guessed_head(rows)[1]
    return Look(rows, chosen_sheet(kept.sheets) if is_kept else sheet, head_of(rows, {"head": said}), is_plain)
