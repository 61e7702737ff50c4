from itertools import product

import pytest

from civic_compute.privacy.model import Table, covers
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


def test_a_sum_counts_the_cells_it_covers():
    assert covers((None, "old"), ("A", "old"))
    assert not covers(("B", None), ("A", "old"))
    assert table((1, 2), (3, 4), (5, 6)).value((None, "old")) == 12
