"""Fields of a result as types; what is missing or of another type is a problem that names the field."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final, TypeVar

from civic_compute.verification.findings import shown
from civic_compute.verification.problems import VerificationProblem

Wanted = TypeVar("Wanted")

_EXACT: Final = re.compile(r"-?[0-9]{1,200000}(?:\.[0-9]{1,200000}|/0*[1-9][0-9]{0,200000})?")
_LONG: Final = re.compile(r"(-?0x[0-9a-f]{1,200000})/(0x0*[1-9a-f][0-9a-f]{0,200000})")
_BLOCK: Final = 4000  # digits that int() takes at once


class Claims:
    """An object of a result, and where it stands in it."""

    def __init__(self, fields: Any, *, file: str, place: str = "") -> None:
        if not isinstance(fields, dict):
            raise VerificationProblem("field_wrong", file=file, field=place or "the whole", value=shown(fields))
        self.fields, self.file, self.place = fields, file, place

    def __contains__(self, name: str) -> bool:
        return self.fields.get(name) is not None

    def text(self, name: str) -> str:
        return self._typed(name, str)

    def whole(self, name: str) -> int:
        return self._typed(name, int)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(self._each(name, str))

    def objects(self, name: str) -> "list[Claims]":
        """A list of objects."""
        found = self._each(name, dict)
        return [
            Claims(fields, file=self.file, place=f"{self._name(name)} {number}")
            for number, fields in enumerate(found, 1)
        ]

    def object(self, name: str) -> "Claims":
        return Claims(self._typed(name, dict), file=self.file, place=self._name(name))

    def exact(self, name: str) -> Fraction:
        """An exact number, as `canonical.exact` writes it; very long ones are in hexadecimal."""
        text = self.text(name)
        if long := _LONG.fullmatch(text):
            return Fraction(int(long[1], 16), int(long[2], 16))
        if not _EXACT.fullmatch(text):
            raise self.wrong(name)
        above, _slash, below = text.partition("/")
        whole, _point, part = above.partition(".")
        sign = -1 if text.startswith("-") else 1
        number = Fraction(abs(_integer(whole + part)), 10 ** len(part) * _integer(below or "1"))
        return sign * number

    def one_of(self, name: str, choices: type[Wanted]) -> Wanted:
        """A word of an enumeration."""
        try:
            return choices(self.text(name))  # type: ignore[call-arg]
        except ValueError:
            raise self.wrong(name) from None

    def wrong(self, name: str) -> VerificationProblem:
        """The problem that a field cannot be what it is."""
        return VerificationProblem(
            "field_wrong", file=self.file, field=shown(self._name(name)), value=shown(self.fields.get(name))
        )

    def _name(self, name: str) -> str:
        return f"{self.place}.{name}" if self.place else name

    def _typed(self, name: str, wanted: type[Wanted]) -> Wanted:
        if name not in self.fields:
            raise VerificationProblem("field_missing", file=self.file, field=self._name(name))
        value = self.fields[name]
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise self.wrong(name)
        return value

    def _each(self, name: str, wanted: type[Wanted]) -> Sequence[Wanted]:
        found = self._typed(name, list)
        if not all(isinstance(each, wanted) for each in found):
            raise self.wrong(name)
        return found


def _integer(digits: str) -> int:
    """As int(), also beyond its limit of digits."""
    digits, number = digits.lstrip("-"), 0
    for start in range(0, len(digits), _BLOCK):
        block = digits[start : start + _BLOCK]
        number = number * 10 ** len(block) + int(block)
    return number
