"""Who said what, by group, and the tests that the counts are put to."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from civic_compute.opinions.matrix import Matrix
from civic_compute.opinions.model import Flags, Floats, Ints

SIGNIFICANT: Final = 1.2816  # one-sided, 90 %


@dataclass(frozen=True, eq=False)
class Counts:
    """Votes by group and statement, each (groups, statements); statements moderated out are counted too."""

    agree: Ints
    disagree: Ints
    seen: Ints  # passes included

    @property
    def passed(self) -> Ints:
        """Those who saw a statement and took no side."""
        return self.seen - self.agree - self.disagree

    def together(self) -> "Counts":
        """Everybody in a group as one group."""
        return Counts(*(part.sum(axis=0, keepdims=True) for part in (self.agree, self.disagree, self.seen)))

    def others(self) -> "Counts":
        """For each group, everybody in any other group."""
        whole = self.together()
        return Counts(whole.agree - self.agree, whole.disagree - self.disagree, whole.seen - self.seen)


def count_groups(matrix: Matrix, labels: Ints, groups: int) -> Counts:
    """Votes of each group; a participant of label -1 is in none."""
    found = matrix.counts_by(labels, groups)
    return Counts(found[:, :, 2], found[:, :, 0], found.sum(axis=2))


def count_everybody(matrix: Matrix) -> Counts:
    """Votes of all participants, in a group or not, as one group."""
    return count_groups(matrix, np.zeros(matrix.people, dtype=np.int64), 1)


def likelihood(said: Ints, seen: Ints) -> Floats:
    """P(said | seen) with one vote of each kind added (Laplace), so that few votes give a value near 1/2."""
    return np.divide(said + 1, seen + 2)


def one_proportion(said: Ints, seen: Ints) -> Floats:
    """The z of the share `said` against one half."""
    z: Floats = 2 * np.sqrt(seen + 1.0) * ((said + 1) / (seen + 1) - 0.5)
    return z


def two_proportions(said: Ints, seen: Ints, others_said: Ints, others_seen: Ints) -> Floats:
    """The z of one share against another, with 1 added to all four; 0 where everybody said so."""
    s1, m1, s2, m2 = (part + 1.0 for part in (said, seen, others_said, others_seen))
    pooled = (s1 + s2) / (m1 + m2)
    spread = pooled * (1 - pooled) * (1 / m1 + 1 / m2)
    sure = spread <= 0
    return np.where(sure, 0.0, (s1 / m1 - s2 / m2) / np.sqrt(np.where(sure, 1.0, spread)))


def is_significant(z: Floats) -> Flags:
    """Whether a z is one that chance alone gives in less than one case of ten."""
    return z > SIGNIFICANT
