"""The least change of quotas after which a panel meets them all, and which other changes are as small.

A change counts by its size relative to the quota: from 5 to 7 counts 0.4. A lower number brought to 0 gives up that
anybody at all has the value, and counts 1/quota more: so small quotas are dearer to give up than large ones. Among
changes that count the same, the first quotas by category and value are kept.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from civic_compute.sortition.model import Pool, Quota
from civic_compute.sortition.panel_space import PanelSpace
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.solver import Program

if TYPE_CHECKING:
    from scipy.sparse import csc_array

Moves = tuple[int, ...]  # of each quota, how many below its least and how many above its most


@dataclass(frozen=True)
class Limit:
    """One side of a quota: at least, or at most, so many members with the value."""

    category: str
    value: str
    least: bool
    number: int

    def words(self, pool: Pool) -> str:
        side = "at least" if self.least else "at most"
        return f"{side} {self.number} of {pool.label(self.category)}: {pool.label(self.category, self.value)}"


@dataclass(frozen=True)
class Change:
    """A limit of a quota and what it must become."""

    limit: Limit
    becomes: int

    def words(self, pool: Pool) -> str:
        return f"{self.limit.words(pool)} becomes {self.becomes}"


@dataclass(frozen=True)
class Relaxation:
    """The change that is made, and changes that would have been as small (not all of them, if there are many)."""

    changes: tuple[Change, ...]
    as_small: tuple[tuple[Change, ...], ...] = ()


def relax(pool: Pool, space: PanelSpace) -> Relaxation:
    """The changes of quotas of the least relative size after which a panel meets them all, and those as small.

    Raises SortitionProblem("too_few_addresses") when no change of quotas helps.
    """
    program = _Relaxing(pool, space)
    first = program.least({})
    if first is None:
        raise SortitionProblem("too_few_addresses", file=pool.files[-1] if pool.files else "", size=pool.size)
    chosen = program.first_kept(first)
    others: list[Moves] = []
    for place, moved in enumerate(chosen):
        other = program.least({place: moved - 1}) if moved else None
        if other is not None and program.size(other) == program.size(chosen) and other not in others:
            others.append(other)
    return Relaxation(_changes(pool.quotas, chosen), tuple(_changes(pool.quotas, other) for other in others))


class _Relaxing:
    """The integer program over types and moves of quotas; caps hold some moves below a number."""

    def __init__(self, pool: Pool, space: PanelSpace) -> None:
        quotas, types = len(pool.quotas), len(space.counts)
        least, most = space.lower[:quotas], space.upper[:quotas]
        self.quotas, self.types, self.of = quotas, types, pool.quotas
        # columns: types, members fewer than the least, members more than the most, whether a least becomes 0
        self._upper = np.concatenate([space.counts, least, np.maximum(0.0, pool.size - most), np.ones(quotas)])
        over = 1.0 / np.maximum(least, 1.0)
        self._program = Program(
            cost=np.concatenate([np.zeros(types), over, 1.0 / np.maximum(most, 1.0), over]),
            matrix=_relaxed_rows(space, quotas), lower=np.zeros(len(self._upper)), upper=self._upper, whole=True,
            row_lower=np.concatenate([least, np.full(quotas, -np.inf), space.lower[quotas:], np.full(quotas, -np.inf)]),
            row_upper=np.concatenate([np.full(quotas, np.inf), most, space.upper[quotas:], np.maximum(least - 1, 0.0)]),
        )  # fmt: skip

    def least(self, caps: dict[int, int]) -> Moves | None:
        """The moves of the least size, none over its cap; None when nothing helps."""
        upper = self._upper.copy()
        for place, cap in caps.items():
            upper[self.types + place // 2 + self.quotas * (place % 2)] = cap
        self._program.change_bounds(np.zeros(len(upper)), upper)
        solution = self._program.solve()
        if solution is None:
            return None
        moved = np.rint(solution.values[self.types : self.types + 2 * self.quotas]).astype(int).tolist()
        pairs = zip(moved[: self.quotas], moved[self.quotas :], strict=True)
        return tuple(number for pair in pairs for number in pair)

    def first_kept(self, moves: Moves) -> Moves:
        """Of the moves of the same size, those that keep the first quota, then the second, and so on."""
        caps: dict[int, int] = {}
        for place in range(len(moves)):
            while moves[place]:
                other = self.least({**caps, place: moves[place] - 1})
                if other is None or self.size(other) > self.size(moves):
                    break
                moves = other
            caps[place] = moves[place]
        return moves

    def size(self, moves: Moves) -> Fraction:
        """How much they count, exactly."""
        total = Fraction(0)
        for quota, down, up in zip(self.of, moves[::2], moves[1::2], strict=True):
            total += Fraction(down + (down == quota.least > 0), max(quota.least, 1)) + Fraction(up, max(quota.most, 1))
        return total


def _relaxed_rows(space: PanelSpace, quotas: int) -> "csc_array":
    """Rows: each least, each most, size and households, and that a least becomes 0 only where it is counted."""
    from scipy.sparse import block_array, csc_array, eye_array

    same = eye_array(quotas, format="csc")
    own, rest = space.rows[:quotas], space.rows[quotas:]
    nothing = csc_array((rest.shape[0], quotas))
    rows = [[own, same, None, None], [own, None, -same, None], [rest, nothing, nothing, nothing],
            [None, same, None, -same]]  # fmt: skip
    return block_array(rows, format="csc")


def _changes(quotas: tuple[Quota, ...], moves: Moves) -> tuple[Change, ...]:
    changes = []
    for quota, down, up in zip(quotas, moves[::2], moves[1::2], strict=True):
        if down:
            changes.append(Change(Limit(quota.category, quota.value, True, quota.least), quota.least - down))
        if up:
            changes.append(Change(Limit(quota.category, quota.value, False, quota.most), quota.most + up))
    return tuple(changes)
