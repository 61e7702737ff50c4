"""Values of another service's columns that are not known here, and what the staff have said that each of them means."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from yhdyspinta.intake.importing import columns
from yhdyspinta.intake.importing.old_answers import handlings, reasons
from yhdyspinta.intake.importing.stances import stances

#: What columns with a list of values of their own can be; a value of such a column is never guessed.
LISTED: Final = ("capacity", "municipality", "age_group", "language", "handling", "reason", "stance")
#: Of these a value needs no meaning: without one it comes along as free words.
FREE: Final = ("reason",)
NOT_TOLD: Final = "-"  # the sender told nothing that can be kept here
MOST_ASKED: Final = 20  # of a column at once
_LONGEST: Final = 100


@dataclass(frozen=True)
class Unknown:
    """A value that is not known here: whose column it stands in, as it is written there, and on how many rows."""

    role: str
    said: str
    count: int
    near: str = ""  # what is known here and was probably meant

    @property
    def key(self) -> str:
        return columns.folded(self.said)


def known_names(roles: Sequence[str] = LISTED, towns: columns.Names | None = None) -> dict[str, columns.Names]:
    """What each column takes without asking; at most one query, none where the municipalities have been read."""
    ways: dict[str, Callable[[], columns.Names]] = {
        "capacity": columns.capacities, "language": columns.languages, "age_group": columns.age_groups,
        "municipality": lambda: towns if towns is not None else columns.municipalities()[1], "handling": handlings,
        "reason": reasons, "stance": stances,
    }  # fmt: skip
    return {role: ways[role]() for role in roles}


def unknown_values(
    rows: Sequence[list[str]], where: Mapping[str, int], towns: columns.Names | None = None
) -> list[Unknown]:
    """The values of the rows below the headings that are not known, the most usual first."""
    found: Counter[tuple[str, str]] = Counter()
    written: dict[tuple[str, str], str] = {}
    places = {role: place for role, place in where.items() if role in LISTED}
    for cells in rows[1:]:
        for role, place in places.items():
            said = cells[place].strip() if place < len(cells) else ""
            for part in columns.parts_of(said)[: columns.MOST_PARTS] if role == "capacity" else filter(None, [said]):
                key = role, columns.folded(part)
                found[key] += 1
                written.setdefault(key, part)
    known = known_names([role for role in LISTED if role in places], towns)
    counted = ((role, written[role, text], count) for (role, text), count in found.most_common())
    return [Unknown(*one) for one in counted if known[one[0]].key(one[1]) is None]


def values_said(choices: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """What the staff have said of values: by role, what each means."""
    return {role: dict(told) for role, told in (choices.get("values") or {}).items()}


def asked(unknown: Sequence[Unknown], said: Mapping[str, Mapping[str, str]]) -> list[Unknown]:
    """Those of them that are asked of at once: first what nobody has said anything of."""
    ordered = sorted(unknown, key=lambda one: one.key in said.get(one.role, {}))
    return [one for role in LISTED for one in [of for of in ordered if of.role == role][:MOST_ASKED]]


def with_near(unknown: Sequence[Unknown], towns: columns.Names | None = None) -> list[Unknown]:
    """With the known value that each was probably meant to be, where there is one: told, never chosen for anybody."""
    known = known_names(sorted({one.role for one in unknown}), towns)
    return [replace(one, near=known[one.role].near(one.said)) for one in unknown]


def still_unknown(unknown: Sequence[Unknown], said: Mapping[str, Mapping[str, str]]) -> int:
    """How many values that need a meaning nobody has said anything of."""
    return sum(one.key not in said.get(one.role, {}) for one in unknown if one.role not in FREE)
