"""Texts as points in few directions (truncated SVD); the same points each time, also where words follow a pattern."""

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from scipy.sparse import csr_array

DIMENSIONS: Final = 50
_SMALL: Final = 800  # texts or words, whichever are fewer: up to here all directions are calculated
_MORE: Final = 4  # directions that are asked for beyond, to see whether the last is one of equals
_NOISE: Final = 1e-5  # of the strongest direction: what is weaker is rounding
_EQUAL: Final = 1e-6  # relative: strengths that are one

Floats = npt.NDArray[np.float64]


def points_of(rows: "csr_array") -> Floats:
    """Each row as a point on the unit sphere, in at most about 50 directions.

    Only the angles between points have a meaning: within directions of equal strength the axes are arbitrary. So equals
    are taken together or left together, and what is only rounding is left.
    """
    points, strengths = _all(rows) if min(rows.shape) <= _SMALL else _strongest(rows)
    points = points[:, : _kept(strengths, whole=min(rows.shape) <= _SMALL)]
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    scaled: Floats = np.divide(points, lengths, out=np.zeros_like(points), where=lengths > 0)
    return scaled


def _kept(strengths: Floats, *, whole: bool) -> int:
    """How many directions are kept: 50 and the equals of the last, or, where these were not all seen, without them."""
    told = int((strengths > _NOISE * strengths[0]).sum())
    if told <= DIMENSIONS:
        return told
    last = strengths[DIMENSIONS - 1]
    to = int((strengths[:told] >= last * (1 - _EQUAL)).sum())
    if whole or to < len(strengths):
        return to
    return int((strengths > last * (1 + _EQUAL)).sum()) or told


def _all(rows: "csr_array") -> tuple[Floats, Floats]:
    wide = rows.shape[0] <= rows.shape[1]
    products = (rows @ rows.T if wide else rows.T @ rows).toarray()
    squares, vectors = np.linalg.eigh(products)
    strengths = np.sqrt(np.maximum(squares[::-1], 0))
    axes = vectors[:, ::-1]
    return (axes * strengths if wide else np.asarray(rows @ axes)), strengths


def _strongest(rows: "csr_array") -> tuple[Floats, Floats]:
    from scipy.sparse.linalg import svds

    number = min(rows.shape)
    start = np.sqrt(np.arange(1, number + 1) / (number * (number + 1) / 2))  # leans on no pattern of the texts
    left, strengths, _right = svds(rows, k=DIMENSIONS + _MORE, v0=start, solver="arpack", tol=1e-8, random_state=0)
    return left[:, ::-1] * strengths[::-1], strengths[::-1]
