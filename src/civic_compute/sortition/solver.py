"""Linear and integer programs with HiGHS, with options that are fixed: one thread, no clock, the same answer each time."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csc_array

Numbers = NDArray[np.float64]
EXACT: Final = 1e-9


@dataclass(frozen=True, eq=False)
class Solution:
    """Values of the columns; in a linear program the prices of the columns and the duals of the rows too."""

    objective: float
    values: Numbers
    prices: Numbers
    duals: Numbers


def quiet_highs(**options: bool | float | str) -> Any:
    """A HiGHS solver that says nothing and uses one thread."""
    from highspy import _core

    solver = _core._Highs()  # noqa: SLF001 - the outer class starts threads and a table of every variable
    fixed: dict[str, bool | float | str] = {
        "output_flag": False, "threads": 1, "random_seed": 0, "parallel": "off", "mip_rel_gap": 0.0,
        "mip_abs_gap": 1e-7, "primal_feasibility_tolerance": EXACT, "dual_feasibility_tolerance": EXACT,
        "mip_feasibility_tolerance": EXACT,
    }  # fmt: skip
    for name, value in (fixed | options).items():
        solver.setOptionValue(name, value)
    return solver


class Program:
    """Least cost @ x with row_lower <= matrix @ x <= row_upper, lower <= x <= upper; `whole` makes all x integers.

    The program is kept: costs and bounds may be changed and columns added, and it is solved again from where it was.
    """

    def __init__(
        self, *, cost: Numbers, matrix: "csc_array", row_lower: Numbers, row_upper: Numbers, lower: Numbers,
        upper: Numbers, whole: bool = False, **options: bool | float | str,
    ) -> None:  # fmt: skip
        from highspy import HighsLp, HighsVarType, MatrixFormat

        model = HighsLp()
        model.num_row_, model.num_col_ = matrix.shape
        model.col_cost_, model.col_lower_, model.col_upper_ = cost, lower, upper
        model.row_lower_, model.row_upper_ = row_lower, row_upper
        model.a_matrix_.format_ = MatrixFormat.kColwise
        model.a_matrix_.start_ = matrix.indptr
        model.a_matrix_.index_ = matrix.indices
        model.a_matrix_.value_ = matrix.data
        if whole:
            model.integrality_ = [HighsVarType.kInteger] * matrix.shape[1]
        self.whole = whole
        self.highs = quiet_highs(**options)
        self.highs.passModel(model)

    def change_costs(self, cost: Numbers) -> None:
        self.highs.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost)

    def change_bounds(self, lower: Numbers, upper: Numbers) -> None:
        self.highs.changeColsBounds(len(lower), np.arange(len(lower), dtype=np.int32), lower, upper)

    def change_rows(self, lower: Numbers, upper: Numbers) -> None:
        self.highs.changeRowsBounds(len(lower), np.arange(len(lower), dtype=np.int32), lower, upper)

    def add_column(self, cost: float, entries: Numbers, *, upper: float = float("inf")) -> None:
        """A column from 0 to `upper`, its entries in every row."""
        rows = np.flatnonzero(entries).astype(np.int32)
        self.highs.addCol(cost, 0.0, upper, len(rows), rows, entries[rows])

    def change_column(self, column: int, entries: Numbers) -> None:
        """New entries of a column, one for each of the first rows."""
        for row, entry in enumerate(entries.tolist()):
            self.highs.changeCoeff(row, column, entry)

    def add_row(self, lower: float, upper: float, columns: list[int], entries: list[float]) -> None:
        self.highs.addRow(lower, upper, len(columns), np.array(columns, dtype=np.int32), np.array(entries))

    def solve(self) -> Solution | None:
        """The best solution; None when there is none."""
        self.highs.run()
        if not self._solved():
            return None
        information = self.highs.getInfo()
        solution = self.highs.getSolution()
        return Solution(
            information.objective_function_value,
            np.array(solution.col_value),
            np.array(solution.col_dual),
            np.array(solution.row_dual),
        )

    def _solved(self) -> bool:
        from highspy import HighsModelStatus, SolutionStatus

        infeasible = self.highs.getModelStatus() == HighsModelStatus.kInfeasible
        found: bool = self.highs.getInfo().primal_solution_status == SolutionStatus.kSolutionStatusFeasible
        return found and not infeasible
