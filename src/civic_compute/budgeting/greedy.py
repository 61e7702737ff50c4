"""Greedy: most utility per unit of cost first, as long as the money lasts."""

from collections.abc import Collection
from fractions import Fraction

from civic_compute.budgeting.result import Round, Tie
from civic_compute.budgeting.support import Support
from civic_compute.budgeting.ties import ranks


def greedy(
    support: Support, order: tuple[str, ...], *, already: Collection[int] = (), step: str = "core", first: int = 1
) -> tuple[list[int], list[Round], list[Tie]]:
    """Go once through the projects by total utility per cost and take what fits the money left.

    A project without cost comes first if anybody's utility for it is above 0, else last. With utility cost the order is
    that of the number of votes. A tie is reported where the first of equals is taken: all of them that fit the money
    left then, whether or not they all fit together. `already` are projects chosen and paid before. Gives the places
    chosen, their rounds and the ties.
    """
    rank = ranks(support.election, order)
    keys = {place: density(support, place) for place in range(len(support.costs)) if place not in already}
    queue = sorted(keys, key=lambda place: (-keys[place][0], -keys[place][1], rank[place]))
    left = support.election.budget * support.cost_scale - sum(support.costs[place] for place in already)
    groups: dict[tuple[int, Fraction], list[int]] = {}
    for place in queue:
        groups.setdefault(keys[place], []).append(place)
    taken: list[int] = []
    rounds: list[Round] = []
    ties: list[Tie] = []
    for place in queue:
        if support.costs[place] > left:
            continue
        tie = _tied(support, groups.pop(keys[place], []), left)
        if len(tie) > 1:
            ties.append(Tie(first + len(taken), tie, tie[0]))
        left -= support.costs[place]
        taken.append(place)
        rounds.append(_round(support, place, first + len(rounds), step, Fraction(left) / support.cost_scale))
    return taken, rounds, ties


def density(support: Support, place: int) -> tuple[int, Fraction]:
    """Total utility per unit of cost: (1, 0) stands for infinite, else (0, value)."""
    total = support.slopes_of[place] * support.units[place]
    cost = Fraction(support.costs[place], support.cost_scale)
    if cost == 0:
        return (1, Fraction(0)) if total else (0, Fraction(0))
    return 0, total / cost


def _tied(support: Support, equals: list[int], left: Fraction) -> tuple[str, ...]:
    """Of equal projects those that fit."""
    return tuple(support.election.projects[place].id for place in equals if support.costs[place] <= left)


def _round(support: Support, place: int, number: int, step: str, left: Fraction) -> Round:
    project = support.election.projects[place]
    return Round(
        number=number,
        step=step,
        project=project.id,
        cost=project.cost,
        price=density(support, place)[1],
        supporters=support.voters_of[place],
        payers=0,
        paid_in_full=0,
        payment=None,
        effective_votes=None,
        money_left=left,
    )
