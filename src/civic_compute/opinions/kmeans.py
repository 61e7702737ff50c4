"""Lloyd's k-means in the plane with weighted points, the same result as the plain rule but quicker.

A point's nearest centre cannot have changed while the centres have moved less than it was nearer to its own than to
any other (Hamerly 2010): only the other points are compared again, first with the centres around their own. So a
million points take seconds.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np

from civic_compute.opinions.model import Flags, Floats, Ints

_STEADY: Final = 1e-9  # a bound nearer than this is looked at again: rounding never decides
_AROUND: Final = 8  # centres compared first
_BLOCK: Final = 1 << 14  # points compared at a time
_FEW: Final = 1 << 11  # points compared with all centres at once
_PARALLEL: Final = 1 << 21  # distances: below this, threads cost more than they give


@dataclass(frozen=True, eq=False)
class Clusters:
    """Points put together; clusters that became empty are left out."""

    centres: Floats  # (clusters, 2)
    labels: Ints  # (points,) the cluster of each point
    sizes: Floats  # (clusters,) weight of its points
    inertia: float  # weighted sum of squared distances to the centre


def k_means(
    points: Floats, weights: Floats, centres: Floats, *, most_rounds: int, enough: float = 0.0, threads: int = 2
) -> Clusters:
    """Move each centre to the weighted mean of its points until none moves by `enough`, or for `most_rounds`.

    A point as near to two centres belongs to the first. With `enough` 0 it goes on until no centre moves at all.
    Points have a weight above 0. An empty cluster vanishes, and does not come back.
    """
    nearest = _Nearest(points, centres, threads)
    for _round in range(most_rounds):
        nearest.label()
        sizes, middles = _middles(points, weights, nearest.labels, len(nearest.centres))
        if not sizes.all():
            nearest.drop(sizes > 0)
            middles = middles[sizes > 0]
        moved = nearest.move(middles)
        if moved == 0 or moved < enough:
            break
    inertia = float((weights * ((points - nearest.centres[nearest.labels]) ** 2).sum(axis=1)).sum())
    sizes = np.bincount(nearest.labels, weights=weights, minlength=len(nearest.centres)).astype(np.float64)
    return Clusters(nearest.centres, nearest.labels, sizes, inertia)


def first_distinct(points: Floats, count: int) -> Floats:
    """The first `count` points that differ from each other, in the points' order."""
    found: dict[tuple[float, float], None] = {}
    for x, y in points:
        found.setdefault((float(x) + 0.0, float(y) + 0.0))
        if len(found) == count:
            break
    return np.array(list(found), dtype=np.float64).reshape(-1, 2)


def _middles(points: Floats, weights: Floats, labels: Ints, count: int) -> tuple[Floats, Floats]:
    sizes: Floats = np.bincount(labels, weights=weights, minlength=count).astype(np.float64)
    sums = [np.bincount(labels, weights=weights * points[:, axis], minlength=count) for axis in (0, 1)]
    return sizes, np.stack(sums, axis=1) / np.where(sizes > 0, sizes, 1.0)[:, None]


