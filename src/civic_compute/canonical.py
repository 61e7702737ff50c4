"""One way to write a value as bytes, so that its hash can be repeated anywhere."""

import hashlib
import json
from fractions import Fraction
from typing import Any


def canonical_bytes(value: Any) -> bytes:
    """JSON (RFC 8259) in UTF-8: keys sorted by code point, no space, no escapes but the needed; no floats, exact numbers as text.

    Raises TypeError for a float: write it as text first, in the form that is to be hashed.
    """
    _refuse_floats(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def canonical_sha256(value: Any) -> str:
    """SHA-256 of the canonical bytes, in hex."""
    return hashlib.sha256(canonical_bytes(value)).hexdigest()


def exact(number: Fraction | int) -> str:
    """An exact number as text: an integer, a finite decimal, or numerator/denominator."""
    number = Fraction(number)
    if number.denominator == 1:
        return str(number.numerator)
    twos = fives = 0
    rest = number.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1 or places > 12:
        return f"{number.numerator}/{number.denominator}"
    scaled = abs(number.numerator) * 10**places // number.denominator
    whole, part = divmod(scaled, 10**places)
    return f"{'-' if number < 0 else ''}{whole}.{part:0{places}d}"


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError("a float has no single way to be written")
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise TypeError("keys are text")
            _refuse_floats(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _refuse_floats(inner)
