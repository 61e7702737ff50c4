"""Whether any panel meets the quotas; if none, which quotas conflict and the least change that helps.

A change counts by its size relative to the quota: from 5 to 7 counts 0.4. A lower number brought to 0 gives up that
anybody at all has the value, and counts 1/quota more: so small quotas are dearer to give up than large ones.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from civic_compute.sortition.model import Pool, Quota
from civic_compute.sortition.panel_space import Numbers, PanelSpace, panel_space
from civic_compute.sortition.person_types import Grouping
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.solver import Program

if TYPE_CHECKING:
    from scipy.sparse import csc_array


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


def require_feasible(grouping: Grouping, space: PanelSpace) -> None:
    """Ask the integer program whether a panel meets all quotas.

    Raises SortitionProblem("nobody_has", "too_few_have", "least_over_size", "most_under_size") where one quota or one
    category alone is impossible, else "infeasible" with the quotas that conflict (none of them can be left out of the
    conflict) or "too_few_addresses"; with the file, the line of the first, and the least change that helps.
    """
    pool = grouping.pool
    _require_possible_quotas(grouping, space)
    if has_panel(space, space.lower, space.upper):
        return
    changes = _changes_in_words(pool, space)
    clashing = conflict(pool, space)
    raise SortitionProblem(
        "infeasible", file=_file(pool), line=_line(pool, clashing[0]), size=pool.size,
        conflict="; ".join(limit.words(pool) for limit in clashing), changes=changes,
    )  # fmt: skip


def has_panel(space: PanelSpace, lower: Numbers, upper: Numbers) -> bool:
    """Whether whole numbers of the types meet the rows' limits; exact."""
    types = len(space.counts)
    program = Program(
        cost=np.zeros(types), matrix=space.rows.tocsc(), row_lower=lower, row_upper=upper, lower=np.zeros(types),
        upper=space.counts, whole=True,
    )  # fmt: skip
    return program.solve() is not None


def conflict(pool: Pool, space: PanelSpace) -> tuple[Limit, ...]:
    """Limits that cannot be met together, none of which can be left out (found by leaving out one after another)."""
    lower, upper = space.lower.copy(), space.upper.copy()
    needed: list[Limit] = []
    for row, quota in enumerate(pool.quotas):
        for side, free, least in ((lower, 0.0, True), (upper, float(pool.size), False)):
            kept = side[row]
            if kept == free or (not least and kept > free):
                continue
            side[row] = free
            if has_panel(space, lower, upper):
                side[row] = kept
                needed.append(Limit(quota.category, quota.value, least, int(kept)))
    return tuple(needed)


def least_relaxation(pool: Pool, space: PanelSpace) -> tuple[Change, ...]:
    """The changes of quotas of the least relative size after which a panel meets them all.

    Raises SortitionProblem("too_few_addresses") when no change of quotas helps.
    """
    quotas = len(pool.quotas)
    least, most = space.lower[:quotas], space.upper[:quotas]
    types = len(space.counts)
    # columns: types, members fewer than the least, members more than the most, whether a least becomes 0
    upper = np.concatenate([space.counts, least, np.maximum(0.0, pool.size - most), np.ones(quotas)])
    over = 1.0 / np.maximum(least, 1.0)
    cost = np.concatenate([np.zeros(types), over, 1.0 / np.maximum(most, 1.0), over])
    rest = len(space.lower) - quotas
    solution = Program(
        cost=cost, matrix=_relaxed_rows(space, quotas), lower=np.zeros(len(cost)), upper=upper, whole=True,
        row_lower=np.concatenate([least, np.full(quotas, -np.inf), space.lower[quotas:], np.full(quotas, -np.inf)]),
        row_upper=np.concatenate([np.full(quotas, np.inf), most, space.upper[quotas:], np.maximum(least - 1, 0.0)]),
    ).solve()  # fmt: skip
    if solution is None or rest < 1:
        raise SortitionProblem("too_few_addresses", file=_file(pool), size=pool.size)
    moved = np.rint(solution.values[types : types + 2 * quotas]).astype(int)
    return tuple(_changes(pool.quotas, moved[:quotas].tolist(), moved[quotas:].tolist()))


def _relaxed_rows(space: PanelSpace, quotas: int) -> "csc_array":
    """Rows: each least, each most, size and households, and that a least becomes 0 only where it is counted."""
    from scipy.sparse import block_array, csc_array, eye_array

    same = eye_array(quotas, format="csc")
    own, rest = space.rows[:quotas], space.rows[quotas:]
    nothing = csc_array((rest.shape[0], quotas))
    rows = [[own, same, None, None], [own, None, -same, None], [rest, nothing, nothing, nothing],
            [None, same, None, -same]]  # fmt: skip
    return block_array(rows, format="csc")


def _changes(quotas: tuple[Quota, ...], fewer: list[int], more: list[int]) -> list[Change]:
    changes = []
    for quota, down, up in zip(quotas, fewer, more, strict=True):
        if down:
            changes.append(Change(Limit(quota.category, quota.value, True, quota.least), quota.least - down))
        if up:
            changes.append(Change(Limit(quota.category, quota.value, False, quota.most), quota.most + up))
    return changes


def _changes_in_words(pool: Pool, space: PanelSpace) -> str:
    return "; ".join(change.words(pool) for change in least_relaxation(pool, space))


def _file(pool: Pool) -> str:
    return pool.files[-1] if pool.files else ""


def _line(pool: Pool, limit: Limit) -> int | None:
    lines = zip(pool.quotas, pool.lines, strict=False)
    return next((line for quota, line in lines if (quota.category, quota.value) == (limit.category, limit.value)), None)


def _require_possible_quotas(grouping: Grouping, space: PanelSpace) -> None:
    pool = grouping.pool
    found = (space.rows[: len(pool.quotas)] @ space.counts).astype(int).tolist()
    for quota, there in zip(pool.quotas, found, strict=True):
        if there < quota.least:
            _refuse(
                pool, space, "too_few_have" if there else "nobody_has", quota, least=quota.least, found=there,
                category=pool.label(quota.category), value=pool.label(quota.category, quota.value),
            )  # fmt: skip
    for category in pool.categories:
        own = [quota for quota in pool.quotas if quota.category == category]
        least, most = sum(quota.least for quota in own), sum(quota.most for quota in own)
        values = {"category": pool.label(category), "size": pool.size}
        if least > pool.size:
            _refuse(pool, space, "least_over_size", own[0], total=least, **values)
        if most < pool.size:
            _refuse(pool, space, "most_under_size", own[0], total=most, **values)


def _refuse(pool: Pool, space: PanelSpace, code: str, quota: Quota, **values: object) -> None:
    line = _line(pool, Limit(quota.category, quota.value, True, quota.least))
    changes = _changes_in_words(pool, space)
    raise SortitionProblem(code, file=_file(pool), line=line, changes=changes, **values)


def pool_space(grouping: Grouping) -> PanelSpace:
    """The panels of a pool, once it is sure that there is one. Raises as `require_feasible`."""
    space = panel_space(grouping)
    require_feasible(grouping, space)
    return space
