"""The panels that meet the quotas, as whole numbers of each type: lower <= A x <= upper, 0 <= x <= n."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from civic_compute.sortition.person_types import Grouping

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class PanelSpace:
    """Rows: each quota in the order of the pool's, then the size, then each household pattern of several persons."""

    rows: "csr_array"  # (rows, types), all ones
    lower: Numbers
    upper: Numbers
    counts: Numbers  # persons of each type
    size: int
    quotas: int  # how many of the first rows are quotas


def panel_space(grouping: Grouping) -> PanelSpace:
    """The rows and bounds of a pool's panels."""
    from scipy.sparse import csr_array

    pool = grouping.pool
    place = {(quota.category, quota.value): row for row, quota in enumerate(pool.quotas)}
    at: list[tuple[int, int]] = []
    for column, kind in enumerate(grouping.types):
        at.extend((place[key], column) for key in zip(pool.categories, kind.values, strict=True))
        at.append((len(pool.quotas), column))
    for row, homes in enumerate(grouping.households, len(pool.quotas) + 1):
        at.extend((row, column) for column in homes.types)
    total = len(pool.quotas) + 1 + len(grouping.households)
    rows, columns = np.array(at, dtype=np.int32).T
    matrix = csr_array((np.ones(len(at)), (rows, columns)), shape=(total, len(grouping.types)))
    lower = np.array([quota.least for quota in pool.quotas] + [pool.size] + [0] * len(grouping.households), float)
    upper = (
        [quota.most for quota in pool.quotas] + [pool.size] + [len(homes.addresses) for homes in grouping.households]
    )
    return PanelSpace(matrix, lower, np.array(upper, float), grouping.counts, pool.size, len(pool.quotas))


def meets(space: PanelSpace, panel: NDArray[np.integer[Any]]) -> bool:
    """Whether whole numbers of each type make a panel that meets every quota; exact."""
    sums = space.rows @ panel
    inside = bool(np.all(sums >= space.lower) and np.all(sums <= space.upper))
    return inside and bool(np.all(panel >= 0) and np.all(panel <= space.counts))
