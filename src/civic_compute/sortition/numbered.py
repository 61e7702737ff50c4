"""The transparent draw: the lottery rounded to panels of equal chance, numbered so that balls can choose.

(Flanigan, Kehne, Procaccia 2021, "Fair sortition made transparent".) The shares of the lottery over types are rounded
to thousandths so that no type strays far; then the places of a type go round its persons in turn.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from civic_compute.sortition.model import WHOLE, Panel
from civic_compute.sortition.person_types import Grouping, Households, group
from civic_compute.sortition.result import FairLottery

PANELS: Final = 1000
_SWAPS: Final = 500


@dataclass(frozen=True)
class NumberedPanels:
    """Equally likely panels, 000 the first, and the largest change of anybody's chance that the rounding made."""

    panels: tuple[tuple[str, ...], ...]
    largest_error: float
    mean_error: float


def numbered_panels(fair: FairLottery, count: int = PANELS) -> NumberedPanels:
    """Round the lottery to `count` panels; every one is a panel that meets the quotas."""
    grouping = group(fair.pool)
    kinds, shares = type_panels(grouping, fair.lottery)
    times = _rounded(kinds / grouping.counts, shares * count, count)
    panels = _dealt(grouping, [kinds[place] for place, often in enumerate(times) for _ in range(often)])
    found: dict[str, int] = {}
    for panel in panels:
        for member in panel:
            found[member] = found.get(member, 0) + 1
    errors = [abs(found.get(name, 0) / count - kind.probability) for kind in fair.types for name in kind.kind.persons]
    return NumberedPanels(tuple(panels), max(errors), sum(errors) / len(errors))


def type_panels(grouping: Grouping, lottery: tuple[Panel, ...]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The distinct panels as numbers of each type, and their shares."""
    kind_of = {name: place for place, kind in enumerate(grouping.types) for name in kind.persons}
    found: dict[bytes, int] = {}
    for panel in lottery:
        counts = np.bincount([kind_of[name] for name in panel.members], minlength=len(grouping.types))
        found[counts.tobytes()] = found.get(counts.tobytes(), 0) + panel.weight
    kinds = np.array([np.frombuffer(key, dtype=np.int64) for key in found], dtype=np.float64)
    return kinds, np.array(list(found.values()), dtype=np.float64) / WHOLE


def _rounded(parts: NDArray[np.float64], wanted: NDArray[np.float64], count: int) -> list[int]:
    """Whole numbers near to those wanted, with the least sum of squared errors of the types that swaps reach."""
    times = np.floor(wanted + 1e-9)
    missing = (wanted - times) @ parts
    squares = np.sum(parts * parts, axis=1)
    for _ in range(count - int(np.sum(times))):
        best = int(np.argmax(2 * parts @ missing - squares))
        times[best] += 1
        missing -= parts[best]
    products = parts @ parts.T
    for _ in range(_SWAPS):
        one = parts @ missing
        gain = 2 * (one[None, :] - one[:, None]) - (squares[:, None] + squares[None, :] - 2 * products)
        gain[times < 0.5, :] = -np.inf
        out, into = divmod(int(np.argmax(gain)), len(times))
        if gain[out, into] <= 1e-12:
            break
        times[out] -= 1
        times[into] += 1
        missing += parts[out] - parts[into]
    return [int(often) for often in times]


def _dealt(grouping: Grouping, panels: list[NDArray[np.float64]]) -> list[tuple[str, ...]]:
    order = {person.id: place for place, person in enumerate(grouping.pool.persons)}
    members: list[list[str]] = [[] for _ in panels]
    together = {place for homes in grouping.households for place in homes.types}
    for place, kind in enumerate(grouping.types):
        turn = 0
        for number, counts in enumerate(panels if place not in together else []):
            for _ in range(int(counts[place])):
                members[number].append(kind.persons[turn % len(kind.persons)])
                turn += 1
    for homes in grouping.households:
        _deal_homes(homes, panels, members)
    return [tuple(sorted(inside, key=order.__getitem__)) for inside in members]


def _deal_homes(homes: Households, panels: list[NDArray[np.float64]], members: list[list[str]]) -> None:
    """Of the addresses not yet in the panel, the one whose person has been taken least gives the next member."""
    taken: dict[str, int] = {name: 0 for home in homes.addresses for part in home for name in part}
    for number, counts in enumerate(panels):
        free = set(range(len(homes.addresses)))
        for kind, place in enumerate(homes.types):
            for _ in range(int(counts[place])):
                name, home = min(
                    ((name, home) for home in free for name in homes.addresses[home][kind]),
                    key=lambda pair: (taken[pair[0]], pair[1], pair[0]),
                )
                free.remove(home)
                taken[name] += 1
                members[number].append(name)
