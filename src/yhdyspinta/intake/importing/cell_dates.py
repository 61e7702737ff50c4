"""Days and times of a spreadsheet: numbers that only the look of their cell tells from other numbers."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Final
from xml.etree.ElementTree import Element

_SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
#: Forms of numbers with a day that every book has.
_BUILT_IN: Final = frozenset(map(str, {*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58}))
_LONGEST: Final = 1_000  # letters of a form: a program takes 255
_NOT_LETTERS: Final = re.compile(r'"[^"]*"|\\[\s\S]|_.|\*.|\[[^\]]*\]')
_EPOCH: Final = datetime(1899, 12, 30)
_MAC_EPOCH: Final = datetime(1904, 1, 1)
_LAST: Final = 200_000  # days: far in the future


def day_styles(forms: Iterable[Element], looks: Iterable[Element]) -> frozenset[str]:
    """The numbers of the looks under which a number shows as a day: of a book's own forms of numbers, and its looks."""
    shows_day = {one.get("numFmtId"): _shows_day(one.get("formatCode", "")) for one in forms}
    found = set()
    for number, look in enumerate(one for some in looks for one in some):
        form = look.get("numFmtId", "0")
        if shows_day.get(form, form in _BUILT_IN):
            found.add(str(number))
    return frozenset(found)


def _shows_day(form: str) -> bool:
    code = _NOT_LETTERS.sub("", form[:_LONGEST]).lower()
    return "y" in code or "d" in code


def reader_of(*, from_1904: bool) -> Callable[[str], str]:
    """What turns a number into "2026-09-05" or "2026-09-05 10:05", as the cell shows it; anything else stays as it is."""
    epoch = _MAC_EPOCH if from_1904 else _EPOCH

    def read(said: str) -> str:
        try:
            number = float(said)
        except ValueError:
            return said
        if not 1 <= number < _LAST:  # a time without a day, or no day at all
            return said
        at = epoch + timedelta(seconds=round(number * 86_400))
        if at.time().isoformat() == "00:00:00":
            return at.date().isoformat()
        return at.isoformat(sep=" ", timespec="seconds" if at.second else "minutes")

    return read
