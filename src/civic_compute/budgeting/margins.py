"""How many more votes a project that was not chosen needed.

Votes are added as new voters who vote for this project alone, all else the same: "singleton-add" in Boehmer and others
2024, "Evaluation of Project Performance in Participatory Budgeting". The budget stays, so that under Equal Shares each
share becomes B / (n + votes). For greedy it does not matter who adds the votes, and the number is found directly.
Under the other rules it need not be so that more votes always help; so every number is tried from the least possible
on, and the first that suffices is the margin. When that takes too many counts, a number is given that suffices while
one less does not, and it is not called exact: fewer still might have sufficed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

import numpy as np

from civic_compute.budgeting.count import count
from civic_compute.budgeting.greedy import density
from civic_compute.budgeting.model import Ballots, Completion, Election, Ints, Project, Rule, Utility
from civic_compute.budgeting.result import Outcome
from civic_compute.budgeting.support import Support, support_of
from civic_compute.budgeting.ties import ranks

_FARTHEST = 16  # times the number of voters, beyond which nobody looks


@dataclass(frozen=True)
class Margin:
    """What a project lacked.

    `votes` is None for a reason: "over_budget" and "no_cost" (it costs nothing, which gives utility cost nothing) where
    no number suffices, "not_found" where none was found, "no_one_size" under utilities points and borda, by which one
    vote may weigh more than another.
    """

    project: str
    votes: int | None
    exact: bool
    reason: str = ""


def margins(
    election: Election,
    outcome: Outcome,
    *,
    most_counts: int = 400,
    progress: Callable[[str], None] = lambda _words: None,
) -> tuple[Margin, ...]:
    """The margin of each project that the outcome did not choose, in the order of ids.

    `most_counts` bounds how many times the ballots are counted again for one project.
    """
    chosen = set(outcome.winners)
    losers = [place for place, project in enumerate(election.projects) if project.id not in chosen]
    if outcome.utility not in (Utility.COST, Utility.CARDINALITY):
        return tuple(_none(election.projects[place], election, "no_one_size") for place in losers)
    if outcome.rule is Rule.GREEDY:
        support = support_of(election, outcome.utility)
        return tuple(_greedy_margin(support, outcome.tie_order, place) for place in losers)
    found = []
    for number, place in enumerate(losers, 1):
        progress(f"margins, project {number} of {len(losers)}")
        found.append(_searched(election, outcome, place, most_counts))
    return tuple(found)


def _none(project: Project, election: Election, reason: str) -> Margin:
    """No number of votes; a project over the budget is so under every utility."""
    if project.cost > election.budget:
        return Margin(project.id, None, exact=True, reason="over_budget")
    return Margin(project.id, None, exact=False, reason=reason)


def _greedy_margin(support: Support, order: Iterable[str], place: int) -> Margin:
    """It must come before the last project at whose turn there is money for it."""
    project, rank = support.election.projects[place], ranks(support.election, order)
    if project.cost > support.election.budget:
        return Margin(project.id, None, exact=True, reason="over_budget")
    keys = {other: density(support, other) for other in range(len(rank)) if other != place}
    left, before = support.election.budget, -1
    for other in sorted(keys, key=lambda each: (-keys[each][0], -keys[each][1], rank[each])):
        cost = support.election.projects[other].cost
        if cost <= left:
            left -= cost
            if left < project.cost:
                before = other
                break
    # the density of the other, as votes for this one
    unit = support.units[place] / project.cost
    needed = keys[before][1] / unit - support.slopes_of[place]
    votes = ceil(needed) if rank[place] < rank[before] else floor(needed) + 1
    return Margin(project.id, votes, exact=True)


def _searched(election: Election, outcome: Outcome, place: int, most_counts: int) -> Margin:
    project = election.projects[place]
    if project.cost > election.budget or (project.cost == 0 and outcome.utility is Utility.COST):
        reason = "over_budget" if project.cost > election.budget else "no_cost"
        return Margin(project.id, None, exact=True, reason=reason)

    def suffices(votes: int) -> bool:
        again = count(
            with_votes(election, place, votes), outcome.rule, outcome.utility, outcome.completion,
            order=outcome.tie_order,
        )  # fmt: skip
        return project.id in again.winners

    first = _least_possible(election, outcome, place)
    for votes in range(first, first + most_counts):
        if suffices(votes):
            return Margin(project.id, votes, exact=True)
    return _bracketed(project.id, suffices, first + most_counts - 1, election.ballots.voters * _FARTHEST)


def _least_possible(election: Election, outcome: Outcome, place: int) -> int:
    """Under Equal Shares alone all supporters together must own the cost: (v + k) B / (n + k) >= c."""
    if outcome.rule is not Rule.EQUAL_SHARES or outcome.completion is not Completion.NONE:
        return 1
    cost, budget, voters = election.projects[place].cost, election.budget, election.ballots.voters
    votes = support_of(election, outcome.utility).voters_of[place]
    if cost == budget:
        return 1
    return max(1, ceil(Fraction(cost * voters - budget * votes) / (budget - cost)))


def _bracketed(project: str, suffices: Callable[[int], bool], too_few: int, farthest: int) -> Margin:
    """A number that suffices while one less does not."""
    enough = 2 * too_few
    while not suffices(enough):
        if enough > farthest:
            return Margin(project, None, exact=False, reason="not_found")
        too_few, enough = enough, 2 * enough
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        if suffices(middle):
            enough = middle
        else:
            too_few = middle
    return Margin(project, enough, exact=False)


def with_votes(election: Election, place: int, votes: int) -> Election:
    """The election with that many more voters who vote for one project alone."""
    old = election.ballots
    added: Ints = np.array([place], dtype=np.int64)
    ballots = Ballots(
        np.append(old.starts, old.starts[-1] + 1),
        np.append(old.choices, added.astype(old.choices.dtype)),
        np.append(old.counts, votes),
        None if old.points is None else np.append(old.points, old.scale),
        old.scale,
    )
    return replace(election, ballots=ballots, sha256="")
