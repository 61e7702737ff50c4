"""Small cells held back so that no subtraction, over tables or over dates, brings them back.

Who reads knows every number that was published and that no count is negative. A group of 1 to limit - 1 persons is
safe when, for all that the numbers tell, it could be `limit` persons or more; the largest it could be is a linear
program over the cells (Fischetti and Salazar 2001 audit tables in the same way).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from civic_compute.privacy.model import Key, Publication, Table, covers
from civic_compute.privacy.problems import PrivacyProblem

SMALLEST_GROUP: Final = 5  # persons, unless an authority says more
_SLACK: Final = 1e-6


@dataclass(frozen=True)
class _Sensitive:
    """A small group: the cells of a key, counted from one date to another."""

    key: Key
    first: int  # date
    last: int  # date, included


def publish(table: Table, *, limit: int = SMALLEST_GROUP, earlier: Sequence[Publication] = ()) -> Publication:
    """Choose what of a table can be shown, after what was shown of it earlier.

    Hidden are counts of 1 to limit - 1 (all but the sum of everything), counts that since an earlier date changed by
    less than the limit, and as many more as it takes that none of them can be worked out; the smallest first and sums
    last. 0 is shown: it is nobody. The same table and history always give the same. Raises PrivacyProblem("limit",
    "other_dimensions").
    """
    if limit < 1:
        raise PrivacyProblem("limit", limit=limit)
    if any(dict(one.table.dimensions) != dict(table.dimensions) for one in earlier):
        raise PrivacyProblem("other_dimensions")
    tables = [*(one.table for one in earlier), table]
    shown = {key: table.value(key) for key in table.all_keys()}
    sensitive = _sensitive(tables, limit)
    own = {one.key for one in sensitive if one.last == len(tables) - 1}
    for key in own:
        shown.pop(key, None)
    audit = _Audit(tables, [one.shown for one in earlier])
    for one in sensitive:
        while shown:
            largest, weights = audit.largest(one, shown)
            if largest >= limit - _SLACK:
                break
            telling = [key for key in shown if weights.get(key)]
            if not telling:
                break  # earlier publications alone tell it: nothing that is hidden now helps
            del shown[min(telling, key=lambda key: (key.count(None), shown[key] == 0, shown[key], _named(key)))]
    return Publication(table, limit, shown, frozenset(set(table.all_keys()) - set(shown)))


def _named(key: Key) -> tuple[str, ...]:
    return tuple(part or "" for part in key)


def _sensitive(tables: Sequence[Table], limit: int) -> list[_Sensitive]:
    """Every key whose count, or change since an earlier date, is a small group at the newest date."""
    newest = len(tables) - 1
    everything = tuple(None for _dimension in tables[-1].dimensions)
    found = []
    for key in tables[-1].all_keys():
        if key == everything:
            continue
        now = tables[-1].value(key)
        for date in range(newest + 1):
            before = tables[date - 1].value(key) if date else 0
            if 0 < abs(now - before) < limit:
                found.append(_Sensitive(key, date, newest))
    return found


class _Audit:
    """What the published numbers tell, as equations over the change of each cell at each date."""

    def __init__(self, tables: Sequence[Table], earlier: Sequence[Any]) -> None:
        self._tables = tables
        self._cells = tables[-1].keys_of_cells()
        self._rows: dict[Key, npt.NDArray[np.float64]] = {
            key: np.array([covers(key, cell) for cell in self._cells], dtype=np.float64)
            for key in tables[-1].all_keys()
        }
        self._earlier = [
            (self._counts(key, 0, date), float(value))
            for date, shown in enumerate(earlier)
            for key, value in shown.items()
        ]
        changes = np.diff([[table.cells.get(cell, 0) for cell in self._cells] for table in tables], axis=0, prepend=0)
        self._bounds = [(min(0, int(change)), None) for change in changes.ravel()]

    def _counts(self, key: Key, first: int, last: int) -> npt.NDArray[np.float64]:
        """The coefficients of a key's count from one date to another."""
        table = np.zeros((len(self._tables), len(self._cells)))
        table[first : last + 1] = self._rows[key]
        return table.ravel()

    def largest(self, one: _Sensitive, shown: dict[Key, int]) -> tuple[float, dict[Key, float]]:
        """The most that a group could be, and the weight of each shown number in telling it."""
        from scipy.optimize import linprog

        newest = len(self._tables) - 1
        keys = list(shown)
        rows = [row for row, _value in self._earlier] + [self._counts(key, 0, newest) for key in keys]
        values = [value for _row, value in self._earlier] + [float(shown[key]) for key in keys]
        goal = -self._counts(one.key, one.first, one.last)
        direction = 1 if self._actual(one) > 0 else -1  # a group that left is as telling as one that came
        solved = linprog(
            goal * direction, A_eq=np.array(rows), b_eq=np.array(values), bounds=self._spread(direction), method="highs"
        )
        if solved.status == 3:  # unbounded
            return float("inf"), {}
        weights = solved.eqlin.marginals[len(self._earlier) :]
        return -float(solved.fun), {key: w for key, w in zip(keys, weights, strict=True) if abs(w) > _SLACK}

    def _spread(self, direction: int) -> list[tuple[int | None, int | None]]:
        return [(least if direction > 0 else None, None) for least, _most in self._bounds]

    def _actual(self, one: _Sensitive) -> int:
        before = self._tables[one.first - 1].value(one.key) if one.first else 0
        return self._tables[one.last].value(one.key) - before
