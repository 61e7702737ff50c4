"""A certificate: numbers by which anybody can check an outcome against the ballots without running the rule again.

Under Equal Shares each voter begins with the share. For each winner, in order, every supporter pays its price times
their utility, or all they have left where that is less. The certificate says the winners' prices, and what the
supporters of every other project own in the end. To check it is to add up: the payments are exactly the cost, and the
supporters of a project that was not chosen own less than it costs (priceability). Under Phragmén the price is the load
that every supporter carries afterwards; greedy names the money that was left when a project's turn came.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from itertools import pairwise

from civic_compute.budgeting.greedy import density
from civic_compute.budgeting.model import Completion, Election, Rule, Utility
from civic_compute.budgeting.numbers import in_words
from civic_compute.budgeting.payments import Ledger
from civic_compute.budgeting.result import Outcome
from civic_compute.budgeting.support import Support, support_of


@dataclass(frozen=True)
class Payment:
    """A winner, its price (rho, or the load), how many paid it in full and how many paid all they had.

    The sums are what each of the two paid together; added up they are the project's cost.
    """

    project: str
    price: Fraction
    in_full: int
    all_they_had: int
    in_full_sum: Fraction
    all_they_had_sum: Fraction


@dataclass(frozen=True)
class Unchosen:
    """Why a project was not chosen in a step.

    `reason` is "supporters_own" (less than it costs), "load" (that its supporters would carry), "over_budget",
    "no_support", or "money_left" (when its turn came, less than it costs).
    """

    step: str
    project: str
    reason: str
    amount: Fraction | None = None


@dataclass(frozen=True)
class Certificate:
    rule: Rule
    utility: Utility
    completion: Completion
    share: Fraction
    payments: tuple[Payment, ...]  # of the rule itself; empty for greedy
    in_turn: tuple[str, ...]  # what greedy chose, alone or after Equal Shares, in order
    unchosen: tuple[Unchosen, ...]


def certify(election: Election, outcome: Outcome) -> Certificate:
    """The certificate of an outcome of this election."""
    core = () if outcome.rule is Rule.GREEDY else tuple(each for each in outcome.rounds if each.step == "core")
    claim = Certificate(
        outcome.rule,
        outcome.utility,
        outcome.completion,
        outcome.share,
        tuple(Payment(each.project, each.price, 0, 0, Fraction(0), Fraction(0)) for each in core),
        tuple(each.project for each in outcome.rounds[len(core) :]),
        (),
    )
    return _filled(support_of(election, outcome.utility), claim)[0]


def failings(election: Election, certificate: Certificate) -> tuple[str, ...]:
    """What does not hold in a certificate of this election, in English; empty when all of it does.

    Adds up every voter's payments in exact numbers; nothing of the rule is run.
    """
    wrong = tuple(_wrong_names(election, certificate))
    if wrong:
        return wrong
    true, found = _filled(support_of(election, certificate.utility), certificate)
    for said, counted in zip(certificate.payments, true.payments, strict=True):
        if said != counted:
            found.extend(_otherwise_paid(said, counted))
    if set(certificate.unchosen) != set(true.unchosen):
        found.append("the reasons of projects that were not chosen are not as said")
    return tuple(found)


def _otherwise_paid(said: Payment, counted: Payment) -> Iterator[str]:
    name = said.project
    if said.in_full != counted.in_full:
        yield f"{counted.in_full} voters pay the full price for {name}, not {said.in_full}"
    if said.all_they_had != counted.all_they_had:
        yield f"{counted.all_they_had} voters pay all they had for {name}, not {said.all_they_had}"
    for what, one, other in (
        ("the full price", said.in_full_sum, counted.in_full_sum),
        ("all they had", said.all_they_had_sum, counted.all_they_had_sum),
    ):
        if one != other:
            yield f"those who pay {what} for {name} pay {in_words(other)} together, not {in_words(one)}"


def _wrong_names(election: Election, certificate: Certificate) -> Iterator[str]:
    known = {project.id for project in election.projects}
    chosen = [*(each.project for each in certificate.payments), *certificate.in_turn]
    for project in [*chosen, *(each.project for each in certificate.unchosen)]:
        if project not in known:
            yield f"there is no project {project}"
    if len(set(chosen)) != len(chosen):
        yield "a project is chosen twice"
    if certificate.share < 0 or any(each.price < 0 for each in certificate.payments):
        yield "a share or a price is negative"


def _filled(support: Support, claim: Certificate) -> tuple[Certificate, list[str]]:
    """The certificate that the shares, prices and order of a claim lead to, and what does not hold in it."""
    payments: list[Payment] = []
    unchosen: list[Unchosen] = []
    found: list[str] = []
    if claim.rule is Rule.EQUAL_SHARES:
        payments, unchosen, found = _shared(support, claim)
    elif claim.rule is Rule.PHRAGMEN:
        payments, unchosen, found = _loaded(support, claim)
    if claim.rule is Rule.GREEDY or claim.completion in (Completion.UTIL, Completion.ADD1U):
        more, wrong = _turns(support, claim)
        unchosen, found = unchosen + more, found + wrong
    return replace(claim, payments=tuple(payments), unchosen=tuple(unchosen)), found


def _shared(support: Support, claim: Certificate) -> tuple[list[Payment], list[Unchosen], list[str]]:
    places = _places(support)
    levels = [each.price * support.units[places[each.project]] for each in claim.payments]
    ledger = Ledger(support, claim.share, levels)
    payments, found = [], []
    for said, level in zip(claim.payments, levels, strict=True):
        paid = ledger.pay(places[said.project], level)
        payments.append(Payment(said.project, said.price, **asdict(paid)))
        cost = support.election.projects[places[said.project]].cost
        if paid.together != cost:
            found.append(
                f"the payments for {said.project} are {in_words(paid.together)}, not its cost {in_words(cost)}"
            )
    unchosen = []
    chosen = {each.project for each in claim.payments}
    for place, project in enumerate(support.election.projects):
        if project.id in chosen:
            continue
        if not support.slopes_of[place] * support.units[place]:
            unchosen.append(Unchosen("core", project.id, "no_support"))
            continue
        owned = ledger.owned(place)
        unchosen.append(Unchosen("core", project.id, "supporters_own", owned))
        if owned >= project.cost:
            own = f"the supporters of {project.id} own {in_words(owned)}"
            found.append(f"{own} and could have paid its cost {in_words(project.cost)}")
    return payments, unchosen, found


def _loaded(support: Support, claim: Certificate) -> tuple[list[Payment], list[Unchosen], list[str]]:
    places = _places(support)
    ledger = Ledger(support, Fraction(0), [each.price for each in claim.payments])
    payments, found = [], []
    for said in claim.payments:
        raised, voters = ledger.load(places[said.project], said.price)
        payments.append(Payment(said.project, said.price, voters, 0, raised, Fraction(0)))
        cost = support.election.projects[places[said.project]].cost
        if raised != cost:
            found.append(f"the loads for {said.project} grow by {in_words(raised)}, not by its cost {in_words(cost)}")
    if any(after.price < before.price for before, after in pairwise(claim.payments)):
        found.append("a load falls")
    unchosen, wrong = _not_loaded(support, claim, ledger)
    return payments, unchosen, found + wrong


def _not_loaded(support: Support, claim: Certificate, ledger: Ledger) -> tuple[list[Unchosen], list[str]]:
    """The loads that the others would bring; one of the least no longer fits the money left, if any is there."""
    last = claim.payments[-1].price if claim.payments else Fraction(0)
    chosen = {each.project for each in claim.payments}
    unchosen, found = [], []
    left = support.election.budget
    loads: dict[Fraction, bool] = {}  # whether all projects of a load fit
    left -= sum(each.cost for each in support.election.projects if each.id in chosen)
    for place, project in enumerate(support.election.projects):
        if project.id in chosen:
            continue
        if not support.voters_of[place] or project.cost > support.election.budget:
            reason = "over_budget" if support.voters_of[place] else "no_support"
            unchosen.append(Unchosen("core", project.id, reason))
            continue
        load = (project.cost + ledger.owned(place)) / support.voters_of[place]
        unchosen.append(Unchosen("core", project.id, "load", load))
        loads[load] = loads.get(load, True) and project.cost <= left
        if load < last:
            would = f"the load of {project.id} would be {in_words(load)}"
            found.append(f"{would}, less than the last, {in_words(last)}")
    if left < 0:
        found.append("the winners cost more than the budget")
    elif loads and loads[min(loads)]:
        found.append("it stopped while every project of the least load fitted")
    return unchosen, found


def _turns(support: Support, claim: Certificate) -> tuple[list[Unchosen], list[str]]:
    """Greedy's side: each in its turn, and what was left when a project's turn came that was not taken."""
    places, projects = _places(support), support.election.projects
    before = {each.project for each in claim.payments}
    left = support.election.budget - sum((projects[places[project]].cost for project in before), Fraction(0))
    found = []
    keys = {project.id: density(support, place) for place, project in enumerate(projects)}
    if any(keys[one] < keys[other] for one, other in pairwise(claim.in_turn)):
        found.append("a project came before one of more utility for its cost")
    turn, unchosen = 0, []
    step = "core" if claim.rule is Rule.GREEDY else "util"
    taken = before.union(claim.in_turn)
    passed = sorted((each for each in keys if each not in taken), key=keys.__getitem__)
    for project in reversed(passed):
        # those of the same density may have come later: ties are in the given order, which a certificate does not know
        while turn < len(claim.in_turn) and keys[claim.in_turn[turn]] >= keys[project]:
            left -= projects[places[claim.in_turn[turn]]].cost
            turn += 1
        unchosen.append(Unchosen(step, project, "money_left", left))
        if projects[places[project]].cost <= left:
            cost = in_words(projects[places[project]].cost)
            found.append(f"{project} costs {cost} and {in_words(left)} was left in its turn")
    left -= sum((projects[places[project]].cost for project in claim.in_turn[turn:]), Fraction(0))
    if left < 0 and claim.in_turn:
        found.append("the winners cost more than the budget")
    return unchosen, found


def _places(support: Support) -> dict[str, int]:
    return {project.id: place for place, project in enumerate(support.election.projects)}
