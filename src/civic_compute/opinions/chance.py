"""Numbers that follow from a seed and look like chance: SplitMix64 (Steele, Lea, Flood 2014), the same everywhere.

For drawing participants millions of times at once; what is decided by lot uses `civic_compute.chance`.
"""

from typing import Final

import numpy as np

from civic_compute.opinions.model import Floats, Ints

_STEP: Final = 0x9E3779B97F4A7C15
_MASK: Final = (1 << 64) - 1


def fractions(seed: int, stream: int, count: int) -> Floats:
    """`count` numbers from 0 to below 1; each seed and stream gives its own."""
    start = _mixed_integer(_mixed_integer(seed & _MASK) + stream)
    with np.errstate(over="ignore"):
        state = np.uint64(start) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(_STEP)
        state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        state ^= state >> np.uint64(31)
    return (state >> np.uint64(11)).astype(np.float64) * 2.0**-53


def places(seed: int, stream: int, count: int, below: int) -> Ints:
    """`count` whole numbers from 0 to below `below`, with repetition."""
    return (fractions(seed, stream, count) * below).astype(np.int64)


def _mixed_integer(number: int) -> int:
    number = (number + _STEP) & _MASK
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & _MASK
    return number ^ (number >> 31)
