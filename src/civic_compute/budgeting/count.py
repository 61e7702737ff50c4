"""Count an election by a rule: the one entrance to all of them."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from civic_compute.budgeting.add_one import AddOne, add_one
from civic_compute.budgeting.equal_shares import Spending, equal_shares
from civic_compute.budgeting.greedy import greedy
from civic_compute.budgeting.model import UTILITIES, BallotKind, Completion, Election, Rule, Utility
from civic_compute.budgeting.phragmen import sequential_phragmen
from civic_compute.budgeting.problems import BudgetingProblem
from civic_compute.budgeting.result import Outcome, Round, Tie
from civic_compute.budgeting.support import Support, support_of
from civic_compute.budgeting.ties import ranks, tie_order
from civic_compute.version import VERSION

_ONE_EACH = (BallotKind.APPROVAL, BallotKind.CHOOSE_ONE)


def count(
    election: Election,
    rule: Rule,
    utility: Utility | None = None,
    completion: Completion = Completion.NONE,
    *,
    order: Iterable[str] | None = None,
    variant: AddOne | None = None,
    progress: Callable[[str], None] = lambda _words: None,
) -> Outcome:
    """Count the ballots.

    Without a utility the usual one of the ballots' kind is used; Phragmén takes every supported project alike. `order`
    names every project, the one that wins a tie first; without it ids decide, by code point. Raises
    BudgetingProblem("utility_not_for_ballots", "rule_not_for_ballots", "completion_not_for_rule", "too_large_numbers",
    "tie_order_unknown", "tie_order_twice", "tie_order_misses").
    """
    _check(election, rule, completion)
    utility = Utility.CARDINALITY if rule is Rule.PHRAGMEN else utility or UTILITIES[election.kind][0]
    support = support_of(election, utility)
    ids = tie_order(election, order)
    variant = variant or AddOne()
    share, steps, rounds, ties = _counted(support, ids, rule, completion, variant, progress)
    return Outcome(
        rule=rule,
        utility=utility,
        completion=completion,
        variant=variant.name if completion in (Completion.ADD1, Completion.ADD1U) else "",
        winners=tuple(each.project for each in rounds),
        rounds=tuple(rounds),
        ties=tuple(ties),
        share=share,
        increments=steps,
        budget=election.budget,
        money_left=election.budget - sum((each.cost for each in rounds), Fraction(0)),
        input_sha256=election.sha256,
        tie_order=ids,
        version=VERSION,
    )


def _counted(  # noqa: PLR0917
    support: Support,
    ids: tuple[str, ...],
    rule: Rule,
    completion: Completion,
    variant: AddOne,
    progress: Callable[[str], None],
) -> tuple[Fraction, int, list[Round], list[Tie]]:
    """Each voter's share, the steps of add-one, the rounds and the ties."""
    if rule is Rule.GREEDY:
        _places, rounds, ties = greedy(support, ids)
        return Fraction(0), 0, rounds, ties
    if rule is Rule.PHRAGMEN:
        return Fraction(0), 0, *_phragmen(support, ids)
    spending, steps = _spend(support, ids, completion, variant, progress)
    rounds, ties = _shared(support, ids, spending)
    if completion in (Completion.UTIL, Completion.ADD1U):
        _taken, more, met = greedy(support, ids, already=spending.places, step="util", first=len(rounds) + 1)
        rounds, ties = rounds + more, ties + met
    return spending.share, steps, rounds, ties


def _check(election: Election, rule: Rule, completion: Completion) -> None:
    if rule is Rule.PHRAGMEN and election.kind not in _ONE_EACH:
        raise BudgetingProblem("rule_not_for_ballots", rule=rule, kind=election.kind)
    if rule is not Rule.EQUAL_SHARES and completion is not Completion.NONE:
        raise BudgetingProblem("completion_not_for_rule", completion=completion, rule=rule)


def _spend(
    support: Support, ids: tuple[str, ...], completion: Completion, variant: AddOne, progress: Callable[[str], None]
) -> tuple[Spending, int]:
    rank = ranks(support.election, ids)
    if completion in (Completion.ADD1, Completion.ADD1U):
        spending, steps = add_one(support, rank, variant, progress)
    else:
        spending, steps = equal_shares(support, support.election.budget / support.ballots.voters, rank), 0
    if not spending.is_sound:
        spending = equal_shares(support, spending.share, rank, careful=True)
    return spending, steps


def _shared(support: Support, ids: tuple[str, ...], spending: Spending) -> tuple[list[Round], list[Tie]]:
    """The rounds of Equal Shares in exact numbers."""
    projects = support.election.projects
    rank = {project: place for place, project in enumerate(ids)}
    left = support.election.budget
    rounds: list[Round] = []
    ties: list[Tie] = []
    for index, chosen in enumerate(spending.chosen):
        project = projects[chosen.place]
        left -= project.cost
        level = spending.exact.price(index)
        price = level / support.units[chosen.place]
        rounds.append(
            Round(
                number=index + 1,
                step="core",
                project=project.id,
                cost=project.cost,
                price=price,
                supporters=support.voters_of[chosen.place],
                payers=chosen.payers,
                paid_in_full=chosen.paid_in_full,
                payment=level if support.uniform else None,
                effective_votes=1 / price if support.utility is Utility.COST else None,
                money_left=left,
            )
        )
        if chosen.tied:
            tied = sorted((projects[place].id for place in chosen.tied), key=rank.__getitem__)
            ties.append(Tie(index + 1, tuple(tied), project.id))
    return rounds, ties


def _phragmen(support: Support, ids: tuple[str, ...]) -> tuple[list[Round], list[Tie]]:
    projects = support.election.projects
    left = support.election.budget
    rounds: list[Round] = []
    ties: list[Tie] = []
    for number, loaded in enumerate(sequential_phragmen(support, ranks(support.election, ids)), 1):
        project = projects[loaded.place]
        left -= project.cost
        voters = support.voters_of[loaded.place]
        rounds.append(
            Round(number, "core", project.id, project.cost, loaded.load, voters, voters, voters, None, None, left)
        )
        if loaded.tied:
            ties.append(Tie(number, tuple(projects[place].id for place in loaded.tied), project.id))
    return rounds, ties
