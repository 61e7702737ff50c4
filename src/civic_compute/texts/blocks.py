"""Blocks of texts that may be alike, where comparing each with each would take too long (MinHash, Broder 1997)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from scipy.sparse import csr_array

BANDS: Final = 40
HASHES: Final = 3  # in a band: all must be equal
LARGEST: Final = 200  # texts of a block that are compared each with each; a larger one is a common phrase
#: What share of the pairs from each likeness on up to the next was found, of 4,039 comments that people wrote.
MEASURED: Final = {"0.6": 0.93, "0.7": 0.99, "0.8": 0.99}
_MULTIPLIER: Final = np.uint64(0x9E3779B97F4A7C15)
_MIXER: Final = np.uint64(0xBF58476D1CE4E5B9)

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]


def candidate_pairs(rows: "csr_array", progress: Callable[[str], None] = lambda _words: None) -> tuple[Ints, Ints]:
    """Pairs of rows (the smaller first, each once) that are equal in at least one band of min-hashes.

    Two rows that share the part s of their columns are found with chance 1 - (1 - s^3)^40: 0.99 at 0.48, 0.9 at 0.39.
    In a block of over 200 each row is paired with the next 200 only.
    """
    filled = np.flatnonzero(np.diff(rows.indptr))
    found: list[Ints] = []
    if not len(filled):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    for band in range(BANDS):
        progress(f"block {band + 1} of {BANDS}")
        signature = np.zeros(len(filled), dtype=np.uint64)
        for number in range(HASHES):
            columns = _hashed(np.arange(rows.shape[1], dtype=np.uint64), band * HASHES + number)
            least = np.minimum.reduceat(columns[rows.indices], rows.indptr[filled])
            signature = signature * _MULTIPLIER + least
        found.append(_pairs_of_equal(signature, filled, rows.shape[0]))
    one, other = np.divmod(np.unique(np.concatenate(found)), rows.shape[0])
    return one, other


def _hashed(numbers: Hashes, salt: int) -> Hashes:
    """Numbers spread evenly over 64 bits, differently for each salt (splitmix64, Steele and others 2014)."""
    shift = np.uint64((salt + 1) * 0xD1342543DE82EF95 % 2**64)
    mixed: Hashes = (numbers + shift) * _MULTIPLIER
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _MIXER
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def _pairs_of_equal(signature: Hashes, rows: npt.NDArray[np.intp], width: int) -> Ints:
    """Pairs within each block of equal signatures, as one number each."""
    order = np.argsort(signature, kind="stable")
    ranked = signature[order]
    pairs: list[Ints] = [np.empty(0, dtype=np.int64)]
    for step in range(1, LARGEST + 1):
        same = np.flatnonzero(ranked[step:] == ranked[:-step])
        if not len(same):
            break
        one, other = rows[order[same]], rows[order[same + step]]
        pairs.append(np.minimum(one, other).astype(np.int64) * width + np.maximum(one, other))
    return np.concatenate(pairs)
