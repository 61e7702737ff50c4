"""A certificate that somebody changed no longer holds."""

from dataclasses import replace
from fractions import Fraction

import pytest

from civic_compute.budgeting.ballots import merged
from civic_compute.budgeting.certificate import Payment, certify, failings
from civic_compute.budgeting.count import count
from civic_compute.budgeting.model import BallotKind, Completion, Election, Project, Rule

COSTS = {"a": 30, "b": 25, "c": 45, "d": 90, "e": 5}
VOTES = {("a,b", ""): 3, ("a,c", ""): 2, ("b", ""): 2, ("c,d", ""): 2, ("", ""): 1}


@pytest.fixture
def election():
    places = {project: place for place, project in enumerate(COSTS)}
    projects = tuple(Project(project, Fraction(cost)) for project, cost in COSTS.items())
    return Election(BallotKind.APPROVAL, Fraction(100), projects, merged(VOTES, BallotKind.APPROVAL, places), {})


def certified(election, rule=Rule.EQUAL_SHARES, completion=Completion.NONE):
    return certify(election, count(election, rule, completion=completion))


def test_the_numbers_are_those_of_the_ballots(election):
    certificate = certified(election)
    assert certificate.share == 10
    assert certificate.payments == (
        Payment("a", Fraction(1, 5), 5, 0, Fraction(30), Fraction(0)),
        Payment("b", Fraction(13, 50), 2, 3, Fraction(13), Fraction(12)),
    )
    for each in certificate.payments:
        project = next(project for project in election.projects if project.id == each.project)
        assert each.in_full_sum + each.all_they_had_sum == project.cost
    assert [(each.project, each.reason, each.amount) for each in certificate.unchosen] == [
        ("c", "supporters_own", 28),
        ("d", "supporters_own", 20),
        ("e", "no_support", None),
    ]
    assert failings(election, certificate) == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda c: replace(c, share=c.share + 1),
        lambda c: replace(c, payments=c.payments[:-1]),
        lambda c: replace(c, payments=c.payments[::-1]),
        lambda c: replace(c, payments=(replace(c.payments[0], price=c.payments[0].price * 2), *c.payments[1:])),
        lambda c: replace(c, payments=(replace(c.payments[0], in_full=1), *c.payments[1:])),
        lambda c: replace(c, payments=(*c.payments, Payment("d", Fraction(1), 1, 1, Fraction(1), Fraction(1)))),
        lambda c: replace(c, payments=(replace(c.payments[0], in_full_sum=Fraction(1)), *c.payments[1:])),
        lambda c: replace(c, payments=(*c.payments[:-1], replace(c.payments[-1], all_they_had_sum=Fraction(1)))),
        lambda c: replace(c, payments=(*c.payments, c.payments[0])),
        lambda c: replace(c, payments=(*c.payments, Payment("nobody's", Fraction(1), 0, 0, Fraction(0), Fraction(0)))),
        lambda c: replace(c, payments=(replace(c.payments[0], price=Fraction(-1)), *c.payments[1:])),
        lambda c: replace(c, unchosen=c.unchosen[1:]),
        lambda c: replace(c, unchosen=(replace(c.unchosen[0], amount=Fraction(1, 3)), *c.unchosen[1:])),
    ],
)
def test_a_changed_certificate_does_not_hold(election, change):
    certificate = certified(election)
    assert len(certificate.payments) > 1
    assert failings(election, change(certificate))


@pytest.mark.parametrize(("rule", "completion"), [(Rule.GREEDY, Completion.NONE), (Rule.EQUAL_SHARES, Completion.UTIL)])
def test_greedy_in_another_order_or_with_less_does_not_hold(election, rule, completion):
    certificate = certified(election, rule, completion)
    assert failings(election, certificate) == ()
    assert failings(election, replace(certificate, in_turn=certificate.in_turn[:-1]))
    assert failings(election, replace(certificate, in_turn=(*certificate.in_turn, "d")))


def test_phragmen_with_another_load_or_stop_does_not_hold(election):
    certificate = certified(election, Rule.PHRAGMEN)
    assert failings(election, certificate) == ()
    assert failings(election, replace(certificate, payments=certificate.payments[:-1]))
    first = replace(certificate.payments[0], price=certificate.payments[0].price + 1)
    assert failings(election, replace(certificate, payments=(first, *certificate.payments[1:])))
