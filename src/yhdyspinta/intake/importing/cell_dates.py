"""Days and times of a spreadsheet: numbers that only the look of their cell tells from other numbers."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final
from xml.etree.ElementTree import Element

_SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BUILT_IN: Final = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58})  # looks with a day
_NOT_LETTERS: Final = re.compile(r'"[^"]*"|\\[\s\S]|_.|\*.|\[[^\]]*\]')
_EPOCH: Final = datetime(1899, 12, 30)
_MAC_EPOCH: Final = datetime(1904, 1, 1)
_LAST: Final = 200_000  # days: far in the future


def day_styles(styles: Element) -> frozenset[str]:
    """The numbers of the looks under which a number shows as a day."""
    own = {one.get("numFmtId"): one.get("formatCode", "") for one in styles.iter(f"{_SHEET}numFmt")}
    looks = styles.find(f"{_SHEET}cellXfs")
    found = set()
    for number, look in enumerate(looks if looks is not None else ()):
        form = look.get("numFmtId", "0")
        code = _NOT_LETTERS.sub("", own.get(form, "")).lower()
        if "y" in code or "d" in code or (form not in own and form.isdigit() and int(form) in _BUILT_IN):
            found.add(str(number))
    return frozenset(found)


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
