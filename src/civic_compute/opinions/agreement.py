"""How alike two ways of grouping the same persons are."""

import numpy as np

from civic_compute.opinions.model import Ints


def adjusted_rand(one: Ints, other: Ints) -> float:
    """Adjusted Rand index (Hubert, Arabie 1985): 1 the same groups, about 0 no more alike than by chance.

    1 also where both put everybody together, or everybody apart.
    """
    first, second = (np.unique(labels, return_inverse=True)[1] for labels in (one, other))
    if not len(first):
        return 1.0
    wide = int(second.max()) + 1
    table = np.bincount(first * wide + second)
    together, pairs = _pairs(table), _pairs(np.array([len(first)]))
    rows, columns = _pairs(np.bincount(first)), _pairs(np.bincount(second))
    expected = rows * columns / pairs if pairs else 0.0
    most = (rows + columns) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


def _pairs(counts: Ints) -> float:
    return float(sum(int(count) * (int(count) - 1) // 2 for count in counts))
