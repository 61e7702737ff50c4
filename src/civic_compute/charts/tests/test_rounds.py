from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.budgeting.count import count
from civic_compute.budgeting.model import Rule, Utility
from civic_compute.charts.frame import Frame
from civic_compute.charts.problems import ChartProblem
from civic_compute.charts.rounds import Measure, Rounds, RoundShown, rounds_of, rounds_picture, rounds_table
from civic_compute.charts.rounds_words import ROUNDS_WORDS
from civic_compute.charts.tests import small
from civic_compute.charts.tests.promises import check, words

THREE = Rounds(
    Fraction(100_000),
    Measure.EFFECTIVE_VOTES,
    (
        RoundShown(1, "Leikkipuisto", Fraction(30_000), Fraction(70_000), Fraction(1234)),
        RoundShown(2, "Kirjasto", Fraction(50_000), Fraction(20_000), Fraction(8001, 10)),
        RoundShown(3, "Penkit", Fraction("10000.50"), Fraction("9999.50"), None),
    ),
)


def test_picture_tells_each_round():
    root = check(rounds_picture(THREE, Frame("r")), name="r")
    assert "1. Leikkipuisto" in words(root)
    assert "70\u202f000 €" in words(root)
    assert "1\u202f234" in words(root)
    assert "Rahaa jäljellä" in words(root)
    assert "Tehollisia ääniä" in words(root)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_table_has_the_numbers_of_the_picture(language):
    words_of = ROUNDS_WORDS[language]
    drawn = words(check(rounds_picture(THREE, Frame("r"), words_of), name="r"))
    table = rounds_table(THREE, words_of)
    assert len(table.rows) == 3
    for number, proposal, _cost, left, measured in table.rows:
        assert f"{number}. {proposal}" in drawn
        assert left in drawn
        assert measured in drawn


def test_empty_and_very_long_counts_are_drawn():
    none = Rounds(Fraction(0), Measure.VOTES, ())
    assert ROUNDS_WORDS["fi"].none in words(check(rounds_picture(none, Frame("r")), name="r"))
    many = Rounds(
        Fraction(10_000),
        Measure.VOTES,
        tuple(RoundShown(n, f"P{n}", Fraction(1), Fraction(10_000 - n), Fraction(n)) for n in range(1, 5001)),
    )
    picture = rounds_picture(many, Frame("r"))
    assert "(4\u202f960)" in words(check(picture, name="r"))
    assert len(rounds_table(many).rows) == 5000


def test_negative_money_is_refused():
    with pytest.raises(ChartProblem, match="budget"):
        Rounds(Fraction(-1), Measure.VOTES, ())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=200), st.fractions(0, 10**9), st.fractions(0, 10**9)), max_size=6))
def test_any_name_and_number_is_drawn(rows):
    shown = tuple(RoundShown(n, name, cost, left, left) for n, (name, cost, left) in enumerate(rows, 1))
    for measure in Measure:
        check(rounds_picture(Rounds(Fraction(7), measure, shown), Frame("r", width=300)), name="r", width=300)


def test_same_numbers_give_the_same_bytes():
    assert rounds_picture(THREE, Frame("r")) == rounds_picture(THREE, Frame("r"))


def test_two_pictures_on_a_page_share_no_id():
    first, second = (check(rounds_picture(THREE, Frame(name)), name=name) for name in ("one", "two"))
    assert not {e.get("id") for e in first.iter()} & {e.get("id") for e in second.iter()} - {None}


@pytest.mark.parametrize(
    ("rule", "utility", "measure"),
    [
        (Rule.EQUAL_SHARES, Utility.COST, Measure.EFFECTIVE_VOTES),
        (Rule.EQUAL_SHARES, Utility.CARDINALITY, Measure.PAYMENT),
        (Rule.GREEDY, Utility.COST, Measure.VOTES),
        (Rule.PHRAGMEN, None, Measure.LOAD),
    ],
)
def test_a_count_is_shown_by_the_measure_of_its_rule(rule, utility, measure):
    outcome = count(small.election(), rule, utility)
    rounds = rounds_of(small.election(), outcome, {"a": "Puisto"})
    assert rounds.measure is measure
    assert [each.number for each in rounds.rounds] == list(range(1, len(outcome.winners) + 1))
    assert "Puisto" in words(check(rounds_picture(rounds, Frame("r")), name="r"))
