"""The themes that an earlier round's file tells of its comments: divided, checked, and compared with the round's own."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from yhdyspinta.intake.importing.checks import RowReader, clean_line
from yhdyspinta.intake.importing.columns import parts_of
from yhdyspinta.intake.importing.found import Checked, FoundSender
from yhdyspinta.material.actions.brought_themes import same_name, themes_by_name
from yhdyspinta.material.actions.themes import MOST
from yhdyspinta.material.values import THEME

_SHOWN: Final = 30


class ThemeColumns:
    """Reads the cells of the columns of themes; each theme is spelt as it first stands."""

    def __init__(self, reader: RowReader, rows: Sequence[list[str]], columns: Sequence[int]) -> None:
        self.reader, self.columns = reader, columns
        #: Where any cell has a semicolon, commas belong to the names.
        self.by_semicolon = {
            column: any(";" in cells[column] for cells in rows if column < len(cells)) for column in columns
        }
        self.names: dict[str, str] = {}

    def of(self, row: int, cells: list[str]) -> tuple[str, ...]:
        """The themes of a row, in their order; a name that is too long is a mistake."""
        found: list[str] = []
        for column in self.columns:
            parts = self._parts(column, cells[column] if column < len(cells) else "")
            for said in () if self.reader.too_many(row, column, parts) else parts:
                name = clean_line(said)
                if len(said) > THEME.longest:
                    self.reader.wrong(row, column, "theme_too_long", length=len(said), most=THEME.longest)
                elif name:
                    found.append(self.names.setdefault(same_name(name), name))
        return tuple(dict.fromkeys(found))

    def _parts(self, column: int, cell: str) -> list[str]:
        return parts_of(cell, ";" if self.by_semicolon[column] else ",")

    def check_count(self) -> None:
        """A round can have so many themes; one query where the file tells any."""
        if not self.names:
            return
        there = themes_by_name(self.reader.around.activity)
        known = self.reader.found.themes = {name: theme.pk for name, theme in there.items()}
        count = len(set(known.values())) + sum(name not in known for name in self.names)
        if count > MOST:
            self.reader.wrong(1, self.columns[0], "themes_too_many", count=count, most=MOST)


def told_themes(found: Checked, senders: Iterable[FoundSender]) -> dict[str, Any]:
    """For the preview: how many themes come along, how many of them are new in the round, and the first names."""
    names = dict.fromkeys(name for one in senders for comment in one.comments for name in comment.themes)
    if not names:
        return {}
    told: dict[int | str, str] = {}  # two names of one theme of the round are one
    for name in names:
        told.setdefault(found.themes.get(same_name(name), name), name)
    shown = list(told.values())[:_SHOWN]
    new = sum(isinstance(key, str) for key in told)
    return {"count": len(told), "new": new, "names": shown, "is_cut": len(told) > len(shown)}