class _Nearest:
    """The nearest centre of each point, kept up to date while the centres move."""

    def __init__(self, points: Floats, centres: Floats, threads: int) -> None:
        self.x, self.y = np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
        self.centres = centres
        self.threads = threads
        self.labels = np.zeros(len(points), dtype=np.int64)
        self.until = np.full(len(points), -np.inf)  # the travel of its centre up to which the label surely holds
        self.travel = np.zeros(len(centres))  # of each centre: its own way, and the longest way of any, added up
        # of each centre: those around it, and how far away all others are; nothing while they are few
        self.around: tuple[Ints, Floats] = np.zeros((0, 0), dtype=np.int64), np.zeros(0)

    def label(self) -> None:
        """Give each point the label of its nearest centre."""
        doubtful = np.flatnonzero(self.until <= self.travel[self.labels])
        if len(self.around[1]) and len(doubtful):
            doubtful = np.concatenate(self._each(self._compare_around, doubtful, _AROUND))
        self._each(self._compare_all, doubtful, len(self.centres))

    def move(self, centres: Floats) -> float:
        """Put the centres elsewhere; gives the longest way of any."""
        moved = np.sqrt(((centres - self.centres) ** 2).sum(axis=1))
        longest = float(moved.max(initial=0.0))
        self.travel = self.travel + moved + longest
        self.centres = centres
        if len(centres) > 2 * _AROUND and len(self.x) > _FEW:
            between = np.sqrt(((centres[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2))
            order = np.argsort(between, axis=1, kind="stable")
            rest = between[np.arange(len(centres)), order[:, _AROUND]]
            self.around = np.ascontiguousarray(np.sort(order[:, :_AROUND], axis=1).T), rest
        return longest

    def drop(self, kept: Flags) -> None:
        """Forget centres that have no points."""
        self.labels = (np.cumsum(kept) - 1)[self.labels]
        self.centres, self.travel = self.centres[kept], self.travel[kept]

    def _each(self, work: Callable[[Ints], Ints], places: Ints, width: int) -> list[Ints]:
        """Work on runs of the places, perhaps by several threads: each writes to its own points."""
        runs = [places[first : first + _BLOCK] for first in range(0, len(places), _BLOCK)]
        if len(places) * width < _PARALLEL or self.threads < 2:
            return [work(run) for run in runs]
        with ThreadPoolExecutor(self.threads) as pool:
            return list(pool.map(work, runs))

    def _compare_all(self, places: Ints) -> Ints:
        if len(places) < _FEW:
            self._settle(places, *_two_of_few(self.x[places], self.y[places], self.centres))
            return places[:0]
        two = _Two(self.x[places], self.y[places])
        for number, (x, y) in enumerate(self.centres):
            two.meet(number, x, y)
        self._settle(places, two.nearest, *two.distances())
        return places[:0]

    def _compare_around(self, places: Ints) -> Ints:
        """Compare with the centres around each point's own; gives those for which these are not surely enough."""
        labels = self.labels[places]
        around, others = self.around
        two = _Two(self.x[places], self.y[places])
        for number, centres in enumerate(around):
            two.meet(number, self.centres[centres, 0][labels], self.centres[centres, 1][labels])
        own, other = two.distances()
        way = np.sqrt((two.x - self.centres[labels, 0]) ** 2 + (two.y - self.centres[labels, 1]) ** 2)
        beyond = others[labels] - way  # every centre that was not compared is at least so far
        sure = beyond > own + _STEADY * (1 + own)
        found = around[two.nearest, labels]
        self._settle(places[sure], found[sure], own[sure], np.minimum(other, beyond)[sure])
        doubtful: Ints = places[~sure]
        return doubtful

    def _settle(self, places: Ints, labels: Ints, own: Floats, other: Floats) -> None:
        self.labels[places] = labels
        self.until[places] = self.travel[labels] + (other - own) * (1 - _STEADY) - _STEADY


def _two_of_few(x: Floats, y: Floats, centres: Floats) -> tuple[Ints, Floats, Floats]:
    """What `_Two` gives after all centres, the same to the last bit, with one table of all distances."""
    squares = (x[:, None] - centres[:, 0]) ** 2
    squares += (y[:, None] - centres[:, 1]) ** 2
    nearest = squares.argmin(axis=1)
    rows = np.arange(len(x))
    own = np.sqrt(squares[rows, nearest])
    squares[rows, nearest] = np.inf
    other: Floats = np.sqrt(squares.min(axis=1))
    least: Ints = nearest.astype(np.int64)
    return least, own, other


class _Two:
    """For each point the nearest of the centres met so far, the first of equals, and the two least distances."""

    def __init__(self, x: Floats, y: Floats) -> None:
        self.x, self.y = x, y
        self.nearest = np.zeros(len(x), dtype=np.int64)
        self._first, self._second = np.full(len(x), np.inf), np.full(len(x), np.inf)
        self._across, self._along = np.empty(len(x)), np.empty(len(x))

    def meet(self, number: int, x: "Floats | np.float64", y: "Floats | np.float64") -> None:
        """Look at one more centre for each point; numbers only grow."""
        square, along = self._across, self._along
        np.subtract(self.x, x, out=square)
        np.multiply(square, square, out=square)
        np.subtract(self.y, y, out=along)
        np.multiply(along, along, out=along)
        np.add(square, along, out=square)
        np.copyto(self.nearest, number, where=square < self._first)
        np.maximum(square, self._first, out=along)
        np.minimum(self._second, along, out=self._second)
        np.minimum(self._first, square, out=self._first)

    def distances(self) -> tuple[Floats, Floats]:
        """Of the nearest and the second nearest."""
        return np.sqrt(self._first), np.sqrt(self._second)
