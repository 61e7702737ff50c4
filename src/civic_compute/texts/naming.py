"""The name of a theme: words that many of its texts have and the others have not."""

from typing import Final

import numpy as np
import numpy.typing as npt

from civic_compute.texts.subjects import Vocabulary

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

WORDS: Final = 4
#: Of the texts of a theme so many have each word of its name, and no fewer than this.
LEAST_SHARE: Final = 1 / 4
_LEAST_TEXTS: Final = 2
_ROUNDING: Final = 6


def label_of(vocabulary: Vocabulary, rows: Ints) -> list[int]:
    """The places of the words that tell the texts from the rest; none where nothing names them.

    Weighted log-odds with a prior from all texts (Monroe, Colaresi, Quinn 2008), times the root of the share of the
    texts that have the word: what half of them say names them better than what two say and nobody else does.
    """
    present = vocabulary.counts.copy()
    present.data = np.ones_like(present.data)
    everywhere = np.asarray(present.sum(axis=0), dtype=np.float64)
    here = np.asarray(present[rows].sum(axis=0), dtype=np.float64)
    prior = everywhere / everywhere.sum() * 10 + 0.01
    there = everywhere - here
    odds_here = _log_odds(here + prior, here.sum() + prior.sum())
    odds_there = _log_odds(there + prior, there.sum() + prior.sum())
    score = (odds_here - odds_there) / np.sqrt(1 / (here + prior) + 1 / (there + prior))
    score *= np.sqrt(here / len(rows))
    names_it = np.array(vocabulary.naming) & (here >= max(min(_LEAST_TEXTS, len(rows)), LEAST_SHARE * len(rows)))
    score[~names_it] = -np.inf
    words = np.argsort(-score.round(_ROUNDING), kind="stable")[:WORDS]
    return [int(place) for place in words if np.isfinite(score[place])]


def _log_odds(part: Floats, whole: float) -> Floats:
    """The logarithm of part against rest; a word that is alone in a language has no rest to speak of."""
    rest = np.maximum(whole - part, 1e-9 * whole)
    odds: Floats = np.log(part / rest)
    return odds
