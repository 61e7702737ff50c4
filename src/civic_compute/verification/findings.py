"""What was looked at in a result, and what was found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import isclose
from typing import Any, Final

SHOWN: Final = 20  # differences that a finding lists
_LONGEST: Final = 120  # characters of a value
_NEAR: Final = 1e-9  # relative; numbers that are not exact


@dataclass(frozen=True)
class Finding:
    """One thing that was checked: `check` is a code, `sentence` English; `differences` are listed when it fails."""

    check: str
    holds: bool
    sentence: str
    differences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verification:
    kind: str  # count, map, draw or themes
    file: str  # of the result
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        return all(finding.holds for finding in self.findings)


def finding(check: str, good: str, bad: str, differences: Iterator[str] | tuple[str, ...] = ()) -> Finding:
    """It holds when there is no difference; lists at most 20 of them."""
    found = []
    for words in differences:
        found.append(words)
        if len(found) > SHOWN:
            found[-1] = "and more"
            break
    return Finding(check, not found, bad if found else good, tuple(found))


def differences_of(said: Any, found: Any, place: str = "") -> Iterator[str]:
    """Where a published value is not what was found again; numbers that are not exact may differ by 1e-9."""
    if isinstance(said, dict) and isinstance(found, dict):
        for key in [*found, *(key for key in said if key not in found)]:
            inner = f"{place}.{key}" if place else str(key)
            if key not in said or key not in found:
                yield f"{shown(inner)} is only in {'the result' if key in said else 'what was found again'}"
            else:
                yield from differences_of(said[key], found[key], inner)
    elif isinstance(said, list) and isinstance(found, list):
        if len(said) != len(found):
            yield f"{shown(place)} has {len(said)} entries, found again {len(found)}"
        for number, (one, other) in enumerate(zip(said, found, strict=False), 1):
            yield from differences_of(one, other, f"{place} {number}")
    elif not _same(said, found):
        yield f"{shown(place)} is {shown(said)}, found again {shown(found)}"


def without_names(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that tell what was calculated: all but the input's name and the version, which is looked at apart."""
    return {name: value for name, value in fields.items() if name not in {"file", "version"}}


def _same(said: Any, found: Any) -> bool:
    if isinstance(said, bool) or isinstance(found, bool):
        return said is found
    if isinstance(said, float) or isinstance(found, float):
        numbers = isinstance(said, int | float) and isinstance(found, int | float)
        return numbers and (said == found or isclose(said, found, rel_tol=_NEAR, abs_tol=_NEAR))
    return bool(type(said) is type(found) and said == found)


def shown(value: Any) -> str:
    """A value in a sentence: short, and printable whatever it holds."""
    text = value if isinstance(value, str) else str(value) if isinstance(value, Fraction) else repr(value)
    text = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text[: _LONGEST + 1])
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
