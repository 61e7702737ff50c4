"""What unites a conversation and what divides it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from civic_compute.opinions.counts import Counts, is_significant, likelihood, one_proportion, two_proportions
from civic_compute.opinions.model import Flags, Floats, Ints

MOST_LISTED: Final = 5
ENOUGH_VOTES: Final = 7  # in a group, for the group's share to be compared


@dataclass(frozen=True)
class Agreed:
    """A statement that everybody together agrees with, or disagrees with."""

    statement: int  # place
    said: int
    seen: int
    likelihood: float
    test: float  # z against one half


@dataclass(frozen=True)
class Consensus:
    """Statements of the strongest consensus over everybody, strongest first, at most five of each."""

    agree: tuple[Agreed, ...]
    disagree: tuple[Agreed, ...]


@dataclass(frozen=True)
class Divisive:
    """A statement on which two groups differ most: the one that agrees most, the one that agrees least."""

    statement: int  # place
    most: int  # group
    least: int  # group
    most_agree: float  # likelihood
    least_agree: float
    spread: float
    test: float  # z of the two shares
    significant: bool


def group_consensus(counts: Counts) -> tuple[Floats, Floats]:
    """(statements,) The likelihood that somebody from every group agrees; and the same for disagreeing."""
    agree = likelihood(counts.agree, counts.seen).prod(axis=0)
    return agree, likelihood(counts.disagree, counts.seen).prod(axis=0)


def consensus_of(everybody: Counts, moderated_out: Flags) -> Consensus:
    """The statements with a likelihood over one half that is significant, by likelihood * z; then in their order."""
    seen = everybody.seen[0]
    return Consensus(
        _strongest(everybody.agree[0], seen, moderated_out), _strongest(everybody.disagree[0], seen, moderated_out)
    )


def _strongest(said: Ints, seen: Ints, moderated_out: Flags) -> tuple[Agreed, ...]:
    share, test = likelihood(said, seen), one_proportion(said, seen)
    fit = np.flatnonzero((share > 0.5) & is_significant(test) & ~moderated_out)
    first = fit[np.argsort(-(share * test)[fit], kind="stable")][:MOST_LISTED]
    return tuple(Agreed(int(j), int(said[j]), int(seen[j]), float(share[j]), float(test[j])) for j in first)


def divisive_of(counts: Counts, moderated_out: Flags, *, enough: int = ENOUGH_VOTES) -> tuple[Divisive, ...]:
    """Statements by the largest difference of agreement between two groups in which enough have seen them.

    Of equals the earlier statement first; significant or not is told, and a statement that fewer than two groups have
    seen enough is left out.
    """
    share = likelihood(counts.agree, counts.seen)
    counted = counts.seen >= enough
    high, low = np.where(counted, share, -np.inf), np.where(counted, share, np.inf)
    fit = np.flatnonzero((counted.sum(axis=0) >= 2) & ~moderated_out)
    if not len(fit):
        return ()
    most, least = high.argmax(axis=0)[fit], low.argmin(axis=0)[fit]
    agree, seen = counts.agree, counts.seen
    tests = two_proportions(agree[most, fit], seen[most, fit], agree[least, fit], seen[least, fit])
    columns = (fit, most, least, share[most, fit], share[least, fit], tests, is_significant(tests))
    rows = zip(*(column.tolist() for column in columns), strict=True)
    found = [Divisive(j, one, other, up, down, up - down, z, sure) for j, one, other, up, down, z, sure in rows]
    return tuple(sorted(found, key=lambda one: (-one.spread, one.statement)))
