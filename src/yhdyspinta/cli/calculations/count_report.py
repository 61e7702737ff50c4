"""A count as a report to read: what was chosen and by which numbers, what was not and why, ties, and what checks it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from yhdyspinta.cli.calculations.frame import many, shown

if TYPE_CHECKING:
    from civic_compute.budgeting.certificate import Certificate, Unchosen
    from civic_compute.budgeting.model import Election
    from civic_compute.budgeting.result import Outcome, Round

_NO_MARGIN: Final = {
    "over_budget": "none would do: it costs more than the budget",
    "no_cost": "none would do: it costs nothing, so it gives this utility nothing",
    "no_one_size": "not a number of votes: with this utility a vote has no one size",
    "not_found": "no number was found",
}


@dataclass(frozen=True)
class Counted:
    """A count with its certificate, and what was asked for beside it."""

    name: str
    election: "Election"
    outcome: "Outcome"
    certificate: "Certificate"
    beside: dict[str, Any]


def report(counted: Counted) -> str:
    """All of it, in lines."""
    outcome = counted.outcome
    lines = [
        *_head(counted),
        "",
        f"Chosen: {many(len(outcome.winners), 'project')}, money left {money(outcome.money_left)}",
    ]
    lines += [_line(each, counted) for each in outcome.rounds]
    lines += ["", *_losers(counted), "", *_ties(outcome), "", *_certificate(counted)]
    lines += [*_compared(counted.beside), *_margins(counted.beside)]
    return "\n".join(
        [*lines, "", f"SHA-256 of the input {outcome.input_sha256}", f"Counted by version {outcome.version}"]
    )


def _head(counted: Counted) -> Iterator[str]:
    election, outcome = counted.election, counted.outcome
    yield f"{shown(counted.name)}: {shown(_title(election))}"
    sizes = f"{many(len(election.projects), 'project')}, {many(election.ballots.voters, 'voter')}"
    yield f"{sizes}, budget {money(election.budget)}"
    yield f"Rule: {_rule(outcome)}"
    if outcome.share:
        yield f"Each voter may spend {money(outcome.share)}{_added(election, outcome)}"


def _added(election: "Election", outcome: "Outcome") -> str:
    if not outcome.increments:
        return ""
    return (
        f", {many(outcome.increments, 'unit')} of them added step by step so that more of the budget is used: all shares"
        f" together would be {money(outcome.share * election.ballots.voters)}, what is chosen stays within the budget"
    )


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


def _line(each: "Round", counted: Counted) -> str:
    told = [f"cost {money(each.cost)}", many(each.supporters, "supporter"), *_decided(each, counted.outcome)]
    step = "" if each.step == "core" else f" [{each.step}]"
    told.append(f"{money(each.money_left)} left")
    return f"{each.number:>4}. {_named(counted.election, each.project)}{step}\n      {'; '.join(told)}"


def _decided(each: "Round", outcome: "Outcome") -> Iterator[str]:
    """The number by which it was chosen, and who paid."""
    utility = outcome.utility.value
    if outcome.rule.value == "phragmen":
        yield f"each of them then carries a load of {money(each.price)}"
    elif each.step != "core" or outcome.rule.value == "greedy":
        if utility in {"points", "borda"} and each.cost:
            yield f"{money(each.price * each.cost)} {_points(utility)}"
        if utility != "cost" and each.cost:
            yield f"{float(each.price):.6g} {_points(utility)} for each unit of cost"
    else:
        if each.payment is not None:
            yield f"{each.paid_in_full:,} paid {money(each.payment)}"
        else:
            yield f"{each.paid_in_full:,} paid {_small(each.price)} for each of their {_points(utility)}"
        if each.payers > each.paid_in_full:
            yield f"{each.payers - each.paid_in_full:,} all they had left"
        if each.effective_votes is not None:
            yield f"{float(each.effective_votes):,.1f} effective votes"


def _points(utility: str) -> str:
    return {"points": "points", "borda": "Borda points"}.get(utility, "votes")


def _named(election: "Election", project: str) -> str:
    name = next(each.name for each in election.projects if each.id == project)
    return f"{shown(project)} {shown(name)}" if name else shown(project)


def _losers(counted: Counted) -> Iterator[str]:
    """Each project that was not chosen, with its votes and the reason of the last step that passed it over."""
    from civic_compute.budgeting.support import support_of

    election, outcome = counted.election, counted.outcome
    reasons = {each.project: each for each in counted.certificate.unchosen}
    votes = support_of(election, outcome.utility).voters_of
    losers = [(place, each) for place, each in enumerate(election.projects) if each.id not in set(outcome.winners)]
    yield f"Not chosen: {many(len(losers), 'project')}"
    for place, project in losers:
        told = f"cost {money(project.cost)}; {many(votes[place], 'supporter')}"
        yield f"      {_named(election, project.id)}: {told}; {_reason(reasons.get(project.id))}"
    yield from _stopped(counted)


def _reason(each: "Unchosen | None") -> str:
    amount = money(each.amount) if each is not None and each.amount is not None else ""
    words = {
        "supporters_own": f"its supporters have {amount} left together, less than it costs",
        "load": f"each of them would carry a load of {amount}",
        "over_budget": "it costs more than the budget",
        "no_support": "it has no utility for anybody",
        "money_left": f"{amount} was left in its turn",
    }
    return words[each.reason] if each is not None else "not chosen"


def _stopped(counted: Counted) -> Iterator[str]:
    """Phragmén stops at the first project that does not fit; the others are not looked at."""
    if counted.outcome.rule.value != "phragmen":
        return
    costs = {each.id: each.cost for each in counted.election.projects}
    loads = [(each.amount, each.project) for each in counted.certificate.unchosen if each.amount is not None]
    least = min(loads, default=(None, ""))[0]
    left = counted.outcome.money_left
    for load, project in loads:
        if load == least and costs[project] > left:
            told = f"of the least load next, costs {money(costs[project])} and {money(left)} is left"
            yield f"It stopped because {_named(counted.election, project)}, {told}"
            return


def _ties(outcome: "Outcome") -> Iterator[str]:
    yield f"Ties: {len(outcome.ties) or 'none'}"
    for tie in outcome.ties:
        yield f"  round {tie.round}: {_some(tie.projects)}; the order decided for {shown(tie.chosen)}"


def _certificate(counted: Counted) -> Iterator[str]:
    from civic_compute.budgeting.certificate import failings

    wrong = failings(counted.election, counted.certificate)
    rests = "what is chosen fits the budget, and everything passed over was too dear in its turn"
    if counted.outcome.rule.value != "greedy":
        rests = "payments are exactly the costs, nobody pays more than they have, nothing passed over could be paid"
    if counted.outcome.rule.value == "phragmen":
        rests = "the loads are exactly the costs, and none falls"
    yield f"Certificate: {'it does NOT add up: ' + '; '.join(wrong) if wrong else f'added up over all ballots, {rests}'}."
    yield "It is in the result of --json, and `yhdyspinta verify` checks it."


def _compared(beside: dict[str, Any]) -> Iterator[str]:
    compared = beside.get("comparison")
    if not compared:
        return
    yield "\nBeside other rules (voters with no chosen project; who has more by this outcome, by the other):"
    against = {pair["second"]: pair for pair in compared["against"]}
    ours = compared["outcomes"]["this outcome"]
    for standing in compared["standings"]:
        name, pair = standing["name"], against.get(standing["name"])
        told = f"; {pair['more_by_number']:,} more, {pair['less_by_number']:,} less" if pair else ""
        spent = f"{many(standing['winners'], 'project')} for {money(Fraction(standing['spent']))}"
        yield f"  {name}: {spent}, {standing['with_nothing']:,} with none{told}"
        theirs = compared["outcomes"][name]
        if pair:
            yield f"      {_other(theirs, ours)}"


def _other(theirs: list[str], ours: list[str]) -> str:
    added = [project for project in theirs if project not in set(ours)]
    lost = [project for project in ours if project not in set(theirs)]
    told = [f"chooses {_some(added)}"] if added else []
    told += [f"does not choose {_some(lost)}"] if lost else []
    return "; ".join(told) or "chooses the same"


def _margins(beside: dict[str, Any]) -> Iterator[str]:
    if "margins" not in beside:
        return
    yield "\nVotes that each project not chosen lacked:"
    for margin in beside["margins"]:
        votes = _NO_MARGIN[margin["reason"]] if margin["votes"] is None else f"{margin['votes']:,}"
        fewer = " (fewer may do)" if margin["votes"] is not None and not margin["exact"] else ""
        yield f"  {shown(margin['project'])}: {votes}{fewer}"


def _some(projects: list[str] | tuple[str, ...], most: int = 20) -> str:
    rest = f" and {len(projects) - most:,} more" if len(projects) > most else ""
    return ", ".join(map(shown, projects[:most])) + rest


def money(amount: "Fraction") -> str:
    """To read: at most two decimals; the JSON has the exact number."""
    return f"{int(amount):,}" if amount.denominator == 1 else f"{float(amount):,.2f}"


def _small(amount: "Fraction") -> str:
    """A price of one point, which may be far below 0.01."""
    return f"{int(amount):,}" if amount.denominator == 1 else f"{float(amount):,.6g}"
