from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.privacy.model import Publication, Table, covers
from civic_compute.privacy.problems import PrivacyProblem
from civic_compute.privacy.suppression import publish

SMALL = {"place": ("A", "B", "C"), "age": ("young", "old")}


def table(*rows: tuple[int, ...]) -> Table:
    cells = dict(zip(product(*SMALL.values()), (count for row in rows for count in row), strict=True))
    return Table(SMALL, cells)


def test_large_groups_and_nobody_are_shown():
    shown = publish(table((8, 9), (0, 12), (7, 30)))
    assert shown.hidden == frozenset()
    assert shown.shown["B", "young"] == 0
    assert shown.shown[None, None] == 66


def test_a_small_group_is_hidden_and_so_is_what_would_give_it_back():
    shown = publish(table((3, 9), (8, 12), (7, 30)))
    assert ("A", "young") in shown.hidden
    assert len([key for key in shown.hidden if None not in key]) >= 4  # a square, so that no row or column tells
    assert (None, None) not in shown.hidden


def test_a_sum_of_small_groups_does_not_give_a_small_group():
    lines = Table({"age": ("a", "b", "c")}, {("a",): 1, ("b",): 2, ("c",): 40})
    shown = publish(lines)
    assert {("a",), ("b",)} <= shown.hidden
    assert ("c",) in shown.hidden or (None,) in shown.hidden  # else the two together are known to be 3


def test_what_is_shown_later_does_not_tell_who_came_between():
    first = publish(table((8, 9), (10, 12), (7, 30)))
    second = publish(table((9, 9), (10, 12), (7, 30)), earlier=[first])
    assert first.hidden == frozenset()
    assert ("A", "young") in second.hidden
    assert ("A", None) in second.hidden
    third = publish(table((14, 15), (10, 12), (7, 30)), earlier=[first])
    assert third.hidden == frozenset()


def test_other_dimensions_and_impossible_tables_are_refused():
    first = publish(table((8, 9), (10, 12), (7, 30)))
    with pytest.raises(PrivacyProblem, match="other dimensions"):
        publish(Table({"age": ("a",)}, {("a",): 9}), earlier=[first])
    with pytest.raises(PrivacyProblem, match="is no number of persons"):
        table((-1, 0), (0, 0), (0, 0))
    with pytest.raises(PrivacyProblem, match="is no cell"):
        Table(SMALL, {("X", "young"): 1})
    with pytest.raises(PrivacyProblem, match="without values"):
        Table({"age": ()}, {})
    with pytest.raises(PrivacyProblem, match="0 is not a limit"):
        publish(first.table, limit=0)


COUNTS = st.lists(st.integers(0, 7), min_size=4, max_size=4)
SQUARE = {"place": ("A", "B"), "age": ("young", "old")}


def square(counts: list[int]) -> Table:
    return Table(SQUARE, dict(zip(product(*SQUARE.values()), counts, strict=True)))


def could_be(shown: Publication, highest: int):
    """Every table of whole numbers that agrees with what is shown."""
    for counts in product(range(highest + 1), repeat=4):
        guess = square(list(counts))
        if all(guess.value(key) == value for key, value in shown.shown.items()):
            yield guess


@settings(deadline=None, max_examples=40)
@given(counts=COUNTS)
def test_whoever_adds_and_subtracts_cannot_tell_that_a_group_is_small(counts):
    exact = square(counts)
    shown = publish(exact, limit=3)
    guesses = list(could_be(shown, 12))
    for key in exact.all_keys():
        if key != (None, None) and 0 < exact.value(key) < 3:
            assert key in shown.hidden
            assert max(guess.value(key) for guess in guesses) >= 3


@settings(deadline=None, max_examples=25)
@given(first=COUNTS, more=COUNTS)
def test_nor_can_they_over_two_dates(first, more):
    before = publish(square(first), limit=3)
    after = publish(square([one + other for one, other in zip(first, more, strict=True)]), limit=3, earlier=[before])
    for cell in product(*SQUARE.values()):
        came = after.table.value(cell) - before.table.value(cell)
        if 0 < came < 3:
            assert cell in after.hidden
    for key, value in after.shown.items():
        known = before.shown.get(key)
        if known is not None and key != (None, None):
            assert value - known == 0 or value - known >= 3


def test_a_sum_counts_the_cells_it_covers():
    assert covers((None, "old"), ("A", "old"))
    assert not covers(("B", None), ("A", "old"))
    assert table((1, 2), (3, 4), (5, 6)).value((None, "old")) == 12
