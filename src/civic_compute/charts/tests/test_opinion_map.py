import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.charts.frame import Frame
from civic_compute.charts.map_data import Opinions, StatementShown, map_table, opinions_of, statements_table
from civic_compute.charts.map_words import MAP_WORDS
from civic_compute.charts.opinion_map import level, map_picture
from civic_compute.charts.problems import ChartProblem
from civic_compute.charts.tests import small
from civic_compute.charts.tests.promises import SVG, check, words


def crowd(*sizes: int, names: tuple[str, ...] = ()) -> Opinions:
    chance = random.Random(4)
    middles = [(0.0, 0.0), (6.0, 1.0), (2.0, 7.0), (9.0, 9.0), (-6.0, 3.0)]
    groups = [g for g, size in enumerate(sizes) for _ in range(size)]
    places = [(chance.gauss(middles[g][0]), chance.gauss(middles[g][1])) for g in groups]
    return Opinions(places, groups, names or ("",) * len(sizes))


def outlines(root):
    return [one for one in root.iter(f"{SVG}polygon") if one.get("stroke-dasharray")]


def test_each_group_has_a_shape_an_outline_and_a_number():
    root = check(map_picture(crowd(80, 40, 60), Frame("m")), name="m")
    assert len(outlines(root)) == 3
    assert len({one.get("stroke-dasharray") for one in outlines(root)}) == 3
    assert "Ryhmä 1: 80" in words(root)
    assert "Ryhmä 3: 60" in words(root)
    assert "Suurin mielipide-ero" in words(root)


def test_group_under_five_is_neither_drawn_nor_told():
    opinions = crowd(30, 4, 30)
    root = check(map_picture(opinions, Frame("m")), name="m")
    assert len(outlines(root)) == 2
    assert "Ryhmä 2" not in words(root)
    assert "Alle 5 hengen ryhmiä ei näytetä." in words(root)
    table = map_table(opinions)
    assert [row[0] for row in table.rows] == ["Ryhmä 1", "Ryhmä 3"]
    assert "60 osallistujaa" in root.find(f"{SVG}desc").text  # not 64: the small group is not found by subtraction


def test_table_has_the_numbers_of_the_picture():
    opinions = crowd(80, 40, names=("Palvelut <lähelle>", "Verkkoon & puhelimeen"))
    for language, words_of in MAP_WORDS.items():
        drawn = words(check(map_picture(opinions, Frame("m"), words_of), name="m"))
        for name, persons, _share in map_table(opinions, words_of).rows:
            assert f"{name}: {persons}" in drawn, language


def test_persons_who_stand_alone_look_like_four_together():
    assert [level(count, 5) for count in (1, 4, 5, 19, 20, 99, 100, 10**6)] == [0, 0, 1, 1, 2, 2, 3, 3]
    one, four = (Opinions([(0.0, 0.0)] * n + [(9.0, 9.0)] * 9, [0] * (n + 9), ("",)) for n in (1, 4))
    marks = [re.findall("<circle[^>]*>", map_picture(each, Frame("m"))) for each in (one, four)]
    assert marks[0] == marks[1]


def test_places_in_the_picture_are_those_of_the_grid_not_of_persons():
    near = Opinions([(0.0, 0.0), (10.0, 10.0)] + [(5.0, 5.0)] * 8, [0] * 10, ("",))
    moved = Opinions([(0.0, 0.0), (10.0, 10.0)] + [(5.001, 5.002)] * 8, [0] * 10, ("",))
    assert map_picture(near, Frame("m")) == map_picture(moved, Frame("m"))


def test_nobody_and_everybody_equal_are_drawn():
    assert MAP_WORDS["fi"].none in words(check(map_picture(Opinions([], [], ()), Frame("m")), name="m"))
    check(map_picture(Opinions([(1.0, 1.0)] * 50, [0] * 50, ("",)), Frame("m")), name="m")


def test_many_thousands_stay_a_small_file():
    picture = map_picture(crowd(20_000, 20_000, 5_000), Frame("m"))
    check(picture, name="m")
    assert len(picture) < 120_000


def test_order_of_persons_does_not_matter():
    opinions = crowd(30, 20)
    order = list(range(50))
    random.Random(1).shuffle(order)
    other = Opinions([opinions.positions[i] for i in order], [opinions.group_of[i] for i in order], opinions.groups)
    assert map_picture(opinions, Frame("m")) == map_picture(other, Frame("m"))


def test_statements_stand_on_the_map_and_in_their_table():
    opinions = crowd(30, 20)
    with_some = Opinions(opinions.positions, opinions.group_of, opinions.groups, (StatementShown("17", (1.0, -1.25)),))
    assert "17" in words(check(map_picture(with_some, Frame("m")), name="m")).split(" | ")
    assert statements_table(with_some).rows == (("17", "1,00", "\N{MINUS SIGN}1,25"),)


@pytest.mark.parametrize(
    ("positions", "groups", "names", "code"),
    [
        ([(0.0, float("nan"))], [0], ("",), "not_finite"),
        ([(0.0, 0.0)], [], ("",), "lengths_differ"),
        ([(0.0, 0.0)], [1], ("",), "unknown_group"),
    ],
)
def test_what_cannot_be_drawn_is_told(positions, groups, names, code):
    with pytest.raises(ChartProblem) as told:
        Opinions(positions, groups, names)
    assert told.value.code == code


def test_a_calculated_map_is_drawn_with_and_without_groups():
    found = small.opinion_map()
    opinions = opinions_of(found, statements={"0": "S0"})
    check(map_picture(opinions, Frame("m")), name="m")
    assert sum(int(row[1]) for row in map_table(opinions).rows) == 20
    untold = opinions_of(found, tell_groups=False)
    root = check(map_picture(untold, Frame("m")), name="m")
    assert outlines(root) == []
    assert [row[0] for row in map_table(untold).rows] == ["Kaikki"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.tuples(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9)), st.integers(-1, 4)), max_size=60),
    st.lists(st.text(max_size=80), min_size=5, max_size=5),
)
def test_any_places_and_names_are_drawn(persons, names):
    opinions = Opinions([place for place, _group in persons], [group for _place, group in persons], tuple(names))
    check(map_picture(opinions, Frame("m"), least=1), name="m")
