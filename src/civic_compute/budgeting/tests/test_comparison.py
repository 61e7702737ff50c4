"""Outcomes beside each other, against counting voter by voter."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.budgeting.comparison import compare
from civic_compute.budgeting.problems import BudgetingProblem
from civic_compute.budgeting.tests import reference


def ballots_of(election):
    """Of each voter, the projects on the ballot."""
    ballots = election.ballots
    for place, count in enumerate(ballots.counts):
        named = ballots.choices[ballots.starts[place] : ballots.starts[place + 1]]
        yield from [{election.projects[project] for project in named}] * int(count)


@given(reference.elections(), st.data())
@settings(max_examples=60, deadline=None)
def test_it_counts_voters_as_one_would_by_hand(election, data):
    ids = [project.id for project in election.projects]
    outcomes = {name: data.draw(st.lists(st.sampled_from(ids), unique=True)) for name in ("one", "other")}
    found = compare(election, outcomes)
    voters = list(ballots_of(election))
    number = {name: [sum(p.id in won for p in own) for own in voters] for name, won in outcomes.items()}
    worth = {name: [sum(p.cost for p in own if p.id in won) for own in voters] for name, won in outcomes.items()}
    for standing in found.standings:
        mine = number[standing.name]
        assert standing.with_nothing == mine.count(0)
        assert standing.nothing_share == Fraction(mine.count(0), len(voters))
        assert standing.average_number == Fraction(sum(mine), len(voters))
        assert standing.average_cost == Fraction(sum(worth[standing.name]), len(voters))
        named = [got for own, got in zip(voters, mine, strict=True) if own]
        assert standing.exclusion_ratio == (Fraction(named.count(0), len(named)) if named else 0)
        assert standing.spent == sum(p.cost for p in election.projects if p.id in outcomes[standing.name])
    (pair,) = found.pairs
    for measure, kind in ((number, "number"), (worth, "cost")):
        both = list(zip(measure["one"], measure["other"], strict=True))
        assert getattr(pair, f"more_by_{kind}") == sum(one > other for one, other in both)
        assert getattr(pair, f"less_by_{kind}") == sum(one < other for one, other in both)
        assert getattr(pair, f"same_by_{kind}") == sum(one == other for one, other in both)


@given(reference.elections())
@settings(max_examples=20, deadline=None)
def test_a_winner_that_is_no_project_is_refused(election):
    with pytest.raises(BudgetingProblem) as raised:
        compare(election, {"one": ["no such project"]})
    assert raised.value.code == "vote_unknown"
