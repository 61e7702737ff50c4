"""Each rule against the same rule said slowly, on small elections full of ties."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.budgeting.add_one import AddOne
from civic_compute.budgeting.certificate import certify, failings
from civic_compute.budgeting.count import count
from civic_compute.budgeting.data import text_of
from civic_compute.budgeting.equal_shares import equal_shares
from civic_compute.budgeting.greedy import density
from civic_compute.budgeting.model import UTILITIES, BallotKind, Completion, Rule
from civic_compute.budgeting.support import support_of
from civic_compute.budgeting.tests import reference
from civic_compute.verification.claims import Claims

ONE_EACH = (BallotKind.APPROVAL, BallotKind.CHOOSE_ONE)


@st.composite
def counted(draw, kinds=tuple(BallotKind)):
    """An election, one of its utilities, and an order for ties with each place's rank in it."""
    election = draw(reference.elections(kinds))
    utility = draw(st.sampled_from(UTILITIES[election.kind]))
    order = draw(st.permutations([project.id for project in election.projects]))
    return election, utility, order, [order.index(project.id) for project in election.projects]


def ids(election, places):
    return tuple(election.projects[place].id for place in places)


@given(counted())
@settings(max_examples=150, deadline=None)
def test_equal_shares_chooses_at_the_same_prices_and_tells_the_same_ties(drawn):
    election, utility, order, rank = drawn
    outcome = count(election, Rule.EQUAL_SHARES, utility, order=order)
    places, ties, prices, left = reference.equal_shares(
        election, utility, election.budget / election.ballots.voters, rank
    )
    assert outcome.winners == ids(election, places)
    assert [each.price for each in outcome.rounds] == prices
    assert [(tie.round, tie.projects) for tie in outcome.ties] == [(n, ids(election, tied)) for n, tied in ties]
    assert outcome.money_left == election.budget - sum(each.cost for each in outcome.rounds)
    assert sum(left) == election.budget - sum((each.cost for each in outcome.rounds), Fraction(0))


@given(counted())
@settings(max_examples=60, deadline=None)
def test_budgets_set_from_exact_numbers_each_round_lead_to_the_same(drawn):
    election, utility, _order, rank = drawn
    support = support_of(election, utility)
    share = election.budget / election.ballots.voters
    quick, careful = (equal_shares(support, share, rank, careful=careful) for careful in (False, True))
    assert quick.is_sound
    assert quick.places == careful.places
    assert [quick.exact.price(n) for n in range(len(quick.places))] == [
        careful.exact.price(n) for n in range(len(careful.places))
    ]


def test_numbers_of_thousands_of_digits_are_written_and_read():
    number = Fraction(3**9000, 7**9000)
    assert Claims({"n": text_of(number)}, file="").exact("n") == number
    assert Claims({"n": text_of(Fraction(5, 3))}, file="").exact("n") == Fraction(5, 3)


@given(counted())
@settings(max_examples=80, deadline=None)
def test_greedy_goes_through_the_projects_in_the_same_order(drawn):
    election, utility, order, rank = drawn
    assert count(election, Rule.GREEDY, utility, order=order).winners == ids(
        election, reference.greedy(election, utility, rank)
    )


@given(counted())
@settings(max_examples=60, deadline=None)
def test_greedy_tells_every_tie_once(drawn):
    election, utility, order, rank = drawn
    outcome = count(election, Rule.GREEDY, utility, order=order)
    support = support_of(election, utility)
    number = {each.project: each.number for each in outcome.rounds}
    told = {project: tie for tie in outcome.ties for project in tie.projects}
    assert sum(len(tie.projects) for tie in outcome.ties) == len(told)
    for place, project in enumerate(election.projects):
        equals = [other for other in range(len(rank)) if density(support, other) == density(support, place)]
        taken = [number[election.projects[other].id] for other in equals if election.projects[other].id in number]
        first = min(taken, default=0)
        left = election.budget - sum(each.cost for each in outcome.rounds[: first - 1])
        fitting = sorted((other for other in equals if election.projects[other].cost <= left), key=rank.__getitem__)
        if not taken or project.cost > left or len(fitting) == 1:
            assert project.id not in told
        else:
            assert (told[project.id].round, told[project.id].projects) == (first, ids(election, fitting))


@given(counted(ONE_EACH))
@settings(max_examples=80, deadline=None)
def test_phragmen_chooses_the_same_and_stops_at_the_same_place(drawn):
    election, _utility, order, rank = drawn
    assert count(election, Rule.PHRAGMEN, order=order).winners == ids(election, reference.phragmen(election, rank))


@given(counted())
@settings(max_examples=60, deadline=None)
def test_greedy_completes_what_equal_shares_leaves(drawn):
    election, utility, order, rank = drawn
    places = reference.equal_shares(election, utility, election.budget / election.ballots.voters, rank)[0]
    more = reference.greedy(election, utility, rank, places)
    outcome = count(election, Rule.EQUAL_SHARES, utility, Completion.UTIL, order=order)
    assert outcome.winners == ids(election, places + more)
    assert [each.step for each in outcome.rounds] == ["core"] * len(places) + ["util"] * len(more)


@given(counted(), st.booleans(), st.booleans(), st.booleans())
@settings(max_examples=80, deadline=None)
def test_adding_one_stops_at_the_same_step_in_every_variant(drawn, floor_start, until_overspent, then_greedy):
    election, utility, order, rank = drawn
    places, step = reference.add_one(election, utility, rank, floor_start=floor_start, until_overspent=until_overspent)
    if then_greedy:
        places += reference.greedy(election, utility, rank, places)
    variant = AddOne(floor_start=floor_start, until_overspent=until_overspent)
    completion = Completion.ADD1U if then_greedy else Completion.ADD1
    outcome = count(election, Rule.EQUAL_SHARES, utility, completion, order=order, variant=variant)
    assert outcome.winners == ids(election, places)
    assert outcome.increments == step


@given(counted(), st.sampled_from(Rule), st.sampled_from(Completion))
@settings(max_examples=80, deadline=None)
def test_every_outcome_has_a_certificate_that_holds(drawn, rule, completion):
    election, utility, order, _rank = drawn
    if rule is Rule.PHRAGMEN and election.kind not in ONE_EACH:
        rule = Rule.GREEDY
    if rule is not Rule.EQUAL_SHARES:
        completion = Completion.NONE
    outcome = count(election, rule, utility, completion, order=order)
    certificate = certify(election, outcome)
    assert failings(election, certificate) == ()
    if rule is Rule.EQUAL_SHARES:
        core = [each for each in outcome.rounds if each.step == "core"]
        assert [each.in_full for each in certificate.payments] == [each.paid_in_full for each in core]
        assert [each.in_full + each.all_they_had for each in certificate.payments] == [each.payers for each in core]
