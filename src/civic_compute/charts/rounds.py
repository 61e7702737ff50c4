"""An election's rounds: what was chosen, how much money was left, and how strong the support was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from civic_compute.charts.frame import EDGE, LAKE, SPRUCE, Frame, Table, stripes, svg
from civic_compute.charts.lettering import LEADING, SMALL, lines_of, text
from civic_compute.charts.marks import box, line
from civic_compute.charts.markup import Markup, group
from civic_compute.charts.numbers import money, rounded_up, written
from civic_compute.charts.problems import ChartProblem
from civic_compute.charts.rounds_words import ROUNDS_WORDS, RoundsWords

if TYPE_CHECKING:
    from civic_compute.budgeting.model import Election
    from civic_compute.budgeting.result import Outcome, Round

_GAP: Final = 24
_BAR: Final = 11


class Measure(StrEnum):
    """What is drawn beside the money; the names are those of the words."""

    EFFECTIVE_VOTES = "effective_votes"
    PAYMENT = "payment"
    VOTES = "votes"
    LOAD = "load"


@dataclass(frozen=True)
class RoundShown:
    number: int
    proposal: str
    cost: Fraction
    money_left: Fraction
    measured: Fraction | None  # by the picture's measure; None where the round has none


@dataclass(frozen=True)
class Rounds:
    budget: Fraction
    measure: Measure
    rounds: tuple[RoundShown, ...]

    def __post_init__(self) -> None:
        shown = [("money", number) for each in self.rounds for number in (each.cost, each.money_left)]
        shown += [("measure", each.measured or Fraction(0)) for each in self.rounds]
        for what, number in [("budget", self.budget), *shown]:
            if number < 0:
                raise ChartProblem("negative", what=what, number=number)

    @property
    def left(self) -> Fraction:
        return self.rounds[-1].money_left if self.rounds else self.budget


def rounds_of(election: Election, outcome: Outcome, names: Mapping[str, str] | None = None) -> Rounds:
    """What a count gave, ready to draw. `names` are the proposals' by id; without one the election's name, or the id."""
    known = {project.id: project.name or project.id for project in election.projects} | dict(names or {})
    measure = _measure(outcome)
    return Rounds(
        outcome.budget,
        measure,
        tuple(
            RoundShown(each.number, known[each.project], each.cost, each.money_left, _measured(each, measure))
            for each in outcome.rounds
        ),
    )


def rounds_table(rounds: Rounds, words: RoundsWords = ROUNDS_WORDS["fi"]) -> Table:
    """The picture's numbers, every round of them."""
    headings = (words.round, words.proposal, words.cost, words.money_left, getattr(words, rounds.measure))
    return Table(
        words.title,
        headings,
        tuple(
            (
                str(each.number),
                each.proposal,
                money(each.cost, words.language, words.money),
                money(each.money_left, words.language, words.money),
                _measure_text(each.measured, rounds.measure, words),
            )
            for each in rounds.rounds
        ),
    )


def rounds_picture(
    rounds: Rounds, frame: Frame, words: RoundsWords = ROUNDS_WORDS["fi"], *, title: str = "", most: int = 40
) -> str:
    """One row a round: the proposal, the money left as a bar of the budget, and the measure as a striped bar.

    The first `most` rounds are drawn, and a line tells how many more the table has. Raises ChartProblem.
    """
    shown = rounds.rounds[:most]
    body, y = _axes(rounds, frame, words) if shown else (text(words.none, 0, LEADING), LEADING + 6.0)
    rows = []
    for each in shown:
        row, y = _row(each, rounds, frame, words, y)
        rows.append(row)
    if len(rounds.rounds) > most:
        y += LEADING
        more = words.more.format(count=written(len(rounds.rounds) - most, words.language))
        rows.append(text(more, 0, y, name="y-picture__note"))
    described = words.described.format(
        rounds=written(len(rounds.rounds), words.language),
        budget=money(rounds.budget, words.language, words.money),
        left=money(rounds.left, words.language, words.money),
    )
    pattern = stripes(frame, LAKE)
    return svg(
        frame,
        language=words.language,
        title=title or words.title,
        description=described,
        height=y + 4,
        body=(pattern, body, *rows),
    )


