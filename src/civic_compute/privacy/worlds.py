"""What could be behind published numbers: every table of whole counts, 0 or more, that gives them all.

Each such table is a world. How small and how large a group can be is a linear program over the counts; its corner is
taken as proof only when it is a world in whole numbers, checked in exact arithmetic.
"""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from typing import Any, Final

import numpy as np

from civic_compute.privacy.model import Interval, Key, Table
from civic_compute.sortition.solver import Program

_WEIGHS: Final = 1e-7
_BRANCHES: Final = 50  # of an integer program, which may be needed from three dimensions on
_FREE: Final = float("inf")


class Worlds:
    """The worlds that agree with what is known, and the interval of each group over those found so far.

    A world once found stays one when less is known, so the intervals only grow.
    """

    def __init__(self, table: Table, known: Collection[Key], *, room: int) -> None:
        """`known` are the groups whose number the reader knows.

        No cell is taken to exceed its true count by more than `room`: worlds beyond are not needed.
        """
        from scipy.sparse import csr_array

        groups = table.members
        counts = [table.value(cell) for cell in table.keys_of_cells()]
        self.known = dict.fromkeys(known)
        self._place = {group: place for place, group in enumerate(groups)}
        ends = np.cumsum([0, *(len(places) for places in groups.values())])
        columns = np.concatenate([np.array(places, dtype=np.int64) for places in groups.values()])
        self._sums: Any = csr_array((np.ones(len(columns), dtype=np.int64), columns, ends), (len(groups), len(counts)))
        self._true = np.array(counts, dtype=np.int64)
        self._room = room
        self._values = self._sums @ self._true
        self._least, self._most = self._values.copy(), self._values.copy()
        self._rows = list(self.known)  # the program's rows, in order
        self._program = self._new_program(whole=False)

    def interval(self, group: Key) -> Interval:
        """From which to which number the group goes over the worlds found so far; its true number is among them."""
        place = self._place[group]
        return Interval(int(self._least[place]), int(self._most[place]))

    def forget(self, group: Key) -> None:
        """A number is not known after all."""
        if group in self.known:
            del self.known[group]
            self._program.change_rows(*self._row_bounds())

    def stretch(self, group: Key, direction: int) -> AbstractSet[Key]:
        """Look for the world where the group is largest (1) or smallest (-1); gives what keeps it from going further."""
        cost = -float(direction) * self._sums[[self._place[group]]].toarray()[0].astype(np.float64)
        self._program.change_costs(cost)
        solved = self._program.solve()
        if solved is None:
            return self.known.keys()
        if not self._found(solved.values):
            self._search_whole(cost)
        weights = zip(self._rows, solved.duals.tolist(), strict=True)
        return {row for row, weight in weights if abs(weight) > _WEIGHS} & self.known.keys()

    def _search_whole(self, cost: Any) -> None:
        program = self._new_program(whole=True, mip_max_nodes=_BRANCHES)
        program.change_costs(cost)
        solved = program.solve()
        if solved is not None:
            self._found(solved.values)

    def _found(self, values: Any) -> bool:
        """Note a world, if it is one: whole, nowhere below 0, and with every known number."""
        world = np.rint(values).astype(np.int64)
        sums = self._sums @ world
        places = [self._place[group] for group in self.known]
        if world.min() < 0 or not np.array_equal(sums[places], self._values[places]):
            return False
        np.minimum(self._least, sums, out=self._least)
        np.maximum(self._most, sums, out=self._most)
        return True

    def _new_program(self, *, whole: bool, **options: float) -> Program:
        matrix = self._sums[[self._place[group] for group in self._rows]].astype(np.float64).tocsc()
        lower, upper = self._row_bounds()
        nothing, most = np.zeros(len(self._true)), (self._true + self._room).astype(np.float64)
        return Program(
            cost=nothing, matrix=matrix, row_lower=lower, row_upper=upper, lower=nothing, upper=most, whole=whole,
            **options,
        )  # fmt: skip

    def _row_bounds(self) -> tuple[Any, Any]:
        values = self._values[[self._place[group] for group in self._rows]].astype(np.float64)
        known = np.array([group in self.known for group in self._rows], dtype=bool)
        return np.where(known, values, -_FREE), np.where(known, values, _FREE)
