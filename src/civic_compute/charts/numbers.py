"""Numbers as a reader of each language writes them; exact, so that a picture and its table never differ by a digit."""

from fractions import Fraction
from typing import Final

_THIN: Final = "\N{NARROW NO-BREAK SPACE}"


def written(number: Fraction | int, language: str, *, places: int = 0) -> str:
    """Rounded half to even; thousands apart by a narrow space and a comma before decimals, in English a comma and a point."""
    scaled = round(Fraction(number) * 10**places)
    whole, part = divmod(abs(scaled), 10**places)
    text = f"{whole:,}" if language == "en" else f"{whole:,}".replace(",", _THIN)
    if places:
        text += ("." if language == "en" else ",") + f"{part:0{places}d}"
    return f"\N{MINUS SIGN}{text}" if scaled < 0 else text


def money(amount: Fraction, language: str, form: str) -> str:
    """Whole where it is whole, else with cents; `form` has the place of the number, as "{} €"."""
    return form.format(written(amount, language, places=0 if amount.denominator == 1 else 2))


def share(part: int, whole: int, language: str, form: str) -> str:
    """A part of the whole in whole percents; 0 of nothing."""
    return form.format(written(Fraction(100 * part, whole) if whole else 0, language))


def rounded_up(number: Fraction) -> Fraction:
    """The end of an axis: the least of 1, 2, 2.5, 5 or 10 times a power of ten that is not below the number."""
    if number <= 0:
        return Fraction(1)
    step = Fraction(1)
    while step * 10 < number:
        step *= 10
    while step >= number:
        step /= 10
    return next(step * one for one in (Fraction(1), 2, Fraction(5, 2), 5, 10) if step * one >= number)
