"""What stands beside an outcome: the same ballots by other rules, and what each project that was not chosen lacked."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from civic_compute.budgeting.add_opt import add_opt
from civic_compute.budgeting.comparison import compare
from civic_compute.budgeting.count import count
from civic_compute.budgeting.margins import margins
from civic_compute.budgeting.model import BallotKind, Completion, Election, Rule, Utility
from civic_compute.budgeting.overspending import bounded_overspending
from civic_compute.budgeting.result import Outcome
from civic_compute.canonical import exact

Progress = Callable[[str], None]
_OF_ONE_SIZE = (Utility.COST, Utility.CARDINALITY)


def comparison_data(election: Election, outcome: Outcome, *, with_add_opt: bool, progress: Progress) -> dict[str, Any]:
    """The outcome beside other rules on the same ballots: who has more or less, and how many have nothing.

    The others are greedy, Equal Shares alone and completed by greedy, bounded overspending, sequential Phragmén for
    approval ballots and, when it is asked for, Exact Equal Shares completed by add-opt; the outcome comes first.
    """
    outcomes = {"this outcome": outcome.winners, **dict(_others(election, outcome, with_add_opt, progress))}
    found = compare(election, outcomes)
    return {
        "outcomes": {name: list(winners) for name, winners in outcomes.items()},
        "standings": [_plain(asdict(standing)) for standing in found.standings],
        "against": [_plain(asdict(pair)) for pair in found.pairs if pair.first == "this outcome"],
    }


def _others(
    election: Election, outcome: Outcome, with_add_opt: bool, progress: Progress
) -> Iterator[tuple[str, tuple[str, ...]]]:
    utility, order = outcome.utility, outcome.tie_order
    if outcome.rule is not Rule.GREEDY:
        yield "greedy", count(election, Rule.GREEDY, utility, order=order).winners
    for completion in (Completion.NONE, Completion.UTIL):
        if (outcome.rule, outcome.completion) != (Rule.EQUAL_SHARES, completion):
            name = "equal-shares" if completion is Completion.NONE else f"equal-shares {completion.value}"
            yield name, count(election, Rule.EQUAL_SHARES, utility, completion, order=order).winners
    if outcome.rule is not Rule.PHRAGMEN and election.kind in (BallotKind.APPROVAL, BallotKind.CHOOSE_ONE):
        yield "phragmen", count(election, Rule.PHRAGMEN, order=order).winners
    bought = bounded_overspending(election, utility, order=order, progress=progress)
    yield "bounded overspending", tuple(each.project for each in bought)
    if with_add_opt and utility in _OF_ONE_SIZE:
        completed = add_opt(election, utility, order=order, progress=progress)
        yield "exact equal-shares add-opt", completed.outcome.winners


def margins_data(election: Election, outcome: Outcome, *, progress: Progress) -> list[dict[str, Any]]:
    """How many more votes each project that was not chosen needed; None where there is no number, with the reason."""
    return [asdict(each) for each in margins(election, outcome, progress=progress)]


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: exact(value) if isinstance(value, Fraction) else value for name, value in values.items()}
