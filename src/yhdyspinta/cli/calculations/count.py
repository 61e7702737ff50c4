"""`yhdyspinta count`: the winners of a participatory budget, round by round."""

import argparse
import sys
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from yhdyspinta.cli.calculations.frame import Progress, Result, Task, source_of

if TYPE_CHECKING:
    from civic_compute.budgeting.model import Election
    from civic_compute.budgeting.result import Outcome

HELP: Final = "count a vote on projects: greedy, equal shares or Phragmén"
DESCRIPTION: Final = (
    "Count elections in the Pabulib format (.pb, .pb.gz). Exact: ties are found, told, and decided by the order given."
)
_VARIANTS: Final = {
    "exact-exhaustive": (False, False),
    "floor-exhaustive": (True, False),
    "exact-overspent": (False, True),
    "floor-overspent": (True, True),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("files", nargs="+", metavar="FILE", help="election in the Pabulib format, also .gz; - reads standard input")
    add("--rule", required=True, choices=["greedy", "equal-shares", "phragmen"])
    add("--utility", choices=["cost", "cardinality", "points", "borda"], help="default: by the kind of ballots")
    add("--completion", choices=["none", "util", "add1", "add1u"], default="none", help="for the money left over")
    add(
        "--variant",
        choices=list(_VARIANTS),
        help="of add1: start from B/n exactly or rounded down; stop when exhaustive or only before overspending"
        " (default: exact-exhaustive)",
    )
    add("--compare", action="store_true", help="add the outcomes of other rules on the same ballots, and who has more")
    add(
        "--add-opt", action="store_true", help="compare with Exact Equal Shares completed by add-opt too; may take long"
    )
    add("--margins", action="store_true", help="add how many more votes each project that was not chosen needed")
    add(
        "--ties",
        metavar="ORDER.TXT",
        help="all project ids, one a line, the one that wins a tie first (default: by id)",
    )


def tasks(given: argparse.Namespace) -> Iterator[Task]:
    for name in given.files:
        yield partial(_count, given, name)


def _count(given: argparse.Namespace, name: str, progress: Progress) -> Result:
    from civic_compute.budgeting.add_one import AddOne
    from civic_compute.budgeting.certificate import certify
    from civic_compute.budgeting.count import count
    from civic_compute.budgeting.data import outcome_data
    from civic_compute.budgeting.model import Completion, Rule, Utility
    from civic_compute.budgeting.pabulib import read_election
    from civic_compute.budgeting.problems import BudgetingProblem
    from civic_compute.budgeting.ties import read_tie_order
    from yhdyspinta.cli.calculations.count_report import Counted, report

    election = read_election(source_of(name))
    floor_start, until_overspent = _VARIANTS[given.variant or "exact-exhaustive"]
    try:
        _check_together(given, election)
        outcome = count(
            election,
            Rule(given.rule),
            Utility(given.utility) if given.utility else None,
            Completion(given.completion),
            order=read_tie_order(source_of(given.ties), election) if given.ties else None,
            variant=AddOne(floor_start=floor_start, until_overspent=until_overspent),
            progress=progress,
        )
        certificate = certify(election, outcome)
        beside = _beside(given, election, outcome, progress)
    except BudgetingProblem as problem:
        problem.file = problem.file or name
        raise
    data = outcome_data(election, outcome, certificate, file=name) | beside
    told = "" if given.json else report(Counted(name, election, outcome, certificate, beside))
    return Result(data, told)


def _check_together(given: argparse.Namespace, election: "Election") -> None:
    """What would be passed over in silence is refused, or told where it changes nothing.

    Raises BudgetingProblem("variant_without_add1", "utility_not_for_ballots").
    """
    from civic_compute.budgeting.model import UTILITIES
    from civic_compute.budgeting.problems import BudgetingProblem

    if given.variant and given.completion not in {"add1", "add1u"}:
        raise BudgetingProblem("variant_without_add1", variant=given.variant)
    if given.rule == "phragmen" and given.utility:
        allowed = UTILITIES[election.kind]
        if given.utility not in allowed:
            raise BudgetingProblem(
                "utility_not_for_ballots", kind=election.kind, utility=given.utility, choices=", ".join(allowed)
            )
        print("Phragmén takes every vote alike: --utility changes nothing", file=sys.stderr, flush=True)


def _beside(given: argparse.Namespace, election: "Election", outcome: "Outcome", progress: Progress) -> dict[str, Any]:
    """What was asked for beside the outcome."""
    from civic_compute.budgeting.beside import comparison_data, margins_data

    found: dict[str, Any] = {}
    if given.compare or given.add_opt:
        found["comparison"] = comparison_data(election, outcome, with_add_opt=given.add_opt, progress=progress)
    if given.margins:
        found["margins"] = margins_data(election, outcome, progress=progress)
    return found
