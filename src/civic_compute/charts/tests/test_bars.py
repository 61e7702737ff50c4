import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.charts.bars import Bar, BarWords, bars_picture
from civic_compute.charts.frame import SPRUCE, Frame
from civic_compute.charts.problems import ChartProblem
from civic_compute.charts.tests.promises import SVG, check, words

WORDS = BarWords("fi", "Lähettäjät iän mukaan", "", "väestö")
BARS = (Bar("alle 15", "10 %", 10, 40), Bar("15–64", "80 %", 80, 20), Bar("65+", "alle 5", None, 20))


def test_bars_are_as_long_as_their_numbers_and_the_longest_ends_where_the_ground_does():
    root = check(bars_picture(BARS, Frame("b"), WORDS), name="b")
    ground, long = [], []
    for one in root.iter(f"{SVG}rect"):
        (long if one.get("fill") == SPRUCE else ground).append(float(one.get("width")))
    assert long == [pytest.approx(ground[0] / 8, abs=0.02), pytest.approx(ground[0], abs=0.02)]
    assert len(ground) == 3  # what is held back has no bar
    assert len(list(root.iter(f"{SVG}line"))) == 3 + 1  # the marks, and what they mean
    assert words(root) == "alle 15 | 10 % | 15–64 | 80 % | 65+ | alle 5 | väestö"


def test_without_anything_to_compare_with_no_mark_is_explained():
    root = check(bars_picture((Bar("a", "1", 1),), Frame("b"), WORDS), name="b")
    assert words(root) == "a | 1"
    with pytest.raises(ChartProblem):
        Bar("a", "-1", -1)


numbers = st.one_of(st.none(), st.integers(0, 10**9))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.builds(Bar, st.text(max_size=90), st.text(max_size=30), numbers, numbers), max_size=6))
def test_any_groups_are_drawn(bars):
    check(bars_picture(bars, Frame("b", width=320), WORDS), name="b", width=320)
