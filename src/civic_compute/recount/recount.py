"""Recount an election, or repeat the draw of a panel, and compare it with the published result.

    python recount.py RESULT.json INPUT...

RESULT.json is what was published. INPUT are the files that it was made from, also packed with gzip: of a count the
ballots (.pb), of a draw the pool and the quotas (.csv); - reads standard input. Python 3.6 or newer runs this; nothing
has to be installed and no network is asked. It says MATCH, or the first difference, and leaves with 0 when all agrees,
1 when something differs, 2 when it could not be compared.

Of a count it compares every field but the file's name, the version, and the comparison with other rules and the margins
where these are told. Of a draw it compares every field but the file's name, the version, and that no lottery is fairer
(certified, by): this it does not calculate. Maps of opinions and themes of texts it does not cover.

It was written from the published description of the rules, apart from the program that counts. All numbers of a count
are exact: whole numbers and fractions, nothing is rounded.
"""

import csv
import gzip
import hashlib
import heapq
import io
import json
import re
import sys
import unicodedata
import zlib
from collections import Counter
from fractions import Fraction
from itertools import accumulate, zip_longest
from math import exp, floor, gcd, log
from typing import Any, Dict, Iterable, Iterator, List, Optional, Sequence, Set, Tuple

ZERO = Fraction(0)
EXACT = re.compile(r"-?[0-9]+(\.[0-9]+|/0*[1-9][0-9]*)?")
LONG = re.compile(r"(-?0x[0-9a-f]+)/(0x0*[1-9a-f][0-9a-f]*)")
SECTIONS = ("META", "PROJECTS", "VOTES")

Tie = Tuple[int, List[str]]  # the round's number, and the projects tied, in the order that decides
Ballot = Tuple[Tuple[str, ...], Tuple[Fraction, ...]]


class CannotCompare(Exception):
    """The files do not let us compare; the message says why."""


# ------------------------------------------------------------------------------------------------ reading


def unpacked(path: str) -> bytes:
    """The bytes of a file, or of standard input; what is packed with gzip is unpacked."""
    name = "standard input" if path == "-" else path
    try:
        if path == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(path, "rb") as file:
                data = file.read()
    except OSError as error:
        raise CannotCompare(f"{name} cannot be read: {error.strerror}") from None
    try:
        return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    except (OSError, EOFError, zlib.error):
        raise CannotCompare(f"{name} is packed with gzip, and is cut short or broken") from None


