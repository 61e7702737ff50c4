"""Lloyd's k-means in the plane with weighted points, the same result as the plain rule but quicker.

A point's nearest centre cannot have changed while the centres have moved less than it was nearer to its own than to
any other (Hamerly 2010): only the other points are compared again, so a million points take seconds.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from civic_compute.opinions.model import Floats, Ints

_STEADY: Final = 1e-9  # a bound nearer than this is looked at again: rounding never decides
_BLOCK: Final = 1 << 16  # distances computed at a time


@dataclass(frozen=True, eq=False)
class Clusters:
    """Points put together; clusters that became empty are left out."""

    centres: Floats  # (clusters, 2)
    labels: Ints  # (points,) the cluster of each point
    sizes: Floats  # (clusters,) weight of its points
    inertia: float  # weighted sum of squared distances to the centre


def k_means(points: Floats, weights: Floats, centres: Floats, *, most_rounds: int, enough: float = 0.0) -> Clusters:
    """Move each centre to the weighted mean of its points until none moves by `enough`, or for `most_rounds`.

    A point as near to two centres belongs to the first. With `enough` 0 it goes on until no centre moves at all.
    Points have a weight above 0. An empty cluster vanishes, and does not come back.
    """
    centres = centres.copy()
    alive = np.ones(len(centres), dtype=np.bool_)
    nearest = _Nearest(points)
    for _round in range(most_rounds):
        nearest.update(np.where(alive[:, None], centres, np.inf))
        sizes, moved_to = _middles(points, weights, nearest.labels, len(centres))
        alive &= sizes > 0
        moved_to[~alive] = centres[~alive]
        moved = np.sqrt(((moved_to - centres) ** 2).sum(axis=1))
        centres = moved_to
        if not (moved > 0).any() or moved.max() < enough:
            break
    return _named(points, weights, centres, nearest.labels)


def first_distinct(points: Floats, count: int) -> Floats:
    """The first `count` points that differ from each other, in the points' order."""
    found: dict[tuple[float, float], None] = {}
    for x, y in points:
        found.setdefault((float(x) + 0.0, float(y) + 0.0))
        if len(found) == count:
            break
    return np.array(list(found), dtype=np.float64).reshape(-1, 2)


def _named(points: Floats, weights: Floats, centres: Floats, labels: Ints) -> Clusters:
    used, labels = np.unique(labels, return_inverse=True)
    centres = centres[used]
    inertia = float((weights * ((points - centres[labels]) ** 2).sum(axis=1)).sum())
    sizes = np.bincount(labels, weights=weights, minlength=len(used)).astype(np.float64)
    return Clusters(centres, labels.astype(np.int64), sizes, inertia)


def _middles(points: Floats, weights: Floats, labels: Ints, count: int) -> tuple[Floats, Floats]:
    sizes: Floats = np.bincount(labels, weights=weights, minlength=count).astype(np.float64)
    sums = [np.bincount(labels, weights=weights * points[:, axis], minlength=count) for axis in (0, 1)]
    return sizes, np.stack(sums, axis=1) / np.where(sizes > 0, sizes, 1.0)[:, None]


class _Nearest:
    """The nearest centre of each point, kept up to date while the centres move."""

    def __init__(self, points: Floats) -> None:
        self.points = points
        self.labels = np.zeros(len(points), dtype=np.int64)
        self.until = np.full(len(points), -np.inf)  # the travel of its centre up to which the label surely holds
        self.travel = np.zeros(0)  # of each centre: its own way, and the longest way of any, added up
        self.centres = np.zeros((0, 2))

    def update(self, centres: Floats) -> None:
        if len(self.travel):
            alive = np.isfinite(centres[:, 0])
            moved = np.zeros(len(centres))
            moved[alive] = np.sqrt(((centres[alive] - self.centres[alive]) ** 2).sum(axis=1))
            self.travel = self.travel + moved + moved.max()
        else:
            self.travel = np.zeros(len(centres))
        self.centres = centres
        doubtful = np.flatnonzero(self.until <= self.travel[self.labels])
        size = max(1, _BLOCK // len(centres))
        for first in range(0, len(doubtful), size):
            self._compare(doubtful[first : first + size])

    def _compare(self, places: Ints) -> None:
        x, y = self.points[places, 0], self.points[places, 1]
        squares = (x[:, None] - self.centres[:, 0]) ** 2
        squares += (y[:, None] - self.centres[:, 1]) ** 2
        labels = squares.argmin(axis=1)
        rows = np.arange(len(places))
        own = np.sqrt(squares[rows, labels])
        squares[rows, labels] = np.inf
        other = np.sqrt(squares.min(axis=1))
        self.labels[places] = labels
        self.until[places] = self.travel[labels] + (other - own) * (1 - _STEADY) - _STEADY
