"""Bounded overspending, and Exact Equal Shares with add-opt, against the papers' words said slowly, voter by voter."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.budgeting.add_opt import add_opt, exact_equal_shares
from civic_compute.budgeting.count import count
from civic_compute.budgeting.model import UTILITIES, BallotKind, Completion, Rule, Utility
from civic_compute.budgeting.overspending import bounded_overspending
from civic_compute.budgeting.problems import BudgetingProblem
from civic_compute.budgeting.tests import reference

ONE_EACH = (BallotKind.APPROVAL, BallotKind.CHOOSE_ONE)
OF_ONE_SIZE = st.sampled_from([Utility.COST, Utility.CARDINALITY])


def order_and_rank(election, random):
    order = [project.id for project in election.projects]
    random.shuffle(order)
    return order, [order.index(project.id) for project in election.projects]


def slow_overspending(election, utility, rank):
    """(place, measure) in order: every level at which somebody becomes poor, and the one that pays all."""
    voters = reference.utilities(election, utility)
    owned = [election.budget / len(voters)] * len(voters)
    left, chosen, projects = election.budget, [], election.projects
    while True:
        offers = []
        for place in {place for own in voters for place in own} - {place for place, _measure in chosen}:
            cost, sides = projects[place].cost, [(owned[i], own[place]) for i, own in enumerate(voters) if place in own]
            if cost > left:
                continue
            if cost == 0:
                offers.append((Fraction(0), rank[place], Fraction(-1), place, Fraction(0)))
                continue
            levels = {b / u for b, u in sides}
            if sum(b for b, _u in sides) >= cost:
                levels.add(reference._rho(sides, cost))
            for level in levels:
                part = sum(min(b, level * u) for b, u in sides) / cost
                if 0 < part <= 1:
                    offers.append((level / part / part, rank[place], -part, place, level / part))
        if not offers:
            return chosen
        measure, _rank, _part, place, price = min(offers)
        owned = [max(Fraction(0), b - price * own.get(place, 0)) for b, own in zip(owned, voters, strict=True)]
        left -= projects[place].cost
        chosen.append((place, measure))


@given(reference.elections(), st.data(), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_overspending_buys_the_same_at_the_same_measure(election, data, random):
    utility = data.draw(st.sampled_from(UTILITIES[election.kind]))
    order, rank = order_and_rank(election, random)
    rounds = bounded_overspending(election, utility, order=order)
    slow = slow_overspending(election, utility, rank)
    assert [(each.project, each.measure) for each in rounds] == [(election.projects[p].id, m) for p, m in slow]
    assert sum(each.cost for each in rounds) <= election.budget
    assert all(each.paid <= each.cost for each in rounds)


def slow_exact(election, utility, share, rank):
    """(place, payers) in order: every set of supporters is tried."""
    voters = reference.utilities(election, utility)
    owned, chosen = [share] * len(voters), []
    while True:
        offers = []
        for place in {place for own in voters for place in own} - {place for place, _payers in chosen}:
            cost = election.projects[place].cost
            supporters = [i for i, own in enumerate(voters) if place in own]
            for size in range(1, len(supporters) + 1):
                for payers in combinations(supporters, size):
                    if all(owned[i] * size >= cost for i in payers):
                        value = Fraction(size) / (1 if utility is Utility.COST else cost) if cost else Fraction(10**30)
                        offers.append((-value, rank[place], -size, place, payers))
        if not offers:
            return chosen
        _value, _rank, _size, place, payers = min(offers)
        for i in payers:
            owned[i] -= election.projects[place].cost / len(payers)
        chosen.append((place, len(payers)))


def same_run(found, slow, election):
    return [(each.project, each.payers) for each in found.rounds] == [(election.projects[p].id, n) for p, n in slow]


@given(reference.elections(ONE_EACH), OF_ONE_SIZE, st.integers(0, 12), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_exact_equal_shares_has_the_same_payers_and_knows_when_it_changes(election, utility, thirds, random):
    order, rank = order_and_rank(election, random)
    share = Fraction(thirds, 3)
    found = exact_equal_shares(election, utility, share, order=order)
    assert same_run(found, slow_exact(election, utility, share, rank), election)
    if found.change is None:
        assert same_run(found, slow_exact(election, utility, share + 1000, rank), election)
        return
    assert found.change > 0
    for part in (Fraction(1, 3), Fraction(999, 1000)):
        assert same_run(found, slow_exact(election, utility, share + found.change * part, rank), election)
    assert not same_run(found, slow_exact(election, utility, share + found.change, rank), election)


@given(reference.elections(ONE_EACH), OF_ONE_SIZE)
@settings(max_examples=30, deadline=None)
def test_add_opt_ends_before_the_first_outcome_beyond_the_budget(election, utility):
    found = add_opt(election, utility)
    assert found.complete
    start = election.budget / election.ballots.voters
    assert found.outcome.cost <= election.budget
    shares = [start + (found.outcome.share - start) * Fraction(part, 24) for part in range(25)]
    assert all(exact_equal_shares(election, utility, share).cost <= election.budget for share in shares)
    if found.outcome.change is not None:
        assert exact_equal_shares(election, utility, found.outcome.share + found.outcome.change).cost > election.budget


@given(reference.elections((BallotKind.CUMULATIVE,)))
@settings(max_examples=3, deadline=None)
def test_exact_equal_shares_refuses_points(election):
    with pytest.raises(BudgetingProblem):
        add_opt(election, Utility.POINTS)


@given(reference.elections(ONE_EACH))
@settings(max_examples=30, deadline=None)
def test_where_everybody_always_pays_in_full_exact_equal_shares_is_equal_shares(election):
    plain = count(election, Rule.EQUAL_SHARES, Utility.COST, Completion.NONE)
    if all(each.payers == each.paid_in_full == each.supporters for each in plain.rounds):
        found = exact_equal_shares(election, Utility.COST, plain.share)
        assert found.winners[: len(plain.winners)] == plain.winners
