"""A million voters, 200 projects and 10 million approvals: the core's seconds and the most memory."""

import resource
import sys
import time
from fractions import Fraction

import numpy as np

from bench.lines import within
from civic_compute.budgeting.equal_shares import equal_shares
from civic_compute.budgeting.model import BallotKind, Ballots, Election, Project, Utility
from civic_compute.budgeting.support import support_of

VOTERS, PROJECTS, EACH = 1_000_000, 200, 10


def generated() -> Election:
    """Ballots of ten different projects each, some projects much more liked than others."""
    chance = np.random.default_rng(1)
    liked = (chance.random(PROJECTS) ** 2 + 0.05).cumsum()
    choices = np.empty((VOTERS, EACH), dtype=np.int32)
    rest = np.arange(VOTERS)
    while len(rest):  # again for those who named one twice
        drawn = np.searchsorted(liked, chance.random((len(rest), EACH)) * liked[-1]).astype(np.int32)
        drawn.sort(axis=1)
        choices[rest] = drawn
        rest = rest[(drawn[:, 1:] == drawn[:, :-1]).any(axis=1)]
    starts = np.arange(0, VOTERS * EACH + 1, EACH, dtype=np.int64)
    ballots = Ballots(starts, choices.reshape(-1), np.ones(VOTERS, dtype=np.int64))
    projects = tuple(
        Project(f"{place:03}", Fraction(int(cost)))
        for place, cost in enumerate(chance.integers(5_000, 500_000, PROJECTS))
    )
    return Election(BallotKind.APPROVAL, Fraction(10_000_000), projects, ballots)


def main() -> int:
    election = generated()
    before = time.process_time()
    support = support_of(election, Utility.COST)
    spending = equal_shares(support, election.budget / VOTERS, range(PROJECTS))
    seconds = time.process_time() - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    lines = [
        within(f"Equal Shares, 1,000,000 voters x 200 projects, {len(spending.places)} chosen", seconds, 2.0),
        within("Equal Shares, 1,000,000 voters x 200 projects, memory", memory, 1.2, "GB"),
    ]
    for line in lines:
        line.show()
    return 0 if all(line.holds for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
