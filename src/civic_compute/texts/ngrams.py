"""Character n-grams within words, weighted by tf-idf: a text as a sparse row of length 1."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from scipy.sparse import csr_array

SIZES: Final = (3, 4, 5)
Ints = npt.NDArray[np.int64]


def ngram_rows(texts: Sequence[str]) -> "csr_array":
    """Rows of unit length for normalised texts, one a text: n-grams of 3 to 5 characters within words.

    A word stands between two spaces, so that its beginning and end count. Rows of texts without words are empty. Words
    come again and again: their n-grams are counted once for each different word.
    """
    known: dict[str, int] = {}
    uses = count_rows(([known.setdefault(word, len(known)) for word in text.split()] for text in texts), known)
    grams: dict[str, int] = {}
    within = count_rows(([grams.setdefault(gram, len(grams)) for gram in _grams(word)] for word in known), grams)
    return weighted_rows(uses @ within)


def _grams(word: str) -> list[str]:
    held = f" {word} "
    return [held[at : at + size] for size in SIZES for at in range(len(held) - size + 1)]


def count_rows(rows: Iterable[list[int]], columns: dict[str, int]) -> "csr_array":
    """How often each column's number is in each row; the dictionary of columns may grow while rows are read."""
    from scipy.sparse import csr_array

    places: list[int] = []
    starts = [0]
    for row in rows:
        places.extend(row)
        starts.append(len(places))
    ones = np.ones(len(places), dtype=np.int32)
    table = csr_array((ones, np.array(places, dtype=np.int32), starts), shape=(len(starts) - 1, len(columns)))
    table.sum_duplicates()
    return table


def weighted_rows(counts: "csr_array") -> "csr_array":
    """Sublinear tf-idf rows of unit length: (1 + ln tf) (1 + ln((1 + texts) / (1 + texts with it))).

    A column of only one row is left out, but counts in the row's length: nothing can be shared through it.
    """
    from scipy.sparse import csr_array

    table = csr_array(counts, dtype=np.float64)
    table.sort_indices()
    height, width = table.shape
    spread = np.bincount(table.indices, minlength=width)
    table.data = (1 + np.log(table.data)) * (1 + np.log((1 + height) / (1 + spread[table.indices])))
    owner = np.repeat(np.arange(height), np.diff(table.indptr))
    lengths = np.sqrt(np.bincount(owner, weights=table.data**2, minlength=height))
    table.data /= lengths[owner]
    return table[:, np.flatnonzero(spread > 1)]
