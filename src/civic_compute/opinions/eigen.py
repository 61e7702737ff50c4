"""The largest eigenvalues of a symmetric operator, by Lanczos (1950) with full reorthogonalisation.

No library of parallel linear algebra takes part, so threads change no bit; start vectors are fixed.
"""

from collections.abc import Callable
from typing import Final

import numpy as np

from civic_compute.opinions.model import Floats

_TOLERANCE: Final = 1e-14  # of the largest eigenvalue
_NOTHING: Final = 1e-13  # a vector this small beside the operator is rounding
_WHOLE: Final = 50  # up to this size every direction is looked at, so that equal eigenvalues are all found
_MOST: Final = 1000  # steps
_GOLDEN: Final = 0.6180339887498949
Apply = Callable[[Floats], Floats]


def leading(apply: Apply, size: int, count: int) -> tuple[Floats, Floats]:
    """The `count` largest eigenvalues (descending) and eigenvectors (count, size) of a positive semidefinite operator.

    Where there are fewer that are not zero, the value is 0 and the vector zero. The largest entry of a vector is
    positive.
    """
    basis = np.zeros((min(size, _MOST) + 1, size))
    diagonal: list[float] = []
    beside: list[float] = []
    scale = 0.0
    vector = _fresh(apply, basis[:0], 0, scale)
    while vector is not None and len(diagonal) < len(basis) - 1:
        step = len(diagonal)
        basis[step] = vector
        image = apply(vector)
        diagonal.append(_dot(vector, image))
        scale = max(scale, abs(diagonal[-1]))
        image = _without(_without(image, basis[: step + 1]), basis[: step + 1])
        length = float(np.sqrt(_dot(image, image)))
        broken = length <= _NOTHING * scale
        vector = _fresh(apply, basis[: step + 1], step + 1, scale) if broken else image / length
        beside.append(0.0 if broken else length)
        if size > _WHOLE and step >= count and step % 4 == 0 and _settled(diagonal, beside, count):
            break
    return _pairs(basis, diagonal, beside, count)


def fix_sign(vector: Floats) -> Floats:
    """The vector or its opposite, so that its largest entry is positive; of entries as large, the first decides."""
    sizes = np.abs(vector)
    largest = int(np.argmax(sizes >= sizes.max(initial=0.0) * (1 - 1e-9))) if len(vector) else 0
    return -vector if len(vector) and vector[largest] < 0 else vector


def _pairs(basis: Floats, diagonal: list[float], beside: list[float], count: int) -> tuple[Floats, Floats]:
    values, vectors = np.zeros(count), np.zeros((count, basis.shape[1]))
    if not diagonal:
        return values, vectors
    found, inner = _small(diagonal, beside, count)
    for place in range(len(found)):
        if found[place] > _NOTHING * found[0] * 10:
            vector = np.einsum("k,kj->j", np.ascontiguousarray(inner[:, place]), basis[: len(diagonal)])
            values[place] = found[place]
            vectors[place] = fix_sign(vector / np.sqrt(_dot(vector, vector)))
    return values, vectors


def _small(diagonal: list[float], beside: list[float], count: int) -> tuple[Floats, Floats]:
    """The largest eigenvalues of the small tridiagonal matrix, descending, with vectors in columns."""
    from scipy.linalg import eigh_tridiagonal

    size = len(diagonal)
    bounds = (max(size - count, 0), size - 1)
    values, vectors = eigh_tridiagonal(diagonal, beside[: size - 1], select="i", select_range=bounds)
    return values[::-1], vectors[:, ::-1]


def _settled(diagonal: list[float], beside: list[float], count: int) -> bool:
    values, vectors = _small(diagonal, beside, count)
    return bool(np.all(np.abs(vectors[-1] * beside[-1]) <= _TOLERANCE * values[0]))


def _fresh(apply: Apply, basis: Floats, number: int, scale: float) -> Floats | None:
    """A unit vector outside the basis, in the operator's range; None where nothing is left."""
    start = 1.0 + np.modf((np.arange(basis.shape[1]) + 1.0 + 31.0 * number) * _GOLDEN)[0]
    start = start / np.sqrt(_dot(start, start)) if len(start) else start
    image = _without(_without(apply(_without(start, basis)), basis), basis)
    length = float(np.sqrt(_dot(image, image)))
    return None if length <= _NOTHING * scale or length == 0.0 else image / length


def _dot(one: Floats, other: Floats) -> float:
    return float(np.einsum("j,j->", one, other))


def _without(vector: Floats, basis: Floats) -> Floats:
    """What is left of the vector outside the span of the orthonormal rows of the basis."""
    if not len(basis):
        return vector
    parts = np.einsum("kj,j->k", basis, vector)
    inside: Floats = np.einsum("k,kj->j", parts, basis)
    return vector - inside
