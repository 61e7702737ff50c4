import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.charts.frame import Frame
from civic_compute.charts.panel import panel_picture
from civic_compute.charts.panel_data import CategoryShown, Composition, ValueShown, composition_of, panel_table
from civic_compute.charts.panel_words import PANEL_WORDS
from civic_compute.charts.problems import ChartProblem
from civic_compute.charts.tests import small
from civic_compute.charts.tests.promises import SVG, check, words

PANEL = Composition(
    20,
    612,
    (
        CategoryShown("Ikä", (ValueShown("16–29", 4, 4, 5, 101), ValueShown("30–64", 9, 9, 11, 300), ValueShown("65+", 7, 4, 6, 211))),
        CategoryShown("Äidinkieli", (ValueShown("suomi", 17, 16, 18, 590), ValueShown("ruotsi", 2, 1, 2, 18), ValueShown("muu", 1, 1, 1, 4))),
    ),
)  # fmt: skip


def rings(root):
    return [one for one in root.iter(f"{SVG}circle") if one.get("class") == "y-picture__pool"]


def test_each_value_has_its_figures_and_what_is_outside_is_told_in_words():
    drawn = words(check(panel_picture(PANEL, Frame("p")), name="p"))
    assert "4 (kiintiö 4–5)" in drawn
    assert "7 (ei kiintiössä 4–6)" in drawn
    assert "1 (kiintiö 1)" in drawn


def test_table_has_the_numbers_of_the_picture():
    for words_of in PANEL_WORDS.values():
        drawn = words(check(panel_picture(PANEL, Frame("p"), words_of), name="p"))
        for (_name, members, quota, *_), one in zip(
            panel_table(PANEL, words_of).rows, [v for c in PANEL.categories for v in c.values], strict=True
        ):
            assert members == str(one.members)
            assert quota.startswith(one.quota)
            assert f"{members} (" in drawn
            assert one.quota in drawn
    assert panel_table(PANEL).rows[0] == ("Ikä: 16–29", "4", "4–5", "20 %", "17 %")
    assert panel_table(PANEL).rows[2][2] == "4–6 (ei kiintiössä)"


def test_small_group_of_the_pool_is_held_back_with_another_so_that_it_is_not_found_by_subtraction():
    rows = panel_table(PANEL).rows
    assert rows[5][4] == "alle 5 henkilöä"
    assert rows[4][4] == "–"
    assert rows[3][4] == "96 %"
    root = check(panel_picture(PANEL, Frame("p")), name="p")
    assert len(rings(root)) == 1 + 4  # the legend's, and all but the two held back


def test_no_quotas_and_thousands_are_drawn():
    assert PANEL_WORDS["fi"].none in words(check(panel_picture(Composition(0, 0, ()), Frame("p")), name="p"))
    values = tuple(ValueShown(f"v{n}", 0, 0, 1, 10) for n in range(3000))
    many = Composition(20, 30_000, (CategoryShown("many", values),))
    assert "(2\u202f920)" in words(check(panel_picture(many, Frame("p")), name="p"))
    assert len(panel_table(many).rows) == 3000


@pytest.mark.parametrize(("numbers", "code"), [((-1, 0, 1, 5), "negative"), ((1, 3, 2, 5), "not_a_quota")])
def test_what_cannot_be_drawn_is_told(numbers, code):
    with pytest.raises(ChartProblem) as told:
        ValueShown("x", *numbers)
    assert told.value.code == code


def test_a_panel_of_a_pool_is_drawn():
    pool = small.pool()
    panel = composition_of(pool, [person.id for person in pool.persons[:6]])
    assert (panel.size, panel.pool_size) == (6, 30)
    told = {(c.name, v.name): (v.members, v.pool) for c in panel.categories for v in c.values}
    assert told == {
        ("Age", "old"): (3, 15),
        ("Age", "young"): (3, 15),
        ("Speaks", "No"): (2, 10),
        ("Speaks", "Yes"): (4, 20),
    }
    check(panel_picture(panel, Frame("p")), name="p")


names = st.text(max_size=120)
values = st.builds(
    lambda name, members, least, more, pool: ValueShown(name, members, least, least + more, pool),
    names, st.integers(0, 500), st.integers(0, 50), st.integers(0, 50), st.integers(0, 10**6),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.builds(CategoryShown, names, st.lists(values, max_size=4).map(tuple)), max_size=3), st.integers(0, 100)
)
def test_any_numbers_and_names_are_drawn(categories, size):
    check(panel_picture(Composition(size, 100, tuple(categories)), Frame("p", width=320)), name="p", width=320)
