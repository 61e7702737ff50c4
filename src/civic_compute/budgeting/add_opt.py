"""Exact Equal Shares, completed by add-opt (Kraiczy, Robinson, Elkind 2025, "Streamlining Equal Shares").

Exact Equal Shares: whoever pays for a project pays the same. A project of cost c can be bought by t supporters who each
own c / t; the project and the largest t that give most utility for money are chosen: t u / c, with u the cost (hence t)
or 1. Supporters who own less do not pay.

Add-opt completes it: each share grows by the least amount at which anything in the run changes, again and again, until
an outcome costs more than the budget; the one before it counts. Between two such shares nothing changes, so no outcome
is missed, unlike with steps of one unit.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from civic_compute.budgeting.model import Election, Utility
from civic_compute.budgeting.problems import BudgetingProblem
from civic_compute.budgeting.purses import Group, Purses
from civic_compute.budgeting.support import Support, support_of
from civic_compute.budgeting.ties import ranks, tie_order

_OF_ONE_SIZE = (Utility.COST, Utility.CARDINALITY)


@dataclass(frozen=True)
class Bought:
    """A round: how many voters paid, and what each of them."""

    project: str
    payers: int
    payment: Fraction


@dataclass(frozen=True)
class ExactShares:
    """A run of Exact Equal Shares."""

    share: Fraction
    rounds: tuple[Bought, ...]
    cost: Fraction
    change: Fraction | None  # the least that each share must grow for the run to change; None if nothing more can

    @property
    def winners(self) -> tuple[str, ...]:
        return tuple(each.project for each in self.rounds)


@dataclass(frozen=True)
class AddOpt:
    """What add-opt came to: the outcome, how many shares were tried, and whether it went to the end."""

    outcome: ExactShares
    tried: int
    complete: bool  # False where `most_runs` stopped it: a later share might have given more


@dataclass(frozen=True)
class _Offer:
    value: Fraction  # utility for money
    rank: int
    place: int
    payers: tuple[Group, ...]

    @property
    def key(self) -> tuple[Fraction, int]:
        return (-self.value, self.rank)


def exact_equal_shares(
    election: Election, utility: Utility, share: Fraction, *, order: Iterable[str] | None = None
) -> ExactShares:
    """Run Exact Equal Shares with a share for each voter; ties go to the first in the order.

    Raises BudgetingProblem("utility_not_for_ballots") for utilities points and borda, and as `count`.
    """
    support = _support(election, utility)
    return _run(support, ranks(election, tie_order(election, order)), share)


def add_opt(
    election: Election,
    utility: Utility,
    *,
    order: Iterable[str] | None = None,
    most_runs: int = 100_000,
    progress: Callable[[str], None] = lambda _words: None,
) -> AddOpt:
    """Complete Exact Equal Shares by add-opt, from the share B / n. Raises as `exact_equal_shares`."""
    support = _support(election, utility)
    rank = ranks(election, tie_order(election, order))
    now = _run(support, rank, election.budget / election.ballots.voters)
    for tried in range(1, most_runs):
        if now.change is None:
            return AddOpt(now, tried, complete=True)
        after = _run(support, rank, now.share + now.change)
        if after.cost > election.budget:
            return AddOpt(now, tried + 1, complete=True)
        now = after
        progress(f"add-opt, share {float(now.share):.2f}")
    return AddOpt(now, most_runs, complete=False)


def _support(election: Election, utility: Utility) -> Support:
    if utility not in _OF_ONE_SIZE:
        raise BudgetingProblem(
            "utility_not_for_ballots", kind=election.kind, utility=utility, choices=", ".join(_OF_ONE_SIZE)
        )
    return support_of(election, utility)


def _run(support: Support, rank: Sequence[int], share: Fraction) -> ExactShares:
    projects, purses = support.election.projects, Purses(support, share)
    rest = {place for place in range(len(rank)) if support.slopes_of[place] * support.units[place]}
    rounds: list[Bought] = []
    change: Fraction | None = None
    while True:
        known = {place: purses.supporters(place) for place in sorted(rest)}
        offers = [_offer(support, purses, rank, place, groups) for place, groups in known.items()]
        best = min((offer for offer in offers if offer is not None), key=lambda offer: offer.key, default=None)
        for place, groups in known.items():
            for value, more in _needs(support, purses, place, groups):
                if (best is None or (-value, rank[place]) < best.key) and (change is None or more < change):
                    change = more
        if best is None:
            break
        payers = sum(voters for _purse, _weight, voters in best.payers)
        payment = projects[best.place].cost / payers
        purses.pay(best.place, [(group, payment) for group in best.payers])
        rounds.append(Bought(projects[best.place].id, payers, payment))
        rest.remove(best.place)
    cost = sum(
        (projects[place].cost for place in range(len(rank)) if projects[place].id in {r.project for r in rounds}),
        Fraction(0),
    )
    return ExactShares(share, tuple(rounds), cost, change)


def _offer(support: Support, purses: Purses, rank: Sequence[int], place: int, groups: Sequence[Group]) -> _Offer | None:
    """The most supporters who can pay alike; None where no number can."""
    cost, voters, found = support.election.projects[place].cost, 0, 0
    most = 0
    for number, (purse, _weight, count) in enumerate(groups, 1):
        voters += count
        if purses.money[purse] * voters >= cost:
            found, most = number, voters
    if not found:
        return None
    return _Offer(_value(support, place, most), rank[place], place, tuple(groups[:found]))


def _needs(
    support: Support, purses: Purses, place: int, groups: Sequence[Group]
) -> Iterable[tuple[Fraction, Fraction]]:
    """Each number of payers who cannot yet pay: their utility for money, and what each share lacks."""
    cost, voters = support.election.projects[place].cost, 0
    for purse, _weight, count in groups:
        voters += count
        lacks = cost / voters - purses.money[purse]
        if lacks > 0:
            yield _value(support, place, voters), lacks


def _value(support: Support, place: int, voters: int) -> Fraction:
    """Utility for money; nothing is better than what costs nothing."""
    cost = support.election.projects[place].cost
    return support.units[place] * voters / cost if cost else Fraction(10**30)