def _axes(rounds: Rounds, frame: Frame, words: RoundsWords) -> tuple[Markup, float]:
    """Above each column what it measures, and where its bars begin and end."""
    wide = (frame.width - _GAP) / 2
    names = lines_of(words.money_left, wide), lines_of(getattr(words, rounds.measure), wide)
    y = LEADING * max(map(len, names))
    pieces = []
    for column, lines in enumerate(names):
        x = column * (wide + _GAP)
        pieces += [
            text(words_of_line, x, LEADING * (place + 1) - 3, weight=600) for place, words_of_line in enumerate(lines)
        ]
        end = rounds.budget if column == 0 else _end(rounds)
        shown = (
            money(end, words.language, words.money)
            if column == 0
            else _measure_text(end, rounds.measure, words, axis=True)
        )
        pieces.append(text("0", x, y + 14, size=SMALL))
        pieces.append(text(shown, x + wide, y + 14, size=SMALL, anchor="end"))
        pieces.append(line(x, y + 19, x + wide, y + 19))
    return group("y-picture__axes", *pieces), y + 24.0


def _row(each: RoundShown, rounds: Rounds, frame: Frame, words: RoundsWords, y: float) -> tuple[Markup, float]:
    """A round, and where the next begins."""
    wide = (frame.width - _GAP) / 2
    label = lines_of(f"{each.number}. {each.proposal}", frame.width)
    pieces = [text(line, 0, y + LEADING * (place + 1) - 3, weight=600) for place, line in enumerate(label)]
    y += LEADING * len(label)
    figures = (
        money(each.money_left, words.language, words.money),
        _measure_text(each.measured, rounds.measure, words),
    )
    ends = rounds.budget or Fraction(1), _end(rounds)
    for column, (value, figure, end) in enumerate(zip((each.money_left, each.measured), figures, ends, strict=True)):
        x = column * (wide + _GAP)
        pieces.append(text(figure, x, y + 13))
        pieces.append(_bar(x, y + 19, wide, min((value or 0) / end, Fraction(1)), frame, striped=column == 1))
    return group("y-picture__round", *pieces), y + 19 + _BAR + 8


def _bar(x: float, y: float, wide: float, part: Fraction, frame: Frame, *, striped: bool) -> Markup:
    """A frame of the whole with the part filled."""
    fill = f"url(#{frame.pattern('stripes')})" if striped else SPRUCE
    name = "y-picture__support" if striped else "y-picture__money"
    whole = box(x + 0.5, y, wide - 1, _BAR, {"class": "y-picture__whole", "fill": "none", "stroke": EDGE})
    looks = {"class": name, "fill": fill, "stroke": "currentColor"}
    return Markup(whole + (box(x + 0.5, y, float(part) * (wide - 1), _BAR, looks) if part else ""))


def _measure(outcome: Outcome) -> Measure:
    if outcome.rule == "phragmen":
        return Measure.LOAD
    if any(each.effective_votes is not None for each in outcome.rounds):
        return Measure.EFFECTIVE_VOTES
    return Measure.PAYMENT if any(each.payment is not None for each in outcome.rounds) else Measure.VOTES


def _measured(each: Round, measure: Measure) -> Fraction | None:
    if measure is Measure.LOAD:
        return each.price
    if measure is Measure.VOTES:
        return Fraction(each.supporters)
    return each.effective_votes if measure is Measure.EFFECTIVE_VOTES else each.payment


def _end(rounds: Rounds) -> Fraction:
    return rounded_up(max((each.measured or Fraction(0) for each in rounds.rounds), default=Fraction(0)))


def _measure_text(number: Fraction | None, measure: Measure, words: RoundsWords, *, axis: bool = False) -> str:
    if number is None:
        return "–"
    if measure in (Measure.PAYMENT, Measure.LOAD):
        places = 0 if number.denominator == 1 else 2
        return words.money.format(written(number, words.language, places=places))
    places = 0 if number.denominator == 1 or (axis and number >= 1) else 1
    return written(number, words.language, places=places)
