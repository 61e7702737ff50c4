"""Statements on which most of every group are of one opinion: what group-aware consensus finds, seen by shares."""

from dataclasses import dataclass

import numpy as np

from civic_compute.opinions.consensus import ENOUGH_VOTES, MOST_LISTED
from civic_compute.opinions.counts import Counts
from civic_compute.opinions.model import Flags, Floats, Ints


@dataclass(frozen=True)
class United:
    """A statement of one opinion in every group, with the group in which the share is least."""

    statement: int  # place
    group: int
    said: int  # in that group
    seen: int


def united(said: Ints, counts: Counts, consensus: Floats, moderated_out: Flags) -> tuple[United, ...]:
    """At most five statements on which over half of every group said so, the highest group-aware consensus first.

    `said` is the counts' agree or disagree, `consensus` the likelihood that goes with it. Every group must have seen a
    statement enough to be compared.
    """
    every = ((2 * said > counts.seen) & (counts.seen >= ENOUGH_VOTES)).all(axis=0) & ~moderated_out
    fit = np.flatnonzero(every)
    first = fit[np.argsort(-consensus[fit], kind="stable")][:MOST_LISTED].tolist()
    return tuple(each for statement in first if (each := least_in(said, counts, statement)) is not None)


def least_in(said: Ints, counts: Counts, statement: int) -> United | None:
    """The group with the least share, of those that have seen the statement enough; the first of equals."""
    groups = np.flatnonzero(counts.seen[:, statement] >= ENOUGH_VOTES).tolist()
    if not groups:
        return None
    pairs = {group: (int(said[group, statement]), int(counts.seen[group, statement])) for group in groups}
    group = min(groups, key=lambda each: pairs[each][0] / pairs[each][1])
    return United(statement, group, *pairs[group])
