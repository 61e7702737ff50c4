"""Verify a count: the ballots are the same, the certificate adds up, and counting again gives the same."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import floor
from typing import Any, Final

from civic_compute.budgeting.add_one import AddOne
from civic_compute.budgeting.beside import comparison_data, margins_data
from civic_compute.budgeting.certificate import Certificate, Payment, Unchosen, certify, failings
from civic_compute.budgeting.count import count
from civic_compute.budgeting.data import outcome_data
from civic_compute.budgeting.model import Completion, Election, Rule, Utility
from civic_compute.budgeting.numbers import in_words
from civic_compute.budgeting.pabulib import read_election
from civic_compute.reading import Source
from civic_compute.verification.claims import Claims
from civic_compute.verification.findings import Finding, differences_of, finding, shown, without_names

_ADDS: Final = (Completion.ADD1, Completion.ADD1U)
_TURNS: Final = (Completion.UTIL, Completion.ADD1U)
_ADD_OPT: Final = "exact equal-shares add-opt"  # among the outcomes compared, only where it was asked for
_VARIANTS: Final = {
    variant.name: variant
    for variant in (
        AddOne(floor_start=floor, until_overspent=until) for floor in (False, True) for until in (False, True)
    )
}


def verify_count(claims: Claims, ballots: Source, progress: Callable[[str], None]) -> Iterator[Finding]:
    """The findings about a count.

    Raises VerificationProblem where the result is damaged, ReadingProblem and BudgetingProblem where the ballots are.
    """
    rule, completion = claims.one_of("rule", Rule), claims.one_of("completion", Completion)
    certificate = _certificate(claims, rule, completion)
    progress("reading ballots")
    election = read_election(ballots)
    progress("checking the certificate")
    wrong = (*_other_than_rounds(claims, certificate, election), *failings(election, certificate))
    yield finding(
        "certificate",
        "The certificate adds up: added up over all ballots, its payments, turns and reasons hold.",
        "The certificate does not add up.",
        tuple(map(shown, wrong)),
    )
    progress("counting again")
    again = _again(claims, election, certificate, progress)
    yield finding(
        "repeat",
        f"Counted again, all of its {len(again)} fields are the same: {', '.join(again)}.{_given(claims)}",
        "Counted again, it gives something else.",
        differences_of(without_names(claims.fields), again),
    )


def _given(claims: Claims) -> str:
    if "tie_order" not in claims:
        return ""
    return " The order for ties was given from outside: is it the one that was published before the count?"


def _certificate(claims: Claims, rule: Rule, completion: Completion) -> Certificate:
    inner = claims.object("certificate")
    return Certificate(
        rule,
        Utility.CARDINALITY if rule is Rule.PHRAGMEN else claims.one_of("utility", Utility),
        completion,
        inner.exact("share"),
        tuple(
            Payment(
                each.text("project"), each.exact("price"), each.whole("in_full"), each.whole("all_they_had"),
                each.exact("in_full_sum"), each.exact("all_they_had_sum"),
            )
            for each in inner.objects("payments")
        ),
        inner.texts("in_turn"),
        tuple(
            Unchosen(
                each.text("step"), each.text("project"), each.text("reason"),
                each.exact("amount") if "amount" in each else None,
            )
            for each in inner.objects("unchosen")
        ),
    )  # fmt: skip


def _other_than_rounds(claims: Claims, certificate: Certificate, election: Election) -> Iterator[str]:
    """Where the certificate is about something else than the winners, prices and share of the result."""
    paid = [(each.project, each.price) for each in certificate.payments]
    if [*(project for project, _price in paid), *certificate.in_turn] != list(claims.texts("winners")):
        yield "the certificate is about other winners than the result"
    rounds = [(each.text("project"), each.exact("price")) for each in claims.objects("rounds")]
    if rounds[: len(paid)] != paid:
        yield "the certificate has other prices than the rounds"
    if certificate.rule is not Rule.GREEDY and certificate.completion not in _TURNS and certificate.in_turn:
        yield "there are projects chosen in turn, which the rule does not do"
    if certificate.rule is Rule.GREEDY and paid:
        yield "there are payments, which greedy does not ask"
    if certificate.rule is Rule.EQUAL_SHARES and certificate.share != _share(claims, election):
        yield f"each voter's share is {in_words(certificate.share)}, and should be {in_words(_share(claims, election))}"


def _share(claims: Claims, election: Election) -> Fraction:
    start = election.budget / election.ballots.voters
    if claims.one_of("completion", Completion) not in _ADDS:
        return start
    return (Fraction(floor(start)) if _variant(claims).floor_start else start) + claims.whole("increments")


def _variant(claims: Claims) -> AddOne:
    if "variant" not in claims:
        return AddOne()
    if claims.text("variant") not in _VARIANTS:
        raise claims.wrong("variant")
    return _VARIANTS[claims.text("variant")]


def _again(
    claims: Claims, election: Election, certificate: Certificate, progress: Callable[[str], None]
) -> dict[str, Any]:
    outcome = count(
        election,
        certificate.rule,
        certificate.utility,
        certificate.completion,
        order=claims.texts("tie_order") if "tie_order" in claims else None,
        variant=_variant(claims),
        progress=progress,
    )
    data = outcome_data(election, outcome, certify(election, outcome), file="")
    if "comparison" in claims.fields:
        outcomes = claims.object("comparison").object("outcomes").fields
        data["comparison"] = comparison_data(election, outcome, with_add_opt=_ADD_OPT in outcomes, progress=progress)
    if "margins" in claims.fields:
        data["margins"] = margins_data(election, outcome, progress=progress)
    return without_names(data)
