"""Texts that say the same: equal after normalising, or nearly so. Offered for merging, never merged."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from civic_compute.texts.model import Duplicate, Duplicates, Text
from civic_compute.texts.ngrams import ngram_rows
from civic_compute.texts.normalising import LONGEST, checked, normalised

if TYPE_CHECKING:
    from scipy.sparse import csr_array

ALIKE: Final = 0.8  # nearly the same
OFFERED: Final = 0.6  # worth a look
ALL_PAIRS: Final = 20_000  # texts that are compared each with each; beyond, only within blocks
PRODUCTS: Final = 300_000_000  # of weights that comparing each with each may take: some seconds
_REST: Final = 0.5  # length of the part of a row that is not used to find pairs: what most texts share
_AT_ONCE: Final = 1_000
_TOLERANCE: Final = 1e-9
_ROUNDING: Final = 1e-5  # of sums of single-precision products, which only choose what is looked at

Progress = Callable[[str], None]
Ints = npt.NDArray[np.int64]


def find_duplicates(
    texts: Sequence[Text],
    *,
    least: float = OFFERED,
    all_pairs: int = ALL_PAIRS,
    products: int = PRODUCTS,
    progress: Progress = lambda _words: None,
) -> tuple[Duplicate, ...]:
    """The pairs that `search_duplicates` finds."""
    return search_duplicates(texts, least=least, all_pairs=all_pairs, products=products, progress=progress).pairs


def search_duplicates(
    texts: Sequence[Text],
    *,
    least: float = OFFERED,
    all_pairs: int = ALL_PAIRS,
    products: int = PRODUCTS,
    progress: Progress = lambda _words: None,
) -> Duplicates:
    """Pairs of texts whose cosine of character n-grams is at least `least` (0.5 to 1), best first.

    Equal texts are named once each with the first of them, with score 1; only that first one is compared further. Of
    different texts the first 20,000 characters are compared.
    Texts without a letter or digit are like nothing. Up to `all_pairs` different texts every pair is looked at. Beyond,
    and where this would take more than `products` multiplications, only pairs that share a block of min-hashes (Broder
    1997): nearly all at 0.8, most at 0.6. Raises TextProblem("id_twice", "broken_character").
    """
    forms = [normalised(text.words) for text in checked(texts)]
    firsts, equals = _equal(forms)
    found = [Duplicate(texts[first].id, texts[other].id, 1.0, True) for first, other in equals]
    progress(f"{len(firsts)} different texts")
    rows = ngram_rows([forms[place][:LONGEST] for place in firsts])
    prefix = _rarest(rows, _rest(least))
    look = len(firsts) <= all_pairs and _products(prefix) <= products
    pairs = _all_pairs(rows, prefix, least) if look else _pairs_in_blocks(rows, prefix, least, progress)
    for one, other, score in pairs:
        found.append(Duplicate(texts[firsts[one]].id, texts[firsts[other]].id, round(score, 6), False))
    order = {text.id: place for place, text in enumerate(texts)}
    found.sort(key=lambda pair: (-pair.score, not pair.exact, order[pair.first], order[pair.second]))
    return Duplicates(tuple(found), in_blocks=not look)


def _equal(forms: Sequence[str]) -> tuple[list[int], list[tuple[int, int]]]:
    """The first place of each form, and for every later one the first and itself."""
    first_of: dict[str, int] = {}
    firsts: list[int] = []
    equals: list[tuple[int, int]] = []
    for place, form in enumerate(forms):
        if not form:
            continue
        first = first_of.setdefault(form, place)
        if first == place:
            firsts.append(place)
        else:
            equals.append((first, place))
    return firsts, equals


def _rest(least: float) -> float:
    return min(_REST, least - 0.1)


def _products(rows: "csr_array") -> int:
    """How many products comparing each with each takes."""
    spread = np.bincount(rows.indices, minlength=1).astype(np.int64)
    return int((spread**2).sum()) // 2


def _all_pairs(rows: "csr_array", rarest: "csr_array", least: float) -> Iterator[tuple[int, int, float]]:
    """Pairs of rows with a cosine of at least `least`.

    A pair is looked for through its rarest n-grams only: with n-grams in one order for all, a pair that shares none of
    the rarest shares at most the length of the rest, which is below `least` (prefix filtering, Bayardo and others 2007).
    """
    length = _rest(least)
    prefix = rarest.astype(np.float32)
    for start in range(0, rows.shape[0], _AT_ONCE):
        partial = prefix[start : start + _AT_ONCE] @ prefix[start:].T.tocsr()
        chosen = np.flatnonzero(partial.data >= least - length - _ROUNDING)
        one = np.searchsorted(partial.indptr, chosen, side="right") - 1 + start
        other = partial.indices[chosen].astype(np.int64) + start
        yield from _scored(rows, one[one < other], other[one < other], least)


def _rarest(rows: "csr_array", length: float) -> "csr_array":
    """The rows without their most common n-grams, as many as together stay below the length."""
    from scipy.sparse import csr_array

    spread = np.bincount(rows.indices, minlength=rows.shape[1])
    rank = np.empty(rows.shape[1], dtype=rows.indices.dtype)
    rank[np.lexsort((np.arange(rows.shape[1]), -spread))] = np.arange(rows.shape[1])  # most common first
    ranked = csr_array((rows.data.copy(), rank[rows.indices], rows.indptr.copy()), shape=rows.shape)
    ranked.sort_indices()
    squares = np.concatenate([[0.0], np.cumsum(ranked.data**2)])
    owner = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    ranked.data[squares[1:] - squares[rows.indptr[owner]] < length**2] = 0
    ranked.eliminate_zeros()
    return ranked


def _scored(rows: "csr_array", one: Ints, other: Ints, least: float) -> Iterator[tuple[int, int, float]]:
    for start in range(0, len(one), 50_000):
        first, second = one[start : start + 50_000], other[start : start + 50_000]
        scores: Any = rows[first].multiply(rows[second]).sum(axis=1)
        for place in np.flatnonzero(np.asarray(scores) >= least - _TOLERANCE):
            yield int(first[place]), int(second[place]), min(1.0, float(scores[place]))


def _pairs_in_blocks(
    rows: "csr_array", rarest: "csr_array", least: float, progress: Progress
) -> Iterator[tuple[int, int, float]]:
    from civic_compute.texts.blocks import candidate_pairs

    one, other = candidate_pairs(rarest, progress)
    progress(f"{len(one)} pairs to look at")
    yield from _scored(rows, one, other, least)
