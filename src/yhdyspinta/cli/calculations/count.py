"""`yhdyspinta count`: the winners of a participatory budget, round by round."""

import argparse
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from yhdyspinta.cli.calculations.frame import Progress, Result, Task, source_of

if TYPE_CHECKING:
    from fractions import Fraction

    from civic_compute.budgeting.model import Election
    from civic_compute.budgeting.result import Outcome, Round

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
        default="exact-exhaustive",
        help="of add1: start from B/n exactly or rounded down; stop when exhaustive or only before overspending",
    )
    add("--compare", action="store_true", help="add the outcomes of other rules on the same ballots, and who has more")
    add(
        "--add-opt", action="store_true", help="compare with Exact Equal Shares completed by add-opt too; may take long"
    )
    add("--margins", action="store_true", help="add how many more votes each project that was not chosen needed")
    add("--ties", metavar="ORDER.TXT", help="project ids one a line, the one that wins a tie first (default: by id)")


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

    election = read_election(source_of(name))
    floor_start, until_overspent = _VARIANTS[given.variant]
    try:
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
    return Result(data, "\n".join([_report(name, election, outcome), *_told(beside)]))


def _beside(given: argparse.Namespace, election: "Election", outcome: "Outcome", progress: Progress) -> dict[str, Any]:
    """What was asked for beside the outcome."""
    from civic_compute.budgeting.beside import comparison_data, margins_data

    found: dict[str, Any] = {}
    if given.compare or given.add_opt:
        found["comparison"] = comparison_data(election, outcome, with_add_opt=given.add_opt, progress=progress)
    if given.margins:
        found["margins"] = margins_data(election, outcome, progress=progress)
    return found


def _told(beside: dict[str, Any]) -> Iterator[str]:
    compared = beside.get("comparison")
    if compared:
        yield "\nBeside other rules (voters with no chosen project; who has more by this outcome, by the other):"
        against = {pair["second"]: pair for pair in compared["against"]}
        for standing in compared["standings"]:
            pair = against.get(standing["name"])
            told = f"; {pair['more_by_number']:,} more, {pair['less_by_number']:,} less" if pair else ""
            yield f"  {standing['name']}: {standing['winners']} projects, {standing['with_nothing']:,} with none{told}"
    if "margins" in beside:
        yield "\nVotes that each project not chosen lacked:"
        for margin in beside["margins"]:
            votes = "no number was found" if margin["votes"] is None else f"{margin['votes']:,}"
            yield f"  {margin['project']}: {votes}{'' if margin['exact'] else ' (fewer may do)'}"


def _report(name: str, election: "Election", outcome: "Outcome") -> str:
    names = {project.id: project.name for project in election.projects}
    lines = [
        f"{name}: {_title(election)}",
        f"{len(election.projects)} projects, {election.ballots.voters:,} voters, budget {_money(election.budget)}",
        f"Rule: {_rule(outcome)}",
    ]
    if outcome.share:
        more = f", {outcome.increments} units of them added" if outcome.increments else ""
        lines.append(f"Each voter may spend {_money(outcome.share)}{more}")
    lines += ["", f"Chosen: {len(outcome.winners)} projects, money left {_money(outcome.money_left)}"]
    lines += [_line(each, names) for each in outcome.rounds]
    lines += ["", f"Ties: {len(outcome.ties) or 'none'}"]
    lines += [
        f"  round {tie.round}: {', '.join(tie.projects)}; the order decided for {tie.chosen}" for tie in outcome.ties
    ]
    lines += ["", f"SHA-256 of the input {outcome.input_sha256}", f"Counted by version {outcome.version}"]
    return "\n".join(lines)


def _title(election: "Election") -> str:
    return election.meta.get("description", "") or " ".join(
        election.meta[key] for key in ("unit", "subunit", "instance") if election.meta.get(key)
    )


def _rule(outcome: "Outcome") -> str:
    parts = [outcome.rule.value]
    if outcome.rule.value != "phragmen":
        parts.append(f"utility {outcome.utility.value}")
    if outcome.completion.value != "none":
        parts.append(f"completed by {outcome.completion.value}")
    if outcome.variant:
        parts.append(outcome.variant)
    return ", ".join(parts)


def _line(each: "Round", names: dict[str, str]) -> str:
    told = [f"cost {_money(each.cost)}", f"{each.supporters:,} supporters"]
    if each.payment is not None:
        told.append(f"{each.paid_in_full:,} paid {_money(each.payment)}")
    elif each.payers:
        told.append(f"{each.paid_in_full:,} paid in full")
    if each.payers > each.paid_in_full:
        told.append(f"{each.payers - each.paid_in_full:,} all they had left")
    if each.effective_votes is not None:
        told.append(f"{float(each.effective_votes):,.1f} effective votes")
    told.append(f"{_money(each.money_left)} left")
    step = "" if each.step == "core" else f" [{each.step}]"
    title = f" {names[each.project]}" if names[each.project] else ""
    return f"{each.number:>4}. {each.project}{title}{step}\n      {'; '.join(told)}"


def _money(amount: "Fraction") -> str:
    """To read: at most two decimals; the JSON has the exact number."""
    return f"{int(amount):,}" if amount.denominator == 1 else f"{float(amount):,.2f}"
