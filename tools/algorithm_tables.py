"""The tables and pictures that the pages of docs/algorithms show, all of them calculated.

A table is Markdown; a picture is SVG.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from civic_compute.budgeting.add_opt import exact_equal_shares
from civic_compute.budgeting.model import Utility
from civic_compute.budgeting.overspending import bounded_overspending
from civic_compute.charts.frame import Frame
from civic_compute.charts.frame import Table as Shown
from civic_compute.charts.map_data import map_table, statements_table
from civic_compute.charts.map_words import MAP_WORDS
from civic_compute.charts.opinion_map import map_picture
from civic_compute.charts.panel import panel_picture
from civic_compute.charts.panel_data import panel_table
from civic_compute.charts.panel_words import PANEL_WORDS
from civic_compute.charts.rounds import Rounds, rounds_of, rounds_picture, rounds_table
from civic_compute.charts.rounds_words import ROUNDS_WORDS
from civic_compute.privacy.suppression import publish
from civic_compute.texts.duplicates import find_duplicates
from tools.algorithm_examples import chances, comments, compared, counted, crowd, district, evening_bus, panel, visits


def exact(number: Fraction | None) -> str:
    """A number of the count: whole, with cents where they are all of it, else as a fraction and roughly."""
    if number is None:
        return ""
    if (number * 100).denominator == 1:
        return f"{float(number):.2f}".removesuffix(".00")
    return f"{number.numerator}/{number.denominator} ≈ {float(number):.2f}"


def markdown(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(headings)} |", f"| {' | '.join('---' for _heading in headings)} |"]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows])


def votes() -> str:
    election = district()
    ballots = election.ballots
    supporters = [0] * len(election.projects)
    for ballot, times in enumerate(ballots.counts):
        for place in ballots.choices[ballots.starts[ballot] : ballots.starts[ballot + 1]]:
            supporters[place] += int(times)
    rows = [
        (project.id, exact(project.cost), str(votes))
        for project, votes in zip(election.projects, supporters, strict=True)
    ]
    return markdown(("proposal", "cost", "votes"), rows)


def greedy() -> str:
    rows = [
        (str(r.number), r.project, str(r.supporters), exact(r.cost), exact(r.money_left))
        for r in counted("greedy").rounds
    ]
    return markdown(("round", "chosen", "votes", "cost", "money left"), rows)


def shares(completion: str = "none", utility: str = "") -> Callable[[], str]:
    def table() -> str:
        outcome = counted("equal-shares", completion, utility)
        rows = [
            (
                str(r.number), r.step, r.project, exact(r.cost), str(r.payers) if r.payers else "", exact(r.payment),
                exact(r.effective_votes), exact(r.money_left),
            )
            for r in outcome.rounds
        ]  # fmt: skip
        headings = ("round", "by", "chosen", "cost", "payers", "each in full pays", "effective votes", "money left")
        return markdown(headings, rows)

    return table


def completions() -> str:
    rows = []
    for completion in ("none", "util", "add1", "add1u"):
        outcome = counted("equal-shares", completion)
        rows.append((f"`{completion}`", exact(outcome.share), ", ".join(outcome.winners), exact(outcome.money_left)))
    return markdown(("completion", "share of a voter", "winners", "money left"), rows)


def phragmen() -> str:
    rows = [
        (str(r.number), r.project, exact(r.cost), str(r.supporters), exact(r.price), exact(r.money_left))
        for r in counted("phragmen").rounds
    ]
    return markdown(("round", "chosen", "cost", "supporters", "load of each", "money left"), rows)


def overspending() -> str:
    left, rows = district().budget, []
    for number, each in enumerate(bounded_overspending(district()), 1):
        left -= each.cost
        votes = exact(1 / each.measure)
        rows.append(
            (
                str(number),
                each.project,
                exact(each.cost),
                f"{float(each.part):.2f}",
                votes,
                exact(each.paid),
                exact(left),
            )
        )
    headings = ("round", "chosen", "cost", "part", "effective votes × part", "paid by supporters", "budget left")
    return markdown(headings, rows)


def add_opt_shares() -> str:
    rows, run = [], exact_equal_shares(district(), Utility.CARDINALITY, Fraction(100))
    while True:
        rows.append((exact(run.share), ", ".join(run.winners), exact(run.cost)))
        if run.cost > district().budget or run.change is None:
            return markdown(("share", "bought, in order", "cost"), rows)
        run = exact_equal_shares(district(), Utility.CARDINALITY, run.share + run.change)


def comparison() -> str:
    rows = [
        (each.name, exact(each.spent), str(each.with_nothing), exact(each.average_number), exact(each.average_cost))
        for each in compared().standings
    ]
    return markdown(("rule", "spent", "voters with nothing", "winners per voter", "their cost per voter"), rows)


def statements() -> str:
    found = evening_bus()
    rows = [
        (
            found.conversation.statements[place],
            f"{found.components.centre[place]:.0f}",
            f"{found.components.components[0][place]:.3f}",
            f"{found.extremity[place]:.3f}",
            f"{found.consensus_agree[place]:.2f}",
            f"{found.priority[place]:.3f}",
        )
        for place in range(4)
    ]
    headings = ("statement", "mean", "first component", "extremity", "group-aware consensus (agree)", "priority")
    return markdown(headings, rows)


def lotteries() -> str:
    names = list(chances("leximin"))
    rows = [
        (objective, *(f"{100 * chances(objective)[name]:.1f}%" for name in names))
        for objective in ("leximin", "maximin", "nash", "goldilocks")
    ]
    return markdown(("lottery", *names), rows)


def similar() -> str:
    rows = [
        (pair.first, pair.second, "the same" if pair.exact else f"{pair.score:.2f}")
        for pair in find_duplicates(comments())
    ]
    return markdown(("comment", "comment", "alike"), rows)


def held_back() -> str:
    table = visits()
    shown = publish(table).shown
    rows = []
    for centre in (*table.dimensions["centre"], None):
        cells = [shown.get((centre, age)) for age in (*table.dimensions["age"], None)]
        rows.append((centre or "together", *("–" if cell is None else str(cell) for cell in cells)))
    return markdown(("centre", "young", "old", "together"), rows)


NAMES = {
    "fi": {"benches": "Penkit", "books": "Kirjaston kirjat", "park": "Puisto", "path": "Polku", "playground": "Leikkipaikka"},
    "sv": {"benches": "Bänkar", "books": "Böcker till biblioteket", "park": "Park", "path": "Stig", "playground": "Lekplats"},
    "en": {},
}  # fmt: skip


def counted_rounds(language: str) -> Rounds:
    return rounds_of(district(), counted("equal-shares", "util"), NAMES[language])


def rounds(language: str) -> Callable[[], str]:
    def picture() -> str:
        return rounds_picture(counted_rounds(language), Frame("rounds", standalone=True), ROUNDS_WORDS[language])

    return picture


def beside(table: Callable[[], Shown]) -> Callable[[], str]:
    """The table that a picture's description speaks of."""
    return lambda: markdown(table().headings, table().rows)


