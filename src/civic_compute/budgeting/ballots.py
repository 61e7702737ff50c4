"""Ballots of a file, merged where they are the same."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import Final

import numpy as np

from civic_compute.budgeting.model import BallotKind, Ballots, Places
from civic_compute.budgeting.numbers import number_of
from civic_compute.budgeting.problems import BudgetingProblem

#: What a voter wrote: the cell of choices, and beside it the cell of points (empty without points).
Written = tuple[str, str]
Ballot = tuple[tuple[int, ...], tuple[Fraction, ...]]

_MOST_POINTS: Final = 10**12  # of one project on one ballot, in units of 1 / scale


def merged(written: Mapping[Written, int], kind: BallotKind, places: Mapping[str, int], *, file: str = "") -> Ballots:
    """Distinct ballots with their numbers, from what was written; `places` are the projects' indexes by id.

    Raises BudgetingProblem as `ballot_of`, and "too_large_numbers".
    """
    counted: Counter[Ballot] = Counter()
    for cells, count in written.items():
        counted[ballot_of(cells, kind, places, file=file)] += count
    if kind in (BallotKind.CUMULATIVE, BallotKind.SCORING):
        return _with_points(counted, file)
    ordered = sorted((choices, count) for (choices, _points), count in counted.items())
    return _arrays([choices for choices, _count in ordered], [count for _choices, count in ordered])


def ballot_of(cells: Written, kind: BallotKind, places: Mapping[str, int], *, file: str = "", line: int = 0) -> Ballot:
    """The projects that a ballot names, as the model wants them, and their points.

    An approval named twice counts once; a project ranked twice keeps its better place; of points given twice to one
    project the last count. Raises BudgetingProblem("vote_unknown", "one_choice", "points_count", "not_a_number",
    "negative", "number_too_long").
    """
    named = _named(cells[0], places, file, line)
    if kind in (BallotKind.CUMULATIVE, BallotKind.SCORING):
        points = _points(cells[1], named, file, line)
        given = sorted({project: number for project, number in zip(named, points, strict=True) if number}.items())
        return tuple(project for project, _number in given), tuple(number for _project, number in given)
    if kind is BallotKind.ORDINAL:
        return tuple(dict.fromkeys(named)), ()
    if len(named) > 1:
        named = sorted(set(named))
    if kind is BallotKind.CHOOSE_ONE and len(named) > 1:
        raise BudgetingProblem("one_choice", file=file, line=line, found=len(named))
    return tuple(named), ()


def _named(cell: str, places: Mapping[str, int], file: str, line: int) -> list[int]:
    try:
        return [places[part] for part in cell.split(",")]
    except KeyError:
        pass
    if cell.strip().casefold() in ("", "none") and cell.strip() not in places:
        return []
    parts = [part.strip() for part in cell.split(",")]
    unknown = next((part for part in parts if part and part not in places), None)
    if unknown is not None:
        raise BudgetingProblem("vote_unknown", file=file, line=line, project=unknown)
    return [places[part] for part in parts if part]


def _points(cell: str, named: Sequence[int], file: str, line: int) -> list[Fraction]:
    parts = [part for part in cell.split(",") if part.strip() and part.strip().casefold() != "none"]
    if len(parts) != len(named):
        raise BudgetingProblem("points_count", file=file, line=line, choices=len(named), points=len(parts))
    return [number_of(part, field="a number of points", file=file, line=line) for part in parts]


def _with_points(counted: Counter[Ballot], file: str) -> Ballots:
    ordered = sorted(counted.items())
    scale = math.lcm(*{number.denominator for (_choices, points), _count in ordered for number in points})
    points = [int(number * scale) for (_choices, given), _count in ordered for number in given]
    if max(points, default=0) > _MOST_POINTS:
        raise BudgetingProblem("too_large_numbers", file=file)
    counts = [count for _ballot, count in ordered]
    return _arrays([choices for (choices, _points), _count in ordered], counts, points, scale)


def _arrays(
    choices: Sequence[Sequence[int]], counts: Sequence[int], points: Sequence[int] | None = None, scale: int = 1
) -> Ballots:
    starts = np.zeros(len(choices) + 1, dtype=np.int64)
    np.cumsum(np.fromiter(map(len, choices), dtype=np.int64, count=len(choices)), out=starts[1:])
    flat: Places = np.fromiter(chain.from_iterable(choices), dtype=np.int32, count=int(starts[-1]))
    given = None if points is None else np.array(points, dtype=np.int64)
    return Ballots(starts, flat, np.array(counts, dtype=np.int64), given, scale)
