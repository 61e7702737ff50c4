"""No reader who tries every world can tell a small group or a small change."""

import random
from itertools import product
from timeit import default_timer

import pytest
from hypothesis import given, settings

from civic_compute.privacy.model import Publication, Row, Table
from civic_compute.privacy.problems import PrivacyProblem
from civic_compute.privacy.suppression import publish, together
from civic_compute.privacy.tests.readers import histories, in_doubt, possible, published, told, told_while_unchanged

SQUARE = {"a": ("x", "y"), "b": ("p", "q")}


@settings(deadline=None, max_examples=60)
@given(history=histories())
def test_nobody_tells_a_small_group_or_change_from_all_that_was_published(history):
    dates, limit, highest = history
    made = published(dates, limit)
    assert told(made, highest) == []
    assert told_while_unchanged(made, highest) == []
    for one in made:
        found = possible(one.table, one.shown, highest)
        assert all(found[key][0] <= least and most <= found[key][1] for key, (least, most) in one.could_be.items())


@settings(deadline=None, max_examples=30)
@given(history=histories())
def test_periods_of_those_who_came_can_be_added_up_where_nobody_leaves(history):
    dates, limit, highest = history
    periods = [publish(table, tables=asked, limit=limit) for table, asked in dates]
    ranges = [possible(one.table, one.shown, highest) for one in periods]
    for key in periods[0].table.all_keys():
        count = sum(one.table.value(key) for one in periods)
        least, most = (sum(each[key][end] for each in ranges) for end in (0, 1))
        assert not 0 < count < limit or in_doubt(least, most, limit)
        assert together(periods).get(key, count) == count


@pytest.mark.parametrize(
    "counts",
    [
        ([20, 9, 8, 0], [19, 0, 0, 0]),  # one person of those who left was told
        ([12, 0, 2, 8], [0, 0, 0, 8]),
        ([12, 0, 6, 8], [0, 0, 3, 8]),
        ([6, 0, 2, 0], [0, 0, 2, 0]),
        ([10, 0, 10, 0], [12, 0, 10, 0]),
        ([3, 0, 0, 0],),
        ([2, 0, 1, 0],),
        ([3, 0, 3, 0], [9, 0, 3, 0], [3, 0, 3, 0]),
    ],
)
def test_what_was_once_told_is_held_back(counts):
    dates = [(Table(SQUARE, dict(zip(product(*SQUARE.values()), each, strict=True))), None) for each in counts]
    assert told(published(dates, 5), 30) == []


def test_such_a_reader_tells_what_is_carelessly_shown():
    counts = {("x", "p"): 3, ("x", "q"): 20, ("y", "p"): 18, ("y", "q"): 25}
    table = Table(SQUARE, counts)
    careless = Publication(table, 5, {key: count for key, count in table.sums.items() if count >= 5})
    assert told([careless], 30) == ["('x', 'p') at 0: 3 in 3..3"]
    later = Table(SQUARE, counts | {("y", "q"): 26})
    assert len(told([publish(table), Publication(later, 5, {(None, None): 67})], 60)) == 1


def test_a_small_total_is_held_back_and_so_is_its_small_change():
    line = {"a": ("x", "y")}
    first = publish(Table(line, {("x",): 6, ("y",): 2}))
    second = publish(Table(line, {("y",): 2}), earlier=[first])
    assert (None,) in second.hidden
    assert second.shown == {("x",): 0}
    third = publish(Table(line, {("x",): 7, ("y",): 2}), earlier=[first, second])
    assert (None,) in third.hidden  # 8 was shown, now 9


def test_tables_of_the_same_persons_published_one_after_another_count_as_one():
    table = Table(SQUARE, {("x", "p"): 3, ("x", "q"): 20, ("y", "p"): 18, ("y", "q"): 25})
    places = publish(table, tables=[["a"]])
    assert places.hidden == frozenset()
    ages = publish(table, tables=[["b"]], earlier=[places])
    assert ages.hidden == frozenset()
    both = publish(table, earlier=[places, ages])
    assert len([key for key in both.hidden if None not in key]) == 4
    assert told_while_unchanged([places, ages, both], 50) == []


def test_a_table_may_gain_dimensions_and_values_but_lose_none():
    before = publish(Table({"a": ("x", "y")}, {("x",): 30, ("y",): 40}))
    wider = {"b": ("p", "q"), "a": ("x", "y", "z")}
    table = Table(wider, {("p", "x"): 28, ("q", "x"): 2, ("p", "y"): 30, ("q", "y"): 12, ("p", "z"): 9})
    after = publish(table, earlier=[before])
    assert (None, "x") in after.shown  # as before
    assert (None, "y") in after.hidden  # 2 more
    assert not {(None, "z"), (None, None)} <= after.shown.keys()  # else subtraction tells it
    with pytest.raises(PrivacyProblem, match="other dimensions or values"):
        publish(before.table, earlier=[after])


def test_a_table_is_given_as_rows_with_what_is_held_back_marked():
    table = Table({"a": ("x", "y"), "b": ("p",)}, {("x", "p"): 3, ("y", "p"): 40})
    made = publish(table, tables=[["a"]])
    assert made.rows("a") == [Row((None, None), 43), Row(("x", None), None), Row(("y", None), None)]
    with pytest.raises(PrivacyProblem, match="no table of b"):
        made.rows("b")
    with pytest.raises(PrivacyProblem, match="no dimension c"):
        made.rows("c")
    with pytest.raises(PrivacyProblem, match="no dimension c"):
        publish(table, tables=[["c"]])
    with pytest.raises(PrivacyProblem, match="has 10201 cells and sums"):
        publish(Table({"a": tuple(map(str, range(100))), "b": tuple(map(str, range(100)))}, {}))


def test_who_came_since_is_a_table_of_its_own():
    line = {"a": ("x", "y")}
    first, second = Table(line, {("x",): 6, ("y",): 2}), Table(line, {("x",): 16, ("y",): 9})
    came = second.since(first)
    assert came.cells == {("x",): 10, ("y",): 7}
    assert together([publish(first), publish(came)]) == {(None,): 25}  # 6 is held back with 2
    with pytest.raises(PrivacyProblem, match="somebody has left"):
        first.since(second)


def test_a_year_of_a_table_by_municipality_and_age_is_quick():
    chance = random.Random(1)
    dimensions = {"place": tuple(map(str, range(23))), "age": ("a", "b", "c", "d")}
    counts = {cell: int(chance.expovariate(1 / 15)) for cell in product(*dimensions.values())}
    made, began = [], default_timer()
    for _month in range(12):
        made.append(publish(Table(dimensions, dict(counts)), earlier=made))
        for cell in chance.sample(sorted(counts), 37):
            counts[cell] = max(0, counts[cell] + chance.randint(-6, 9))
    assert default_timer() - began < 10  # all twelve; one alone far below 2
