"""Whether any panel meets the quotas; if none, which quotas conflict and the least change that helps (`relaxing`)."""

import numpy as np

from civic_compute.sortition.model import Pool, Quota
from civic_compute.sortition.panel_space import Numbers, PanelSpace, panel_space
from civic_compute.sortition.person_types import Grouping
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.relaxing import Limit, relax
from civic_compute.sortition.solver import Program


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


def _changes_in_words(pool: Pool, space: PanelSpace) -> str:
    found = relax(pool, space)
    first, *others = ("; ".join(change.words(pool) for change in one) for one in (found.changes, *found.as_small))
    return first + "".join(f" (or as small a change: {other})" for other in others)


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
            _refuse(pool, space, "least_over_size", *own, total=least, **values)
        if most < pool.size:
            _refuse(pool, space, "most_under_size", *own, total=most, **values)


def _refuse(pool: Pool, space: PanelSpace, code: str, *quotas: Quota, **values: object) -> None:
    """The line is that of the quota, or where the quotas of the category begin."""
    lines = [_line(pool, Limit(quota.category, quota.value, True, quota.least)) for quota in quotas]
    line = min((line for line in lines if line is not None), default=None)
    changes = _changes_in_words(pool, space)
    raise SortitionProblem(code, file=_file(pool), line=line, changes=changes, **values)


def pool_space(grouping: Grouping) -> PanelSpace:
    """The panels of a pool, once it is sure that there is one. Raises as `require_feasible`."""
    space = panel_space(grouping)
    require_feasible(grouping, space)
    return space
