"""Numbers as towns write them: digits, perhaps with a decimal point or comma; exact, never negative.

A comma before exactly three digits is refused: in `1,000` it may part thousands as well as decimals.
"""

import re
from fractions import Fraction
from typing import Final

from civic_compute.budgeting.problems import BudgetingProblem
from civic_compute.canonical import exact

_NUMBER: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_NEGATIVE: Final = re.compile(r"-\s*[0-9]+(?:[.,][0-9]+)?")
_EITHER: Final = re.compile(r"[0-9]+,[0-9]{3}")
_LONGEST: Final = 40
_LONG: Final = 10**12


def number_of(text: str, *, field: str, file: str, line: int) -> Fraction:
    """The exact number.

    Raises BudgetingProblem("not_a_number", "negative", "number_too_long", "thousands_or_decimals").
    """
    text = text.strip()
    if len(text) > _LONGEST:
        raise BudgetingProblem("number_too_long", file=file, line=line, field=field)
    if _EITHER.fullmatch(text):
        raise BudgetingProblem("thousands_or_decimals", file=file, line=line, field=field, text=text)
    if _NUMBER.fullmatch(text):
        return Fraction(text.replace(",", "."))
    code = "negative" if _NEGATIVE.fullmatch(text) else "not_a_number"
    raise BudgetingProblem(code, file=file, line=line, field=field, text=text or "empty")


def in_words(number: Fraction | int) -> str:
    """An amount in a sentence: exact where it is short, else about so much."""
    text = exact(number) if max(abs(Fraction(number).numerator), Fraction(number).denominator) < _LONG else ""
    return text if text and "/" not in text else f"about {_rounded(Fraction(number))}"


def _rounded(number: Fraction) -> str:
    """To four decimals, also where it is beyond a float."""
    whole, part = divmod(round(abs(number) * 10_000), 10_000)
    return f"{'-' if number < 0 else ''}{whole}.{part:04d}" if whole < _LONG else f"10^{len(str(whole)) - 1}"
