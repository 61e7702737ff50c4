"""The small examples of docs/algorithms, read and calculated."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from civic_compute.budgeting.add_opt import AddOpt, add_opt
from civic_compute.budgeting.comparison import Comparison, compare
from civic_compute.budgeting.count import count
from civic_compute.budgeting.model import Completion, Election, Rule, Utility
from civic_compute.budgeting.pabulib import read_election
from civic_compute.budgeting.result import Outcome
from civic_compute.charts.map_data import Opinions, opinions_of
from civic_compute.charts.panel_data import CategoryShown, Composition, ValueShown
from civic_compute.opinions.mapping import OpinionMap, map_conversation
from civic_compute.opinions.reading import read_conversation
from civic_compute.privacy.model import Table
from civic_compute.reading import Source, read_source
from civic_compute.sortition.fair import fair_lottery
from civic_compute.sortition.model import Objective, Pool
from civic_compute.sortition.reading import read_pool
from civic_compute.texts.model import Text
from civic_compute.texts.reading import read_texts

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "docs" / "algorithms" / "examples"


def example(name: str) -> Source:
    return read_source(EXAMPLES / name, name=name)


@cache
def district() -> Election:
    return read_election(example("district.pb"))


@cache
def counted(rule: str, completion: str = "none", utility: str = "", order: tuple[str, ...] | None = None) -> Outcome:
    chosen = Utility(utility) if utility else None
    return count(district(), Rule(rule), chosen, Completion(completion), order=order)


@cache
def optimal(utility: str) -> AddOpt:
    return add_opt(district(), Utility(utility))


@cache
def compared() -> Comparison:
    outcomes = {
        "greedy": counted("greedy"),
        "Equal Shares, `util`": counted("equal-shares", "util"),
        "Phragmén": counted("phragmen"),
    }
    return compare(district(), {name: outcome.winners for name, outcome in outcomes.items()})


@cache
def evening_bus() -> OpinionMap:
    return map_conversation(read_conversation(example("evening-bus.csv")))


@cache
def pool() -> Pool:
    return read_pool(example("panel-pool.csv"), example("panel-quotas.csv"), size=4)


@cache
def chances(objective: str) -> dict[str, float]:
    """The chance of each type, named "woman, under 40"."""
    fair = fair_lottery(pool(), Objective(objective))
    return {", ".join(reversed(each.kind.values)): each.probability for each in fair.types}


@cache
def comments() -> tuple[Text, ...]:
    return read_texts(example("comments.csv"), "text", id_column="id")


def visits() -> Table:
    """Visitors of two centres by age, one cell of which is too small to tell."""
    cells = {("North", "young"): 3, ("North", "old"): 20, ("South", "young"): 18, ("South", "old"): 25}
    return Table({"centre": ("North", "South"), "age": ("young", "old")}, cells)


def crowd() -> Opinions:
    """An invented conversation of 240 participants and 12 statements, mapped."""
    people = range(240)
    rows = ["participant," + ",".join(map(str, range(1, 13)))]
    rows += [f"{person}," + ",".join(_vote(person, topic) for topic in range(12)) for person in people]
    data = "\n".join(rows).encode()
    found = map_conversation(read_conversation(Source("crowd", data, "")))
    return opinions_of(found, statements={str(topic): str(topic) for topic in (1, 5, 9, 12)})


def _vote(person: int, topic: int) -> str:
    """Three camps that agree within, with some dissent, passes and gaps; made by counting, not by chance."""
    camp = 0 if person % 12 < 5 else 1 if person % 12 < 9 else 2
    liked = (topic % 3 == camp) or topic == 11
    number = (person * 7919 + topic * 104729 + person * topic * 31) % 97
    if number < 12:
        return ""
    if number < 20:
        return "0"
    return "1" if liked != (number < 36) else "-1"


def panel() -> Composition:
    return Composition(
        24,
        612,
        (
            CategoryShown(
                "Age",
                (ValueShown("16–29", 5, 4, 6, 71), ValueShown("30–64", 12, 11, 13, 305), ValueShown("65 or over", 7, 6, 8, 236)),
            ),
            CategoryShown("Language", (ValueShown("Finnish", 20, 19, 21, 561), ValueShown("Swedish", 3, 2, 3, 40), ValueShown("other", 1, 1, 2, 11))),
            CategoryShown("Area", (ValueShown("town centre", 10, 10, 12, 402), ValueShown("villages", 14, 12, 14, 210))),
        ),
    )  # fmt: skip