def text_of(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def number(text: str) -> Fraction:
    return Fraction(text.strip().replace(",", "."))


def table(rows: List[List[str]]) -> List[Dict[str, str]]:
    """Each row by the names in the first one."""
    names = [folded(name) for name in rows[0]]
    return [dict(zip(names, row)) for row in rows[1:] if any(row)]


def folded(text: str) -> str:
    """As names and values are compared: without regard to case and surrounding space."""
    return unicodedata.normalize("NFC", " ".join(text.split()).casefold())


class Election:
    """The projects' costs, the budget, and how many voters cast each ballot.

    A ballot is (projects, points): the projects in order of preference where voters rank, the points of each if there are.
    """

    def __init__(self, data: bytes) -> None:
        rows = self.sections(text_of(data))
        meta = {row[0].strip().lower(): row[1].strip() for row in rows["META"] if len(row) > 1}
        self.kind = meta["vote_type"].lower()
        self.budget = number(meta["budget"])
        self.costs = {row["project_id"].strip(): number(row["cost"]) for row in table(rows["PROJECTS"])}
        written = Counter((row["vote"], row.get("points", "")) for row in table(rows["VOTES"]))
        self.ballots: Dict[Ballot, int] = Counter()
        for (vote, points), voters in written.items():
            self.ballots[self.ballot(vote, points)] += voters
        self.voters = sum(self.ballots.values())

    @staticmethod
    def sections(text: str) -> Dict[str, List[List[str]]]:
        csv.field_size_limit(2**27)
        found: Dict[str, List[List[str]]] = {}
        name = ""
        for row in csv.reader(io.StringIO(text), delimiter=";"):
            heading = row[0].strip().upper() if row and not any(cell.strip() for cell in row[1:]) else ""
            if heading in SECTIONS:
                name = heading
                found[name] = []
            elif name and any(cell.strip() for cell in row):
                found[name].append(row)
        return found

    def ballot(self, vote: str, cell: str) -> Tuple[Tuple[str, ...], Tuple[Fraction, ...]]:
        named = [project.strip() for project in vote.split(",") if project.strip() in self.costs]
        if self.kind not in ("cumulative", "scoring"):
            once = tuple(dict.fromkeys(named))
            return (once if self.kind == "ordinal" else tuple(sorted(once))), ()
        points = [number(part) for part in cell.split(",") if part.strip().lower() not in ("", "none")]
        given = dict(sorted((project, each) for project, each in dict(zip(named, points)).items() if each))
        return tuple(given), tuple(given.values())


# ------------------------------------------------------------------------------------------------ who supports what


class Round:
    """One project chosen; the fields are named as in the published result."""

    def __init__(self, step: str, project: str, price: Fraction, supporters: int) -> None:
        self.step, self.project, self.price, self.supporters = step, project, price, supporters
        self.payers = self.paid_in_full = 0
        self.payment: Optional[Fraction] = None  # of each who paid in full, where that is the same for all
        self.effective_votes: Optional[Fraction] = None


class Support:
    """What each project gives the voters who support it, seen through one utility.

    A supporter's utility is the project's `unit` times a whole number, the weight: cost times 1, 1 times 1, for Borda 1
    times how many stand below it on the ballot, the smallest part of a point times how many of them. `of` gives each
    project its supporters as (number of the ballot, weight, voters), leaving out weights of 0.
    """

    def __init__(self, election: Election, utility: str) -> None:
        if utility not in ("cost", "cardinality", "points", "borda"):
            raise CannotCompare(f"this script does not know the utility {utility}")
        self.election, self.utility, self.ballots = election, utility, sorted(election.ballots.items())
        parts = 1
        if utility == "points":
            parts = common_multiple(each.denominator for (_named, points), _voters in self.ballots for each in points)
        self.unit = {p: cost if utility == "cost" else Fraction(1, parts) for p, cost in election.costs.items()}
        self.of: Dict[str, List[Tuple[int, int, int]]] = {project: [] for project in election.costs}
        for place, ((named, points), voters) in enumerate(self.ballots):
            weights = [1] * len(named)
            if utility == "points":
                weights = [int(each * parts) for each in points]
            elif utility == "borda":
                weights = [len(named) - 1 - rank for rank in range(len(named))]
            for project, weight in zip(named, weights):
                if weight > 0:
                    self.of[project].append((place, weight, voters))
        self.voters = {project: sum(voters for _, _, voters in them) for project, them in self.of.items()}
        self.total = {p: self.unit[p] * sum(w * voters for _, w, voters in them) for p, them in self.of.items()}

    def cost(self, rounds: List[Round]) -> Fraction:
        return sum((self.election.costs[each.project] for each in rounds), ZERO)


def common_multiple(numbers: Iterable[int]) -> int:
    least = 1
    for each in set(numbers):
        least *= each // gcd(least, each)
    return least


# ------------------------------------------------------------------------------------------------ greedy


def greedy(
    support: Support, order: Dict[str, int], before: List[Round], step: str = "core"
) -> Tuple[List[Round], List[Tie]]:
    """Once through the projects by utility for cost; take what fits the money that is left."""
    costs, taken = support.election.costs, [each.project for each in before]
    left = support.election.budget - support.cost(before)
    keys = {}
    for project, cost in costs.items():
        total = support.total[project]
        keys[project] = (int(total > 0), ZERO) if cost == 0 else (0, total / cost)  # free and useful: before all others
    queue = sorted((p for p in costs if p not in taken), key=lambda p: (-keys[p][0], -keys[p][1], order[p]))
    rounds: List[Round] = []
    ties: List[Tie] = []
    met: Set[str] = set()
    while queue:
        project = queue.pop(0)
        if costs[project] > left:
            continue
        if project not in met:  # the first of its equals: all that fit now are tied with it
            equals = [project] + [p for p in queue if keys[p] == keys[project] and costs[p] <= left]
            met.update(equals)
            if len(equals) > 1:
                ties.append((len(taken) + len(rounds) + 1, equals))
        left -= costs[project]
        rounds.append(Round(step, project, keys[project][1], support.voters[project]))
    return rounds, ties


# ------------------------------------------------------------------------------------------------ Equal Shares


class Stage:
    """Who owns the same: voters who supported the same winners, with the same weights, share the number of a purse."""

    def __init__(self, support: Support, purse_of: List[int], purses: int) -> None:
        self.support, self.purse_of, self.purses = support, purse_of, purses
        self.known: Dict[str, List[Tuple[int, int, int]]] = {}
        self.winner, self.next = "", self

    def supporters(self, project: str) -> List[Tuple[int, int, int]]:
        """The supporters of a project as (purse, weight, voters)."""
        if project not in self.known:
            counted: Dict[Tuple[int, int], int] = Counter()
            for ballot, weight, voters in self.support.of[project]:
                counted[self.purse_of[ballot], weight] += voters
            self.known[project] = [(purse, weight, voters) for (purse, weight), voters in counted.items()]
        return self.known[project]

    def after(self, project: str) -> "Stage":
        """The stage when this winner is paid: who paid has a new purse. Kept: the next run may come by again."""
        if self.next is self or self.winner != project:
            paying = self.supporters(project)
            new = {(purse, weight): self.purses + i for i, (purse, weight, _voters) in enumerate(paying)}
            purse_of = list(self.purse_of)
            for ballot, weight, _voters in self.support.of[project]:
                purse_of[ballot] = new[purse_of[ballot], weight]
            self.winner, self.next = project, Stage(self.support, purse_of, self.purses + len(paying))
        return self.next


class EqualShares:
    """Every voter begins with the same share; each round buys the project that asks least money for its utility.

    Money is counted in coins so small that every amount is a whole number of them. When a price is not, the coin is made
    smaller.
    """

    def __init__(self, support: Support, order: Dict[str, int]) -> None:
        self.support, self.order, self.costs = support, order, support.election.costs
        self.begin = Stage(support, [0] * len(support.ballots), 1)
        self.coins = 1  # of one unit of money

    def run(self, share: Fraction) -> Tuple[List[Round], List[Tie]]:
        """The rounds and ties when every voter begins with this share."""
        kept = self.coins if self.coins.bit_length() < 4000 else 1  # the last run's coins mostly do again
        self.coins = common_multiple([kept, share.denominator, *(cost.denominator for cost in self.costs.values())])
        self.money = [int(share * self.coins)]  # in each purse
        self.stage = self.begin
        # A project's price never falls while voters spend: its last price bounds the next. Least bound first.
        self.waiting = [
            (cost / self.support.total[p], self.order[p], p) for p, cost in self.costs.items() if self.support.total[p]
        ]
        heapq.heapify(self.waiting)
        rounds: List[Round] = []
        ties: List[Tie] = []
        while True:
            price, equals = self.cheapest()
            if not equals:
                return rounds, ties
            if len(equals) > 1 and price > 0:
                ties.append((len(rounds) + 1, equals))
            rounds.append(self.buy(equals[0], price))

    def cheapest(self) -> Tuple[Fraction, List[str]]:
        """The least price, and the projects that have it, in the order for ties; none when nothing is affordable."""
        found: List[Tuple[Fraction, int, str]] = []
        best = ZERO
        while self.waiting and (not found or self.waiting[0][0] <= best):
            _bound, rank, project = heapq.heappop(self.waiting)
            price = self.price(project)
            if price is not None:  # else its supporters own too little, and never will own more
                best = min(best, price) if found else price
                found.append((price, rank, project))
        found.sort()
        for each in found[1:]:
            heapq.heappush(self.waiting, each)
        return best, [project for price, _rank, project in found if price == best]

    def price(self, project: str) -> Optional[Fraction]:
        """What a unit of utility costs when each supporter pays for what they get, or all they own; None: too poor."""
        money, rich = self.money, self.stage.supporters(project)
        asked = int(self.costs[project] * self.coins)
        if sum(money[purse] * voters for purse, _weight, voters in rich) < asked:
            return None
        while True:
            weights = sum(weight * voters for _purse, weight, voters in rich)
            still_rich = [each for each in rich if money[each[0]] * weights >= asked * each[1]]
            if len(still_rich) == len(rich):
                return Fraction(asked, weights * self.coins) / self.support.unit[project]
            asked -= sum(money[p] * voters for p, weight, voters in rich if money[p] * weights < asked * weight)
            rich = still_rich

    def buy(self, project: str, price: Fraction) -> Round:
        """Each supporter pays the price for what they get, or all they own."""
        level = price * self.support.unit[project] * self.coins  # for a weight of 1
        if level.denominator > 1:
            self.coins *= level.denominator
            self.money = [coins * level.denominator for coins in self.money]
        asked, payers, in_full = level.numerator, 0, 0
        for purse, weight, voters in self.stage.supporters(project):
            owned = self.money[purse]
            payers += voters if asked and owned else 0
            in_full += voters if asked and owned >= asked * weight else 0
            self.money.append(max(0, owned - asked * weight))
        self.stage = self.stage.after(project)
        found = Round("core", project, price, self.support.voters[project])
        found.payers, found.paid_in_full = payers, in_full
        found.payment = Fraction(asked, self.coins) if self.support.utility in ("cost", "cardinality") else None
        found.effective_votes = 1 / price if self.support.utility == "cost" else None
        return found


def equal_shares(
    support: Support, order: Dict[str, int], completion: str, variant: str
) -> Tuple[List[Round], List[Tie], Fraction, int]:
    """The rounds and ties, what each voter could spend in the end, and how many units were added for that."""
    election, rule, adds, added = support.election, EqualShares(support, order), completion in ("add1", "add1u"), 0
    share = election.budget / election.voters
    if adds and "floor start" in variant:
        share = Fraction(floor(share))
    rounds, ties = rule.run(share)
    while adds and not enough(support, rounds, until_overspent="until overspent" in variant):
        more = rule.run(share + added + 1)
        if support.cost(more[0]) > election.budget:
            break
        (rounds, ties), added = more, added + 1
    if completion in ("util", "add1u"):
        last = greedy(support, order, rounds, "util")
        rounds, ties = rounds + last[0], ties + last[1]
    return rounds, ties, share + added, added


def enough(support: Support, rounds: List[Round], until_overspent: bool) -> bool:
    """Whether no supported project that costs something still fits; or, until overspent, whether none is left."""
    left = support.election.budget - support.cost(rounds)
    chosen = {each.project for each in rounds}
    rest = [cost for p, cost in support.election.costs.items() if cost and support.total[p] and p not in chosen]
    return not any(until_overspent or cost <= left for cost in rest)


# ------------------------------------------------------------------------------------------------ Phragmén


def phragmen(support: Support, order: Dict[str, int]) -> Tuple[List[Round], List[Tie]]:
    """Each project is a load of its cost, carried by its supporters; the next is the one that makes the least load."""
    costs, left = support.election.costs, support.election.budget
    levels, level_of = [ZERO], [0] * len(support.ballots)  # what a ballot's voters carry is levels[level_of[ballot]]
    at = {p: Counter({0: support.voters[p]}) for p in costs if support.voters[p] and costs[p] <= left}
    loads: Dict[str, Fraction] = {}
    changed = set(at)
    rounds: List[Round] = []
    ties: List[Tie] = []
    while at:
        for p in changed:
            carried = sum(levels[level] * voters for level, voters in at[p].items() if voters)
            loads[p] = (costs[p] + carried) / support.voters[p]
        least = min(loads.values())
        equals = sorted((p for p in loads if loads[p] == least), key=lambda p: order[p])
        if any(costs[p] > left for p in equals):
            break
        if len(equals) > 1:
            ties.append((len(rounds) + 1, equals))
        project, voters = equals[0], support.voters[equals[0]]
        left -= costs[project]
        rounds.append(Round("core", project, least, voters))
        rounds[-1].payers = rounds[-1].paid_in_full = voters
        del at[project], loads[project]
        levels.append(least)
        changed = set()
        for ballot, _weight, count in support.of[project]:
            for other in support.ballots[ballot][0][0]:
                if other in at:
                    at[other][level_of[ballot]] -= count
                    at[other][len(levels) - 1] += count
                    changed.add(other)
            level_of[ballot] = len(levels) - 1
    return rounds, ties


# ------------------------------------------------------------------------------------------------ what a result holds

# fmt: off
COUNT = {
    "file": "text", "rule": "text", "utility": "text?", "completion": "text", "variant": "text?", "winners": ["text"],
    "rounds": [{
        "round": "whole", "step": "text", "project": "text", "cost": "text", "price": "text", "supporters": "whole",
        "payers": "whole", "paid_in_full": "whole", "payment": "text?", "effective_votes": "text?", "money_left": "text",
    }],
    "ties": [{"round": "whole", "projects": ["text"], "chosen": "text"}],
    "certificate": {
        "share": "text", "in_turn": ["text"],
        "payments": [{
            "project": "text", "price": "text", "in_full": "whole", "all_they_had": "whole", "in_full_sum": "text",
            "all_they_had_sum": "text",
        }],
        "unchosen": [{"step": "text", "project": "text", "reason": "text", "amount": "text?"}],
    },
    "vote_type": "text", "projects": "whole", "voters": "whole", "budget": "text", "money_left": "text",
    "share": "text?", "increments": "whole", "tie_order": ["text"], "input_sha256": "text", "version": "text",
    "comparison": "anything", "margins": "anything",
}  # type: Dict[str, Any]
DRAW = {
    "file": "text", "objective": "text", "size": "whole", "id": "text", "address": "text", "excluded": ["text"],
    "types": [{"values": "texts by name", "count": "whole", "probability": "number", "household": ["texts by name"]}],
    "lottery": [{"members": ["text"], "probability": "number", "weight": "whole"}],
    "certified": "flag", "shortfall": "number", "by": "text", "impossible": ["text"], "panel": ["text"],
    "proof": {
        "pool_sha256": "text", "quotas_sha256": "text", "lottery_sha256": "text", "files_sha256": ["text"],
        "objective": "text", "size": "whole", "label": "text", "total": "whole", "rule": "text", "version": "text",
        "commitment": "text", "seed": "text?", "number": "whole?", "place": "whole?",
    },
    "summary": {
        "persons": "whole", "types": "whole", "panels": "whole", "minimum": "number", "median": "number",
        "mean": "number", "maximum": "number", "gini": "number", "geometric_mean": "number", "impossible": "whole",
        "expected": [{
            "category": "text", "value": "text", "least": "whole", "most": "whole", "pool": "whole", "panel": "number",
        }],
    },
    "input_sha256": ["text"], "version": "text",
    "numbered": {"panels": [["text"]], "largest_error": "number", "mean_error": "number"},
}  # type: Dict[str, Any]
# fmt: on
NOT_ALWAYS = ("comparison", "margins", "numbered", "household")
OR_NOTHING = ("tie_order", "panel")
KINDS = {
    "text": (str,),
    "text?": (str, type(None)),
    "whole": (int,),
    "whole?": (int, type(None)),
    "number": (int, float),
    "flag": (bool,),
}  # type: Dict[str, Tuple[type, ...]]


def shaped(value: Any, shape: Any, place: str = "") -> None:
    """Refuse a result with a field too many, one missing, or one that cannot be what it is."""
    if shape == "anything" or (value is None and place in OR_NOTHING):
        return
    wanted = KINDS.get(shape, (dict,)) if isinstance(shape, str) else (type(shape),)
    if type(value) not in wanted:
        raise CannotCompare(f"{place or 'the result'} cannot be {short(value)}")
    if isinstance(shape, list):
        for place_, each in enumerate(value, 1):
            shaped(each, shape[0], f"{place} {place_}")
    elif isinstance(value, dict):
        shaped_fields(value, shape if isinstance(shape, dict) else dict.fromkeys(value, "text"), place)


def shaped_fields(value: Dict[str, Any], shape: Dict[str, Any], place: str) -> None:
    for name in value:
        if name not in shape:
            raise CannotCompare(f"the result has a field that this script does not know: {place} {name}")
    for name, inner in shape.items():
        if name in value:
            shaped(value[name], inner, f"{place} {name}".strip())
        elif name not in NOT_ALWAYS:
            raise CannotCompare(f"the result has no {place} {name}".replace("  ", " "))


def short(value: Any) -> str:
    """A value in a sentence, cut where it is long."""
    text = value if isinstance(value, str) else json.dumps(value)
    text = text if len(text) <= 100 else text[:100] + "..."
    return text or "empty"


def amount(value: Any) -> str:
    """A number in a sentence: about so much, where it is a long fraction."""
    text = str(value)
    if not isinstance(value, Fraction) or len(text) <= 15 or max(abs(value.numerator), value.denominator) > 10**300:
        return short(text)
    return f"about {float(value):.6f}"


# ------------------------------------------------------------------------------------------------ comparing a count


def recount(result: Dict[str, Any], inputs: Sequence[bytes]) -> Iterator[str]:
    """Each difference between the result and the recount, in words."""
    shaped(result, COUNT)
    rule, completion = result["rule"], result["completion"]
    election = Election(inputs[0])
    support = Support(election, "cardinality" if rule == "phragmen" else result["utility"] or "")
    told_order = result["tie_order"]
    order = {p: place for place, p in enumerate(sorted(election.costs) if told_order is None else told_order)}
    if set(order) != set(election.costs) or len(order) != len(told_order or order):
        raise CannotCompare("the order for ties does not name the projects of the ballots, each once")
    totals = {"voters": election.voters, "budget": election.budget, "projects": len(election.costs)}  # type: Dict[str, Any]
    totals.update(vote_type=election.kind, share=None, increments=0, variant=None)
    if rule == "greedy" and completion == "none":
        rounds, ties = greedy(support, order, [])
    elif rule == "phragmen" and completion == "none":
        rounds, ties = phragmen(support, order)
        totals.update(utility=None)
    elif rule == "equal-shares" and completion in ("none", "util", "add1", "add1u"):
        variant = known_variant(result["variant"], completion)
        rounds, ties, share, added = equal_shares(support, order, completion, variant)
        totals.update(share=share, increments=added, variant=variant or None)
    else:
        raise CannotCompare(f"this script does not know the rule {short(rule)} with completion {short(completion)}")
    totals["money_left"] = election.budget - support.cost(rounds)
    for part in (
        wrong_winners(result, rounds),
        wrong_rounds(result, rounds, election),
        wrong_ties(result, ties),
        wrong_totals(result, totals),
        wrong_certificate(result, Books(support, result, totals["share"], rounds)),
    ):
        yield from part


def known_variant(variant: Optional[str], completion: str) -> str:
    """The name of what add-one leaves open; empty for the other completions."""
    known = (
        [f"{start} start, until {stop}" for start in ("exact", "floor") for stop in ("exhaustive", "overspent")]
        if completion in ("add1", "add1u")
        else [None]
    )
    if variant not in known:
        raise CannotCompare(f"this script does not know the variant {short(variant)} of {completion}")
    return variant or ""


def wrong_winners(result: Dict[str, Any], rounds: List[Round]) -> Iterator[str]:
    for place, (said, found) in enumerate(zip_longest(result["winners"], [each.project for each in rounds]), 1):
        if said != found:
            yield f"as number {place} the result chooses {said or 'nothing'}, the recount {found or 'nothing'}"


def wrong_rounds(result: Dict[str, Any], rounds: List[Round], election: Election) -> Iterator[str]:
    """Every field of every round."""
    spent = accumulate(election.costs[each.project] for each in rounds)
    for place, (said, found, so_far) in enumerate(zip(result["rounds"], rounds, spent), 1):
        more = {"round": place, "cost": election.costs[found.project], "money_left": election.budget - so_far}
        for name, value in dict(vars(found), **more).items():
            if not same(said[name], value):
                told = f"the result says {short(said[name])}, the recount {amount(value)}"
                yield f"round {place} ({found.project}), {name}: {told}"
    if len(result["rounds"]) != len(rounds):
        yield f"the result has {len(result['rounds'])} rounds, the recount {len(rounds)}"


def wrong_ties(result: Dict[str, Any], ties: List[Tie]) -> Iterator[str]:
    told = [(each["round"], each["projects"], each["chosen"]) for each in result["ties"]]
    found = [(place, equals, equals[0]) for place, equals in ties]
    if told != found:
        yield f"ties: the result tells of {short(told or 'none')}, the recount of {short(found or 'none')}"


def wrong_totals(result: Dict[str, Any], totals: Dict[str, Any]) -> Iterator[str]:
    for name, value in totals.items():
        if not same(result[name], value):
            yield f"{name}: the result says {short(result[name])}, the recount {amount(value)}"


class Books:
    """What each ballot's voters own (under Phragmén: carry), kept from the shares and prices of the rounds alone."""

    def __init__(
        self, support: Support, result: Dict[str, Any], share: Optional[Fraction], rounds: List[Round]
    ) -> None:
        self.support, self.rule = support, result["rule"]
        self.core = [each for each in rounds if each.step == "core" and self.rule != "greedy"]
        self.in_turn = [each.project for each in rounds if each not in self.core]
        self.turns = self.rule == "greedy" or result["completion"] in ("util", "add1u")
        self.share = share or ZERO
        levels = [each.price * (1 if self.rule == "phragmen" else support.unit[each.project]) for each in self.core]
        self.coins = common_multiple([self.share.denominator] + [level.denominator for level in levels])
        self.own = [int(self.share * self.coins)] * len(support.ballots)
        pay = self.load if self.rule == "phragmen" else self.pay
        self.payments = [(each.project, each.price) + pay(each, level) for each, level in zip(self.core, levels)]

    def pay(self, each: Round, level: Fraction) -> Tuple[int, int, Fraction, Fraction]:
        """Who paid in full, who all they had, and what each of the two paid together."""
        price, voters_of, paid = int(level * self.coins), [0, 0], [0, 0]
        for ballot, weight, voters in self.support.of[each.project] if price else []:
            owned, asked = self.own[ballot], price * weight
            poor = owned < asked
            voters_of[poor] += voters if owned else 0
            paid[poor] += min(owned, asked) * voters
            self.own[ballot] = owned - min(owned, asked)
        return voters_of[0], voters_of[1], Fraction(paid[0], self.coins), Fraction(paid[1], self.coins)

    def load(self, each: Round, level: Fraction) -> Tuple[int, int, Fraction, Fraction]:
        new, voters_of, grown = int(level * self.coins), 0, 0
        for ballot, _weight, voters in self.support.of[each.project]:
            voters_of += voters
            grown += (new - self.own[ballot]) * voters
            self.own[ballot] = new
        return voters_of, 0, Fraction(grown, self.coins), ZERO

    def owned(self, project: str) -> Fraction:
        return Fraction(sum(self.own[ballot] * voters for ballot, _w, voters in self.support.of[project]), self.coins)

    def unchosen(self) -> Iterator[Tuple[str, str, str, Optional[Fraction]]]:
        """Why each of the others was not chosen: (step, project, reason, amount)."""
        chosen = {each.project for each in self.core}
        for project, cost in self.support.election.costs.items():
            if self.rule == "greedy" or project in chosen:
                continue
            voters = self.support.voters[project]
            if not (self.support.total[project] if self.rule == "equal-shares" else voters):
                yield "core", project, "no_support", None
            elif self.rule == "equal-shares":
                yield "core", project, "supporters_own", self.owned(project)
            elif cost > self.support.election.budget:
                yield "core", project, "over_budget", None
            else:
                yield "core", project, "load", (cost + self.owned(project)) / voters
        if self.turns:
            for project, left in self.passed(chosen):
                yield "core" if self.rule == "greedy" else "util", project, "money_left", left

    def passed(self, chosen: Set[str]) -> Iterator[Tuple[str, Fraction]]:
        """What was left in a project's turn, after all that was chosen of more or the same utility for its cost."""
        election = self.support.election
        keys = {}
        for project, cost in election.costs.items():
            total = self.support.total[project]
            keys[project] = (0, total / cost) if cost else (int(total > 0), ZERO)
        before = election.budget - sum((election.costs[project] for project in chosen), ZERO)
        for project in election.costs:
            if project not in chosen and project not in self.in_turn:
                first = [other for other in self.in_turn if keys[other] >= keys[project]]
                yield project, before - sum((election.costs[other] for other in first), ZERO)


def wrong_certificate(result: Dict[str, Any], books: Books) -> Iterator[str]:
    told = result["certificate"]
    if not same(told["share"], books.share):
        yield f"share of the certificate: the result says {short(told['share'])}, the recount {amount(books.share)}"
    if told["in_turn"] != books.in_turn:
        yield f"chosen in turn: the result says {short(told['in_turn'])}, the recount {short(books.in_turn)}"
    fields = ("project", "price", "in_full", "all_they_had", "in_full_sum", "all_they_had_sum")
    for said, found in zip_longest([[each[name] for name in fields] for each in told["payments"]], books.payments):
        if said is None or found is None or not all(map(same, said, found)):
            words = "nothing" if found is None else ", ".join(map(amount, found))
            yield f"payments of the certificate: the result says {short(said or 'nothing')}, the recount {words}"
    reasons = {(step, project): (reason, value) for step, project, reason, value in books.unchosen()}
    seen = set()
    for each in told["unchosen"]:
        key = (each["step"], each["project"])
        reason, value = reasons.get(key, ("nothing", None))
        if key in seen or each["reason"] != reason or not same(each["amount"], value):
            said = f"the result says {short(each['reason'])} {short(each['amount'])}"
            yield f"why {short(each['project'])} was not chosen: {said}, the recount {reason} {amount(value)}"
        seen.add(key)
    for _step, project in reasons:
        if (_step, project) not in seen:
            yield f"the result does not say why {project} was not chosen"


def same(said: Any, found: Any) -> bool:
    """Whether they are equal; exact numbers are, however they are written: 0.5 and 1/2."""
    if type(found) is int:
        return type(said) is int and said == found
    if isinstance(found, Fraction):
        if not isinstance(said, str):
            return False
        long = LONG.fullmatch(said)  # very long numbers are published in hexadecimal
        if long:
            return Fraction(int(long.group(1), 16), int(long.group(2), 16)) == found
        return bool(EXACT.fullmatch(said)) and Fraction(said) == found
    return type(said) is type(found) and bool(said == found)


# ------------------------------------------------------------------------------------------------ repeating a draw

WHOLE = 10**12
CERTAIN = 2e-6
NEAR = 1e-6
RULE = (
    "Bytes: SHA-256(seed || label || counter) for counter = 0, 1, 2, ... as 8 bytes, big-endian, one after another. "
    "Number below n: as many bytes as n - 1 needs, as one big-endian integer, passed over when it is not below the "
    "largest multiple of n that so many bytes can hold; else its remainder by n. Panel: the first at which the sum of "
    "weights, taken in the lottery's order, exceeds the number below the total."
)
Values = Tuple[str, ...]
Pattern = Tuple[Values, ...]


class Person:
    """Somebody of the pool: the values as compared, the address as compared, and whether they must not be drawn."""

    def __init__(self, name: str, values: Values, address: str, excluded: bool) -> None:
        self.name, self.values, self.address, self.excluded = name, values, address, excluded


class Pool:
    """The persons and the quotas, read in the columns that the result names."""

    def __init__(self, result: Dict[str, Any], inputs: Sequence[bytes]) -> None:
        people, quotas = (table(cells_of(data)) for data in inputs)
        self.size, self.one_per_address = result["size"], bool(result["address"])
        self.labels: Dict[Tuple[str, str], str] = {}
        self.quotas = sorted(self.quota(row) for row in quotas)
        self.categories = sorted({quota[0] for quota in self.quotas})
        first = [name.strip() for name in cells_of(inputs[0])[0]]
        for name in ("id", "address"):
            if result[name] and result[name] not in first:
                raise CannotCompare(f"the pool has no column {short(result[name])}, which the result names for {name}")
        if not result["id"] and {"id", "unique_id"} & set(map(folded, first)):
            raise CannotCompare("the pool has a column of ids, and the result does not name it")
        left_out = set(result["excluded"])
        self.persons = sorted(
            (self.person(result, row, str(line), left_out) for line, row in enumerate(people, 1)), key=in_order
        )
        self.named = {person.name: person for person in self.persons}
        self.free = [person for person in self.persons if not person.excluded]

    def quota(self, row: Dict[str, str]) -> Tuple[str, str, int, int]:
        names = [row.get("category", row.get("name")), row.get("feature", row.get("value"))]
        if None in names or "min" not in row or "max" not in row:
            raise CannotCompare("the quotas have not the columns category, feature, min and max")
        written = [" ".join((name or "").split()) for name in names]
        category, value = map(folded, written)
        self.labels.setdefault((category, ""), written[0])
        self.labels[category, value] = written[1]
        return category, value, int(row["min"]), int(row["max"])

    def person(self, result: Dict[str, Any], row: Dict[str, str], line: str, left_out: Set[str]) -> Person:
        missing = [category for category in self.categories if category not in row]
        if missing:
            raise CannotCompare(f"the pool has no column {missing[0]}")
        name = row[folded(result["id"])].strip() if result["id"] else line
        address = folded_address(row[folded(result["address"])]) if result["address"] else ""
        return Person(name, tuple(folded(row[each]) for each in self.categories), address, name in left_out)

    def types(self) -> Dict[Tuple[Values, Pattern], List[str]]:
        """The ids of those who are alike: of the same values and, with addresses, from alike homes."""
        homes: Dict[str, List[Values]] = {}
        for person in self.free:
            if person.address:
                homes.setdefault(person.address, []).append(person.values)
        found: Dict[Tuple[Values, Pattern], List[str]] = {}
        for person in self.free:
            home = sorted(homes.get(person.address, []))
            pattern = tuple(home) if len(home) > 1 else ()
            found.setdefault((person.values, pattern), []).append(person.name)
        return found

    def named_values(self, values: Values) -> Dict[str, str]:
        """Values by category, both as the quotas write them."""
        return {
            self.labels[category, ""]: self.labels.get((category, value), value)
            for category, value in zip(self.categories, values)
        }


def in_order(person: Person) -> Tuple[int, int, str]:
    """Ids that are numbers by value, before the others by letters."""
    digits = bool(re.fullmatch("[0-9]{1,3999}", person.name))
    return (0, int(person.name), person.name) if digits else (1, 0, person.name)


def folded_address(text: str) -> str:
    """An address as compared: NFKC, without regard to case, invisible characters, and full stops or commas at words."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    seen = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")
    words = [word.strip(".,;:") for word in seen.split()]
    return unicodedata.normalize("NFKC", " ".join(word for word in words if word))


def redraw(result: Dict[str, Any], inputs: Sequence[bytes]) -> Iterator[str]:
    """Each thing of a draw that does not hold, in words."""
    shaped(result, DRAW)
    pool, proof = Pool(result, inputs), result["proof"]
    chances = {person.name: 0 for person in pool.free}
    for panel in result["lottery"]:
        for member in panel["members"]:
            chances[member] = chances.get(member, 0) + panel["weight"]
    for part in (
        wrong_proof(result, pool),
        wrong_panels(result, pool),
        wrong_types(result, pool, chances),
        wrong_summary(result, pool, chances),
        wrong_numbered(result, pool),
        wrong_seed(result, proof),
    ):
        yield from part


def wrong_proof(result: Dict[str, Any], pool: Pool) -> Iterator[str]:
    """Where the proof does not commit to what the result tells."""
    proof, lottery = result["proof"], result["lottery"]
    persons = [[each.name, list(each.values), each.address, each.excluded] for each in pool.persons]
    quotas = {
        "size": pool.size,
        "one_per_address": pool.one_per_address,
        "quotas": [list(each) for each in pool.quotas],
    }
    published = ("commitment", "seed", "number", "place")
    label = hash_of([proof["pool_sha256"], proof["quotas_sha256"], proof["objective"]])
    names = [each.name for each in pool.persons if each.excluded]
    for right, words in (
        (proof["files_sha256"] == result["input_sha256"], "the proof names other files than the result"),
        (proof["objective"] == result["objective"], "the proof names another objective than the result"),
        (proof["size"] == result["size"], "the proof names another size than the result"),
        (proof["version"] == result["version"], "the proof names another version than the result"),
        (proof["rule"] == RULE and proof["total"] == WHOLE, "the proof names another rule than this script follows"),
        (result["excluded"] == names, "who must not be drawn is not in the pool, or not in its order"),
        (
            hash_of(persons) == proof["pool_sha256"],
            "the pool is not the one that was committed to: its SHA-256 differs",
        ),
        (hash_of(quotas) == proof["quotas_sha256"], "the quotas are not those committed to: their SHA-256 differs"),
        (
            hash_of([[panel["weight"], panel["members"]] for panel in lottery]) == proof["lottery_sha256"],
            "the lottery is not the one that was committed to: its SHA-256 differs",
        ),
        (
            hash_of({name: value for name, value in proof.items() if name not in published}) == proof["commitment"],
            "the commitment is not the SHA-256 of what the proof says",
        ),
        (proof["label"] == f"draw {label}", "the label is not made of the pool, the quotas and the objective"),
    ):
        if not right:
            yield words


def wrong_panels(result: Dict[str, Any], pool: Pool) -> Iterator[str]:
    """Panels of the lottery that may not be, and weights that are not theirs."""
    lottery = result["lottery"]
    if sum(panel["weight"] for panel in lottery) != WHOLE or any(panel["weight"] < 1 for panel in lottery):
        yield f"the weights of the panels are not {WHOLE} together, each at least 1"
    for place, panel in enumerate(lottery, 1):
        name = f"panel {place} (from 1) of the lottery"
        if not near(panel["probability"], panel["weight"] / WHOLE):
            yield f"{name} has the weight {panel['weight']} and another probability: {panel['probability']}"
        for words in wrong_members(panel["members"], pool):
            yield f"{name} {words}"


def wrong_members(members: List[str], pool: Pool) -> Iterator[str]:
    """Why these may not be a panel."""
    persons = [pool.named[member] for member in members if member in pool.named]
    if len(persons) != len(members):
        yield f"has a member who is not in the pool: {next(name for name in members if name not in pool.named)}"
        return
    if not len(members) == len(set(members)) == pool.size:
        yield f"has not {pool.size} members"
    for person in persons:
        if person.excluded:
            yield f"has {person.name}, who must not be drawn"
    homes = [person.address for person in persons if person.address]
    if pool.one_per_address and len(homes) != len(set(homes)):
        yield "has two members from one address"
    for category, value, least, most in pool.quotas:
        place = pool.categories.index(category)
        found = sum(person.values[place] == value for person in persons)
        if not least <= found <= most:
            yield f"has {found} of {category}: {value}, and the quota is {least} to {most}"


def wrong_types(result: Dict[str, Any], pool: Pool, chances: Dict[str, int]) -> Iterator[str]:
    """Types that are not those of the pool, and chances that the lottery does not give."""
    types = sorted(pool.types().items())
    if len(types) != len(result["types"]):
        yield f"the pool has {len(types)} types, the result {len(result['types'])}"
        return
    apart, never = 0.0, set()  # type: float, Set[str]
    for told, ((values, household), names) in zip(result["types"], types):
        wanted = {"values": pool.named_values(values), "count": len(names)}  # type: Dict[str, Any]
        if pool.one_per_address:
            wanted["household"] = [pool.named_values(each) for each in household]
        if {name: value for name, value in told.items() if name != "probability"} != wanted:
            yield f"the result tells of a type {short(told)}, the pool has {short(wanted)}"
        apart = max([apart] + [abs(chances[name] / WHOLE - told["probability"]) for name in names])
        never |= set(names if told["probability"] == 0 else ())
    if not near(result["shortfall"], apart):
        yield f"the lottery misses the chances told by {apart:.2g}, and the result says {result['shortfall']:.2g}"
    if result["certified"] and apart > CERTAIN:
        yield "the result says certified, and the lottery does not give the chances told"
    if result["impossible"] != [person.name for person in pool.persons if person.name in never]:
        yield "who fits no panel is not told as the chances have it"


def wrong_summary(result: Dict[str, Any], pool: Pool, chances: Dict[str, int]) -> Iterator[str]:
    ordered = sorted(chances[person.name] / WHOLE for person in pool.free)
    number_, total, least = len(ordered), sum(ordered), ordered[0]
    ranked = sum((2 * place - number_ - 1) * chance for place, chance in enumerate(ordered, 1))
    found = {
        "persons": number_,
        "types": len(result["types"]),
        "panels": len(result["lottery"]),
        "minimum": least,
        "median": (ordered[(number_ - 1) // 2] + ordered[number_ // 2]) / 2,
        "mean": total / number_,
        "maximum": ordered[-1],
        "gini": max(0.0, ranked / (number_ * total)) if total else 0.0,
        "geometric_mean": exp(sum(map(log, ordered)) / number_) if least > 0 else 0.0,
        "impossible": len(result["impossible"]),
    }  # type: Dict[str, Any]
    for name, value in found.items():
        if not near(result["summary"][name], value):
            yield f"summary, {name}: the result says {result['summary'][name]}, the lottery gives {value}"
    expected = []
    for category, value, lower, upper in pool.quotas:
        place = pool.categories.index(category)
        having = [person.name for person in pool.free if person.values[place] == value]
        panel = sum(chances[name] for name in having) / WHOLE
        expected.append((category, value, lower, upper, len(having), panel))
    told = [
        tuple(each[name] for name in ("category", "value", "least", "most", "pool", "panel"))
        for each in result["summary"]["expected"]
    ]
    if len(told) != len(expected) or any(
        one[:5] != other[:5] or abs(one[5] - other[5]) > pool.size * (NEAR + result["shortfall"])
        for one, other in zip(told, expected)
    ):
        yield "summary: the panel to be expected is not what the lottery gives"


def wrong_numbered(result: Dict[str, Any], pool: Pool) -> Iterator[str]:
    """Numbered panels that may not be, and the errors of their rounding."""
    if "numbered" not in result:
        return
    panels = result["numbered"]["panels"]
    for place, members in enumerate(panels):
        for words in wrong_members(members, pool):
            yield f"numbered panel {place:03} {words}"
            return
    if len(panels) != 1000:
        yield f"there are {len(panels)} numbered panels, not 1000"
        return
    often = Counter(member for members in panels for member in members)
    errors = []
    for told, (_key, names) in zip(result["types"], sorted(pool.types().items())):
        errors += [abs(often[name] / len(panels) - told["probability"]) for name in names]
    for name, value in (("largest_error", max(errors)), ("mean_error", sum(errors) / len(errors))):
        if not near(result["numbered"][name], value):
            yield f"numbered panels, {name}: the result says {result['numbered'][name]}, the panels give {value}"


def wrong_seed(result: Dict[str, Any], proof: Dict[str, Any]) -> Iterator[str]:
    """Whether the seed gives the number and the panel; without a seed there is neither."""
    if proof["seed"] is None:
        if (result["panel"], proof["number"], proof["place"]) != (None, None, None):
            yield "there is no seed, so nothing can be drawn, and yet the result tells a number or a panel"
        return
    if not re.fullmatch("(?:[0-9a-f]{2}){1,512}", proof["seed"]):
        yield f"the seed {short(proof['seed'])} is not made of hexadecimal digits in pairs"
        return
    drawn = below(WHOLE, bytes.fromhex(proof["seed"]), proof["label"])
    if drawn != proof["number"]:
        yield f"the seed gives the number {drawn}, not {proof['number']}"
    sums = accumulate(panel["weight"] for panel in result["lottery"])
    place = next((place for place, upto in enumerate(sums, 1) if upto > drawn), 0)
    if not place or place != proof["place"]:
        yield f"the number {drawn} draws panel {place} (from 1) of the lottery, not {proof['place']}"
    elif result["lottery"][place - 1]["members"] != result["panel"]:
        yield f"the members of panel {place} (from 1) are not those of the result"


def near(said: float, found: float) -> bool:
    """Whether they are equal: whole numbers exactly, others to a millionth."""
    if isinstance(found, int):
        return type(said) is int and said == found
    return abs(said - found) <= NEAR


def cells_of(data: bytes) -> List[List[str]]:
    """The rows of a table, split as its header is."""
    csv.field_size_limit(2**27)
    text = text_of(data)
    delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    names = [folded(name) for name in rows[0]] if rows else []
    if len(names) != len(set(names)):
        raise CannotCompare("a table has two columns of the same name, without regard to case")
    if any(len(row) != len(names) for row in rows if any(row)):
        raise CannotCompare("a table has a row with more or fewer cells than its header")
    return rows


def hash_of(value: Any) -> str:
    """SHA-256 of the value as JSON: keys sorted, no space, UTF-8."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def below(bound: int, seed: bytes, label: str) -> int:
    """The first number below the bound that the seed gives, by the rule that the proof tells."""
    size = max(1, ((bound - 1).bit_length() + 7) // 8)
    limit = 256**size // bound * bound
    data, block = b"", 0
    while True:
        while len(data) < size:
            data += hashlib.sha256(seed + label.encode() + block.to_bytes(8, "big")).digest()
            block += 1
        drawn, data = int.from_bytes(data[:size], "big"), data[size:]
        if drawn < limit:
            return drawn % bound


# ------------------------------------------------------------------------------------------------ the command


def main(arguments: List[str]) -> int:
    if len(arguments) < 2 or arguments[0] in ("-h", "--help"):
        say(__doc__ or "")
        return 2
    try:
        results = results_of(unpacked(arguments[0]), arguments[0])
        inputs = {hashlib.sha256(data).hexdigest(): data for data in map(unpacked, arguments[1:])}
    except CannotCompare as error:
        say(f"Cannot compare: {printable(str(error))}.")
        return 2
    worst = 0
    for result in results:
        code, words = outcome_of(result, inputs)
        worst = max(worst, code)
        say(printable(words))
    return worst


def say(words: str) -> None:
    """Print, in letters that the terminal has."""
    encoding = sys.stdout.encoding or "utf-8"
    print(words.encode(encoding, "backslashreplace").decode(encoding), flush=True)


def printable(words: str) -> str:
    """One line: what could steer a terminal, or fake another line, is written as its code."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in words)


def results_of(data: bytes, name: str) -> List[Any]:
    """One result, or several, each on its own line."""
    try:
        text = data.decode("utf-8-sig")
        try:
            return [json.loads(text, object_pairs_hook=once, parse_constant=refused)]
        except ValueError:
            results = [
                json.loads(line, object_pairs_hook=once, parse_constant=refused)
                for line in text.splitlines()
                if line.strip()
            ]
    except UnicodeDecodeError:
        raise CannotCompare(f"{name} is not UTF-8") from None
    except ValueError as error:
        raise CannotCompare(f"{name} is not JSON ({error}): is it cut short?") from None
    except RecursionError:
        raise CannotCompare(f"{name} is no result: too many brackets stand inside each other") from None
    except CannotCompare as error:
        raise CannotCompare(f"{name}: {error}") from None
    if not results:
        raise CannotCompare(f"{name} is empty")
    return results


def refused(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def once(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
    """An object whose names are all different: of two values one would be read by some, the other by others."""
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(name for name, times in Counter(name for name, _value in pairs).items() if times > 1)
        raise CannotCompare(f"the result says {short(twice)} twice")
    return found


def outcome_of(result: Any, inputs: Dict[str, bytes]) -> Tuple[int, str]:
    """Repeat one result: (0, it matches), (1, the first difference) or (2, why they cannot be compared)."""
    name = ""
    try:
        draws = is_draw(result)
        hashes = result["input_sha256"] if draws else [result["input_sha256"]]
        name = f"{short(result.get('file') or 'the result')}: "
        missing = [each for each in hashes if each not in inputs]
        if missing:
            return 1, f"{name}DIFFERS. The result names a file with SHA-256 {short(missing[0])}, and none was given."
        difference = next((redraw if draws else recount)(result, [inputs[each] for each in hashes]), None)
    except CannotCompare as error:
        return 2, f"Cannot compare: {name}{error}."
    except (ArithmeticError, AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError, csv.Error):
        return (
            2,
            f"Cannot compare: {name}the ballots or tables given cannot be read: are they damaged or of another kind?",
        )
    if difference:
        return 1, f"{name}DIFFERS. First difference: {difference}."
    return 0, f"{name}MATCH; {agreed(result, draws)}"


def is_draw(result: Any) -> bool:
    """Whether it is a draw; a count if not. Anything else is refused."""
    if not isinstance(result, dict) or not {"lottery", "winners", "group_consensus", "themes"} & set(result):
        raise CannotCompare("it is no result of a count or a draw")
    if "lottery" not in result and "winners" not in result:
        raise CannotCompare("it is a map or themes, which this script does not cover: yhdyspinta verify does")
    hashes = result.get("input_sha256")
    if "lottery" not in result:
        if not isinstance(hashes, str):
            raise CannotCompare("the result does not name its input by its SHA-256")
        return False
    if not isinstance(hashes, list) or len(hashes) != 2 or not all(isinstance(each, str) for each in hashes):
        raise CannotCompare("the result does not name the pool and the quotas by their SHA-256")
    return True


def agreed(result: Dict[str, Any], draws: bool) -> str:
    """What was compared and agrees, and what was not looked at."""
    if not draws:
        more = "".join(f", {name}" for name in ("comparison", "margins") if name in result)
        order = "" if result["tie_order"] is None else " The order for ties is as the result gives it."
        agree = "winners, rounds, ties, totals and certificate agree."
        return f"{agree}{order} Not looked at: the file's name, the version{more}."
    apart = (
        ""
        if result["certified"]
        else f" NOT certified: chances differ from those told by up to {result['shortfall']:.2g}."
    )
    seed = "nothing is drawn yet" if result["proof"]["seed"] is None else "the seed draws this panel"
    return (
        "pool, quotas and lottery are as committed to, every panel may be, chances and figures are as told, and"
        f" {seed}. Commitment {result['proof']['commitment']}: compare it with the one published before the seed existed."
        f"{apart}"
        " Not looked at: whether no lottery is fairer (certified, by), the file's name, the version."
    )


if __name__ == "__main__":
    if hasattr(sys, "set_int_max_str_digits"):  # prices are exact and may be long
        sys.set_int_max_str_digits(0)
    sys.exit(main(sys.argv[1:]))
