"""On which row of another service's file its headings stand: guessed, or as the staff have said."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, Final

from yhdyspinta.intake.importing.columns import day_of
from yhdyspinta.ui.text import beginning

_LOOKED: Final = 40  # filled rows from the top in which headings are looked for
_BELOW: Final = 20  # filled rows below a row, which tell whether it heads them
_ALIKE: Final = 0.7  # of their filled cells so many stand below one of its own
_SHOWN: Final = 12
_LONGEST: Final = 120


def guessed_head(rows: Sequence[list[str]]) -> tuple[int, bool]:
    """The row of the headings, counted from 1, and whether it is plain.

    It is the first with several different cells, none of them a number or a day, whose following rows are filled in the
    same columns; without one, the first with anything in it.
    """
    filled = _filled(rows, _LOOKED + _BELOW)
    looked = (filled[place : place + 1 + _BELOW] for place in range(min(len(filled), _LOOKED)))
    plain = next((those[0][0] for those in looked if _heads([cells for _number, cells in those])), None)
    return plain or (filled[0][0] if filled else 1), plain is not None


def head_of(rows: Sequence[list[str]], choices: Mapping[str, Any]) -> int:
    """The row of the headings as the staff have said, else as guessed."""
    said = choices.get("head")
    return said if isinstance(said, int) and 1 <= said <= len(rows) else guessed_head(rows)[0]


def below_head(rows: Sequence[list[str]], choices: Mapping[str, Any]) -> Sequence[list[str]]:
    """The headings, and every row below them."""
    return rows[head_of(rows, choices) - 1 :]


def first_rows(rows: Sequence[list[str]], head: int) -> list[tuple[int, str]]:
    """The first rows with something in them, each in one line; also that of the headings."""
    found = dict(_filled(rows, _SHOWN))
    if 1 <= head <= len(rows):
        found[head] = rows[head - 1]
    return [
        (number, beginning(" | ".join(cell.strip() for cell in cells if cell.strip()), _LONGEST) or "–")
        for number, cells in sorted(found.items())
    ]


def _filled(rows: Sequence[list[str]], most: int) -> list[tuple[int, list[str]]]:
    """So many rows with something in them, from the top, with their numbers."""
    full = ((number, cells) for number, cells in enumerate(rows, 1) if any(cell.strip() for cell in cells))
    return list(islice(full, most))


def _columns(cells: Sequence[str]) -> set[int]:
    return {place for place, cell in enumerate(cells) if cell.strip()}


def _heads(filled: Sequence[list[str]]) -> bool:
    """Whether the first row can be one of headings: what follows it stands in its columns."""
    said = [cell.strip() for cell in filled[0] if cell.strip()]
    if len(set(said)) < 2 or any(_is_value(cell) for cell in said):
        return False
    own, below = _columns(filled[0]), [_columns(cells) for cells in filled[1:]]
    stands = sum(len(one) for one in below)
    return stands > 0 and sum(len(one & own) for one in below) >= _ALIKE * stands


def _is_value(cell: str) -> bool:
    """Whether a cell is a number or a day, as headings are not."""
    bare = cell.replace(",", ".").replace(" ", "").replace(".", "", 1)
    return bare.isdigit() or day_of(cell) is not None
