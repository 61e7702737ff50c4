"""Margins against adding votes one by one and counting by the slow rules."""

from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.budgeting.count import count
from civic_compute.budgeting.margins import margins, with_votes
from civic_compute.budgeting.model import BallotKind, Completion, Rule, Utility
from civic_compute.budgeting.tests import reference

ONE_EACH = (BallotKind.APPROVAL, BallotKind.CHOOSE_ONE)
FAR = 60


def slow_winners(election, rule, utility, rank):
    if rule is Rule.GREEDY:
        return reference.greedy(election, utility, rank)
    return reference.equal_shares(election, utility, election.budget / election.ballots.voters, rank)[0]


@given(
    reference.elections(ONE_EACH),
    st.sampled_from([Rule.GREEDY, Rule.EQUAL_SHARES]),
    st.sampled_from([Utility.COST, Utility.CARDINALITY]),
    st.randoms(use_true_random=False),
)
@settings(max_examples=30, deadline=None)
def test_it_is_the_first_number_of_votes_that_suffices(election, rule, utility, random):
    order = [project.id for project in election.projects]
    random.shuffle(order)
    rank = [order.index(project.id) for project in election.projects]
    outcome = count(election, rule, utility, order=order)
    found = margins(election, outcome)
    assert {each.project for each in found} == set(order) - set(outcome.winners)
    for margin in found:
        place = next(place for place, project in enumerate(election.projects) if project.id == margin.project)
        first = next(
            (
                votes
                for votes in range(1, FAR if margin.votes is None else margin.votes + 1)
                if place in slow_winners(with_votes(election, place, votes), rule, utility, rank)
            ),
            None,
        )
        assert first == margin.votes


@given(reference.elections(ONE_EACH), st.sampled_from([Completion.UTIL, Completion.ADD1]))
@settings(max_examples=15, deadline=None)
def test_a_margin_under_a_completion_suffices_and_one_less_does_not(election, completion):
    outcome = count(election, Rule.EQUAL_SHARES, Utility.COST, completion)
    for margin in margins(election, outcome, most_counts=4):
        if margin.votes is not None:
            place = next(place for place, project in enumerate(election.projects) if project.id == margin.project)
            for votes, wins in ((margin.votes, True), (margin.votes - 1, False)):
                again = (
                    count(with_votes(election, place, votes), Rule.EQUAL_SHARES, Utility.COST, completion)
                    if votes
                    else outcome
                )
                assert (margin.project in again.winners) == wins


@given(reference.elections((BallotKind.CUMULATIVE,)))
@settings(max_examples=5, deadline=None)
def test_points_have_no_margin_in_votes(election):
    outcome = count(election, Rule.GREEDY, Utility.POINTS)
    found = margins(election, outcome)
    assert [each.project for each in found] == [p.id for p in election.projects if p.id not in outcome.winners]
    assert {each.votes for each in found} <= {None}
    assert {each.reason for each in found} <= {"no_one_size", "over_budget"}