def opinion_map() -> str:
    return map_picture(crowd(), Frame("map", standalone=True), MAP_WORDS["en"])


def composition() -> str:
    return panel_picture(panel(), Frame("panel", standalone=True), PANEL_WORDS["en"])


TABLES: Mapping[str, Callable[[], str]] = {
    "votes": votes,
    "greedy": greedy,
    "shares": shares(),
    "shares-cardinality": shares(utility="cardinality"),
    "shares-util": shares("util"),
    "completions": completions,
    "phragmen": phragmen,
    "overspending": overspending,
    "add-opt": add_opt_shares,
    "comparison": comparison,
    "statements": statements,
    "lotteries": lotteries,
    "similar": similar,
    "held-back": held_back,
    **{f"rounds-{one}": beside(lambda one=one: rounds_table(counted_rounds(one), ROUNDS_WORDS[one])) for one in NAMES},  # type: ignore[misc]
    "map-groups": beside(lambda: map_table(crowd(), MAP_WORDS["en"])),
    "map-statements": beside(lambda: statements_table(crowd(), MAP_WORDS["en"])),
    "panel": beside(lambda: panel_table(panel(), PANEL_WORDS["en"])),
}

PICTURES: Mapping[str, Callable[[], str]] = {
    "rounds.fi.svg": rounds("fi"),
    "rounds.sv.svg": rounds("sv"),
    "rounds.en.svg": rounds("en"),
    "opinion-map.svg": opinion_map,
    "panel.svg": composition,
}
