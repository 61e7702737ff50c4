"""Counts with a stated amount of noise (differential privacy), for small conversations and open dashboards.

Counting rules never run on noised counts.
"""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from civic_compute.chance import Stream
from civic_compute.privacy.problems import PrivacyProblem


@dataclass(frozen=True)
class Noised:
    """Noised counts, what they cost, and what is left of the budget; all three are published."""

    counts: Mapping[str, int]  # may be negative: that is how nobody can tell
    epsilon: Fraction  # of each count
    spent: Fraction
    left: Fraction


def noised_counts(
    counts: Mapping[str, int], *, epsilon: Fraction, budget: Fraction, seed: bytes, disjoint: bool = True
) -> Noised:
    """Add two-sided geometric noise of scale 1 / epsilon to each count (Ghosh, Roughgarden, Sundararajan 2009).

    The chance of noise z is (1 - a) / (1 + a) * a^|z| with a = exp(-epsilon), drawn exactly. `disjoint` says that a
    person is in one of the counts only: then all together cost one epsilon, else one for each count. The seed stays
    secret, and is used for one release only. Raises PrivacyProblem("epsilon", "budget").
    """
    if epsilon <= 0:
        raise PrivacyProblem("epsilon", epsilon=epsilon)
    needed = epsilon if disjoint else epsilon * len(counts)
    if needed > budget:
        raise PrivacyProblem("budget", needed=needed, left=budget)
    noisy = {
        name: count + two_sided_geometric(epsilon, Stream(seed, f"noise {name}")) for name, count in counts.items()
    }
    return Noised(noisy, epsilon, needed, budget - needed)


def two_sided_geometric(epsilon: Fraction, stream: Stream) -> int:
    """One exact draw of the discrete Laplace distribution (Canonne, Kamath, Steinke 2020, algorithm 2)."""
    top, bottom = epsilon.numerator, epsilon.denominator  # epsilon = top / bottom
    while True:
        part = stream.below(bottom)
        if not _exponential(Fraction(part, bottom), stream):
            continue
        whole = 0
        while _exponential(Fraction(1), stream):
            whole += 1
        size = (part + bottom * whole) // top
        negative = stream.below(2) == 1
        if not (negative and size == 0):
            return -size if negative else size


def _exponential(rate: Fraction, stream: Stream) -> bool:
    """True with chance exp(-rate), for a rate from 0 to 1 (the same paper, algorithm 1)."""
    turn = 1
    while stream.below(rate.denominator * turn) < rate.numerator:
        turn += 1
    return turn % 2 == 1


def rounded_counts(counts: Mapping[str, int], *, base: int, secret: bytes) -> dict[str, int]:
    """Each count rounded to a multiple of the base, up or down at random so that the mean stays true.

    The choice hangs on the secret, the count's name and the count itself: asking again tells nothing more. Raises
    PrivacyProblem("base").
    """
    if base < 1:
        raise PrivacyProblem("base", base=base)
    return {name: _rounded(name, count, base, secret) for name, count in counts.items()}


def _rounded(name: str, count: int, base: int, secret: bytes) -> int:
    below, rest = divmod(count, base)
    seed = hmac.new(secret, f"{name}\0{count}\0{base}".encode(), hashlib.sha256).digest()
    return base * (below + (Stream(seed, "round").below(base) < rest))


def spent_so_far(releases: Sequence[Noised]) -> Fraction:
    """What all releases together have cost (sequential composition)."""
    return sum((one.spent for one in releases), Fraction(0))
