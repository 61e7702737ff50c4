"""Recount an election, or repeat the draw of a panel, and compare it with the published result.

    python recount.py RESULT.json INPUT...

RESULT.json is what was published. INPUT are the files that it was made from, also packed with gzip: of a count the
ballots (.pb), of a draw the pool and the quotas (.csv). Python 3.8 or newer runs this; nothing has to be installed and no
network is asked. It says MATCH, or the first difference, and leaves with 0 when all agrees, 1 when something
differs, 2 when it could not be compared.

It was written from the published description of the rules, apart from the program that counts. All numbers of a count
are exact: whole numbers and fractions, nothing is rounded.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import heapq
import io
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, zip_longest
from math import floor, gcd
from typing import Any, List, Optional, Tuple

ZERO = Fraction(0)
EXACT = re.compile(r"-?[0-9]+(\.[0-9]+|/0*[1-9][0-9]*)?")
LONG = re.compile(r"(-?0x[0-9a-f]+)/(0x0*[1-9a-f][0-9a-f]*)")
SECTIONS = ("META", "PROJECTS", "VOTES")


class CannotCompare(Exception):
    """The files do not let us compare; the message says why."""


# ------------------------------------------------------------------------------------------------ reading


def unpacked(path: str) -> bytes:
    """The bytes of a file; one packed with gzip is unpacked."""
    try:
        with open(path, "rb") as file:
            data = file.read()
        return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    except (OSError, EOFError) as error:
        raise CannotCompare(f"{path} cannot be read: {error}") from None


def text_of(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def number(text: str) -> Fraction:
    return Fraction(text.strip().replace(",", "."))


def table(rows: list[list[str]]) -> list[dict[str, str]]:
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
        self.ballots: Counter[tuple[tuple[str, ...], tuple[Fraction, ...]]] = Counter()
        for (vote, points), voters in written.items():
            self.ballots[self.ballot(vote, points)] += voters
        self.voters = sum(self.ballots.values())

    @staticmethod
    def sections(text: str) -> dict[str, list[list[str]]]:
        csv.field_size_limit(2**27)
        found: dict[str, list[list[str]]] = {}
        name = ""
        for row in csv.reader(io.StringIO(text), delimiter=";"):
            heading = row[0].strip().upper() if row and not any(cell.strip() for cell in row[1:]) else ""
            if heading in SECTIONS:
                name = heading
                found[name] = []
            elif name and any(cell.strip() for cell in row):
                found[name].append(row)
        return found

    def ballot(self, vote: str, cell: str) -> tuple[tuple[str, ...], tuple[Fraction, ...]]:
        named = [project.strip() for project in vote.split(",") if project.strip() in self.costs]
        if self.kind not in ("cumulative", "scoring"):
            once = tuple(dict.fromkeys(named))
            return (once if self.kind == "ordinal" else tuple(sorted(once))), ()
        points = [number(part) for part in cell.split(",") if part.strip().lower() not in ("", "none")]
        given = dict(sorted((project, each) for project, each in dict(zip(named, points)).items() if each))
        return tuple(given), tuple(given.values())


# ------------------------------------------------------------------------------------------------ who supports what


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
        self.of: dict[str, list[tuple[int, int, int]]] = {project: [] for project in election.costs}
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

    def cost(self, rounds: list[Round]) -> Fraction:
        return sum((self.election.costs[each.project] for each in rounds), ZERO)


@dataclass
class Round:
    """One project chosen; the fields are named as in the published result."""

    step: str
    project: str
    price: Fraction
    supporters: int
    payers: int = 0
    paid_in_full: int = 0
    payment: Optional[Fraction] = None  # of each who paid in full, where that is the same for all
    effective_votes: Optional[Fraction] = None


Tie = Tuple[int, List[str]]  # the round's number, and the projects tied, in the order that decides


def common_multiple(numbers: Iterable[int]) -> int:
    least = 1
    for each in set(numbers):
        least *= each // gcd(least, each)
    return least


# ------------------------------------------------------------------------------------------------ greedy


def greedy(
    support: Support, order: dict[str, int], before: list[Round], step: str = "core"
) -> tuple[list[Round], list[Tie]]:
    """Once through the projects by utility for cost; take what fits the money that is left."""
    costs, taken = support.election.costs, [each.project for each in before]
    left = support.election.budget - support.cost(before)
    keys = {}
    for project, cost in costs.items():
        total = support.total[project]
        keys[project] = (int(total > 0), ZERO) if cost == 0 else (0, total / cost)  # free and useful: before all others
    queue = sorted((p for p in costs if p not in taken), key=lambda p: (-keys[p][0], -keys[p][1], order[p]))
    rounds: list[Round] = []
    ties: list[Tie] = []
    met: set[str] = set()
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

    def __init__(self, support: Support, purse_of: list[int], purses: int) -> None:
        self.support, self.purse_of, self.purses = support, purse_of, purses
        self.known: dict[str, list[tuple[int, int, int]]] = {}
        self.winner, self.next = "", self

    def supporters(self, project: str) -> list[tuple[int, int, int]]:
        """The supporters of a project as (purse, weight, voters)."""
        if project not in self.known:
            counted: Counter[tuple[int, int]] = Counter()
            for ballot, weight, voters in self.support.of[project]:
                counted[self.purse_of[ballot], weight] += voters
            self.known[project] = [(purse, weight, voters) for (purse, weight), voters in counted.items()]
        return self.known[project]

    def after(self, project: str) -> Stage:
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

    def __init__(self, support: Support, order: dict[str, int]) -> None:
        self.support, self.order, self.costs = support, order, support.election.costs
        self.begin = Stage(support, [0] * len(support.ballots), 1)
        self.coins = 1  # of one unit of money

    def run(self, share: Fraction) -> tuple[list[Round], list[Tie]]:
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
        rounds: list[Round] = []
        ties: list[Tie] = []
        while True:
            price, equals = self.cheapest()
            if not equals:
                return rounds, ties
            if len(equals) > 1 and price > 0:
                ties.append((len(rounds) + 1, equals))
            rounds.append(self.buy(equals[0], price))

    def cheapest(self) -> tuple[Fraction, list[str]]:
        """The least price, and the projects that have it, in the order for ties; none when nothing is affordable."""
        found: list[tuple[Fraction, int, str]] = []
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

    def price(self, project: str) -> Fraction | None:
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
        found = Round("core", project, price, self.support.voters[project], payers, in_full)
        found.payment = Fraction(asked, self.coins) if self.support.utility in ("cost", "cardinality") else None
        found.effective_votes = 1 / price if self.support.utility == "cost" else None
        return found


def equal_shares(
    support: Support, order: dict[str, int], completion: str, variant: str
) -> tuple[list[Round], list[Tie], Fraction, int]:
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


def enough(support: Support, rounds: list[Round], until_overspent: bool) -> bool:
    """Whether no supported project that costs something still fits; or, until overspent, whether none is left."""
    left = support.election.budget - support.cost(rounds)
    chosen = {each.project for each in rounds}
    rest = [cost for p, cost in support.election.costs.items() if cost and support.total[p] and p not in chosen]
    return not any(until_overspent or cost <= left for cost in rest)


# ------------------------------------------------------------------------------------------------ Phragmén


def phragmen(support: Support, order: dict[str, int]) -> tuple[list[Round], list[Tie]]:
    """Each project is a load of its cost, carried by its supporters; the next is the one that makes the least load."""
    costs, left = support.election.costs, support.election.budget
    levels, level_of = [ZERO], [0] * len(support.ballots)  # what a ballot's voters carry is levels[level_of[ballot]]
    at = {p: Counter({0: support.voters[p]}) for p in costs if support.voters[p] and costs[p] <= left}
    loads: dict[str, Fraction] = {}
    changed = set(at)
    rounds: list[Round] = []
    ties: list[Tie] = []
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
        rounds.append(Round("core", project, least, voters, voters, voters))
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


# ------------------------------------------------------------------------------------------------ comparing a count


def recount(result: dict[str, Any], inputs: list[bytes]) -> Iterator[str]:
    """Each difference between the result and the recount, in words."""
    rule, completion = result["rule"], result.get("completion") or "none"
    election = Election(inputs[0])
    support = Support(election, result.get("utility") or "cardinality")
    order = {p: place for place, p in enumerate(result.get("tie_order") or sorted(election.costs))}
    if set(order) != set(election.costs):
        raise CannotCompare("the order for ties does not name the projects of the ballots")
    totals: dict[str, Any] = {"voters": election.voters, "budget": election.budget, "projects": len(election.costs)}
    if rule == "greedy":
        rounds, ties = greedy(support, order, [])
    elif rule == "phragmen":
        rounds, ties = phragmen(support, order)
    elif rule == "equal-shares" and completion in ("none", "util", "add1", "add1u"):
        rounds, ties, share, added = equal_shares(support, order, completion, result.get("variant") or "")
        totals.update(share=share, increments=added)
    else:
        raise CannotCompare(f"this script does not know the rule {rule} with completion {completion}")
    totals["money_left"] = election.budget - support.cost(rounds)
    yield from wrong_winners(result, rounds)
    yield from wrong_rounds(result, rounds, election)
    told = [(each["round"], each["projects"], each["chosen"]) for each in result["ties"]]
    found = [(place, equals, equals[0]) for place, equals in ties]
    if told != found or not isinstance(result["ties"], list):
        yield f"ties: the result tells of {told or 'none'}, the recount of {found or 'none'}"
    for name, value in totals.items():
        if not same(result[name], value):
            yield f"{name}: the result says {result[name]}, the recount {value}"


def wrong_winners(result: dict[str, Any], rounds: list[Round]) -> Iterator[str]:
    for place, (said, found) in enumerate(zip_longest(result["winners"], [each.project for each in rounds]), 1):
        if said != found:
            yield f"as number {place} the result chooses {said or 'nothing'}, the recount {found or 'nothing'}"


def wrong_rounds(result: dict[str, Any], rounds: list[Round], election: Election) -> Iterator[str]:
    """Every field of every round, and the prices that the certificate repeats."""
    spent = accumulate(election.costs[each.project] for each in rounds)
    for place, (said, found, so_far) in enumerate(zip(result["rounds"], rounds, spent), 1):
        more = {"round": place, "cost": election.costs[found.project], "money_left": election.budget - so_far}
        for name, value in dict(vars(found), **more).items():
            if not same(said[name], value):
                yield f"round {place} ({found.project}), {name}: the result says {said[name]}, the recount {value}"
    if len(result["rounds"]) != len(rounds):
        yield f"the result has {len(result['rounds'])} rounds, the recount {len(rounds)}"
    core = [each for each in rounds if each.step == "core" and result["rule"] != "greedy"]
    own = [(each.project, each.price, each.paid_in_full, each.payers - each.paid_in_full) for each in core]
    fields = ("project", "price", "in_full", "all_they_had")
    told = [tuple(each[name] for name in fields) for each in result["certificate"]["payments"]]
    for said, found_payment in zip_longest(told, own, fillvalue=("nothing",)):
        free = len(found_payment) > 1 and found_payment[1] == 0  # nobody pays, whoever is counted
        compared = found_payment[:2] if free else found_payment
        if not said[1:] or not all(map(same, said, compared)):
            yield f"payments of the certificate: the result says {said}, the recount {found_payment}"


def same(said: Any, found: Any) -> bool:
    """Whether they are equal; numbers are, however they are written: 0.5 and 1/2."""
    if isinstance(found, (int, Fraction)):
        long = LONG.fullmatch(str(said))  # very long numbers are published in hexadecimal
        if long:
            return Fraction(int(long[1], 16), int(long[2], 16)) == found
        return bool(EXACT.fullmatch(str(said))) and Fraction(str(said)) == found
    return bool(said == found)


# ------------------------------------------------------------------------------------------------ repeating a draw


def redraw(result: dict[str, Any], inputs: list[bytes]) -> Iterator[str]:
    """Each thing of a draw that does not hold, in words.

    The lottery is what was committed to; each of its panels meets the quotas; the seed gives the number and the panel.
    """
    proof, lottery = result["proof"], result["lottery"]
    if proof["files_sha256"] != result["input_sha256"]:
        yield "the proof names other files than the result"
    if hash_of([[panel["weight"], panel["members"]] for panel in lottery]) != proof["lottery_sha256"]:
        yield "the lottery is not the one that was committed to: its SHA-256 differs"
    published = ("commitment", "seed", "number", "place")
    if hash_of({name: value for name, value in proof.items() if name not in published}) != proof["commitment"]:
        yield "the commitment is not the SHA-256 of what the proof says"
    hashes = [proof["pool_sha256"], proof["quotas_sha256"], proof["objective"]]
    if proof["label"] != f"draw {hash_of(hashes)}":
        yield "the label is not made of the pool, the quotas and the objective"
    if sum(panel["weight"] for panel in lottery) != proof["total"]:
        yield f"the weights of the panels do not add up to {proof['total']}"
    yield from wrong_panels(result, inputs)
    if proof["seed"] is None:
        return
    drawn = below(proof["total"], bytes.fromhex(proof["seed"]), proof["label"])
    if drawn != proof["number"]:
        yield f"the seed gives the number {drawn}, not {proof['number']}"
    sums = accumulate(panel["weight"] for panel in lottery)
    place = next((place for place, upto in enumerate(sums) if upto > drawn), -1)
    if place != proof["place"]:
        yield f"the number {drawn} draws panel {place} of the lottery (from 0), not {proof['place']}"
    elif lottery[place]["members"] != result["panel"]:
        yield f"the members of panel {place} are not those of the result"


def wrong_panels(result: dict[str, Any], inputs: list[bytes]) -> Iterator[str]:
    """Panels that do not meet the quotas."""
    pool, quotas = (table(cells_of(data)) for data in inputs)
    first = pool[0]
    name = next((name for name in ("id", "unique_id") if name in first), "")
    ids = [row[name].strip() if name else str(line) for line, row in enumerate(pool, 1)]
    members = {member for panel in result["lottery"] for member in panel["members"]}
    if not members <= set(ids):  # ids are in another column
        name = next((column for column in first if members <= {row[column].strip() for row in pool}), "")
        if not name:
            yield "a panel has a member who is not in the pool"
            return
        ids = [row[name].strip() for row in pool]
    person = {identity: {column: folded(value) for column, value in row.items()} for identity, row in zip(ids, pool)}
    for place, panel in enumerate(result["lottery"]):
        if not len(panel["members"]) == len(set(panel["members"])) == result["size"]:
            yield f"panel {place} of the lottery (from 0) has not {result['size']} members"
        for quota in quotas:
            category = folded(quota.get("category") or quota["name"])
            value = folded(quota.get("feature") or quota["value"])
            found = sum(person[member][category] == value for member in panel["members"])
            if not int(quota["min"]) <= found <= int(quota["max"]):
                yield f"panel {place} of the lottery (from 0) has {found} of {category} {value}, against the quota"


def cells_of(data: bytes) -> list[list[str]]:
    """The rows of a table, split as its header is."""
    text = text_of(data)
    delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


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


def main(arguments: list[str]) -> int:
    if len(arguments) < 2 or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 2
    try:
        results = results_of(unpacked(arguments[0]))
        inputs = {hashlib.sha256(data).hexdigest(): data for data in map(unpacked, arguments[1:])}
    except (CannotCompare, RecursionError, ValueError) as error:
        print(f"Cannot compare: {error}.")
        return 2
    worst = 0
    for result in results:
        code, words = outcome_of(result, inputs)
        worst = max(worst, code)
        print(words, flush=True)
    return worst


def results_of(data: bytes) -> list[Any]:
    """One result, or several, each on its own line."""
    text = data.decode("utf-8")
    try:
        return [json.loads(text)]
    except ValueError:
        results = [json.loads(line) for line in text.splitlines() if line.strip()]
    if not results:
        raise CannotCompare("the result is empty")
    return results


def outcome_of(result: dict[str, Any], inputs: dict[str, bytes]) -> tuple[int, str]:
    """Repeat one result: (0, it matches), (1, the first difference) or (2, why they cannot be compared)."""
    name = ""
    try:
        draws = "lottery" in result
        hashes = result["input_sha256"] if draws else [result["input_sha256"]]
        name = f"{result.get('file', 'the result')}: "
        missing = [each for each in hashes if each not in inputs]
        if missing:
            return 1, f"{name}DIFFERS. The result names a file with SHA-256 {missing[0]}, and none was given."
        difference = next((redraw if draws else recount)(result, [inputs[each] for each in hashes]), None)
    except CannotCompare as error:
        return 2, f"Cannot compare: {name}{error}."
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        return 2, f"Cannot compare: {name}a file is damaged or of another kind ({type(error).__name__}: {error})."
    if difference:
        return 1, f"{name}DIFFERS. First difference: {difference}."
    agrees = "the lottery is as committed to, and the draw the same" if draws else "winners, rounds and prices agree"
    return 0, f"{name}MATCH; {agrees}."


if __name__ == "__main__":
    if hasattr(sys, "set_int_max_str_digits"):  # prices are exact and may be long
        sys.set_int_max_str_digits(0)
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
