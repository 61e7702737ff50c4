import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.charts.area_map import AreaShown, AreaWords, area_picture, area_table
from civic_compute.charts.frame import Frame
from civic_compute.charts.problems import ChartProblem
from civic_compute.charts.tests.promises import SVG, check, words

WORDS = AreaWords(
    "fi", "Kartta", "Kunnat.", "Kunta", "Osuus lähettäjistä", "Osuus väestöstä", "liian vähän näytettäväksi"
)


def square(west, south, side=1.0):
    return ((west, south), (west + side, south), (west + side, south + side), (west, south + side), (west, south))


AREAS = (
    AreaShown("Suurela", (square(25, 62), square(25.4, 62.4, 0.1)), (25.5, 62.5), 60, 40),
    AreaShown("Pienelä", (square(26, 62),), (26.5, 62.5), 15, 20),
    AreaShown("Salala", (square(25, 63),), (25.5, 63.5), None, 5),
)


def test_each_area_that_is_told_of_has_a_disc_a_ring_and_its_name_with_the_share():
    root = check(area_picture(AREAS, Frame("m"), WORDS), name="m")
    discs = [float(one.get("r")) for one in root.iter(f"{SVG}circle") if one.get("class") == "y-picture__share"]
    assert discs[0] ** 2 / discs[1] ** 2 == pytest.approx(4, abs=0.1)  # areas as the numbers
    assert len([one for one in root.iter(f"{SVG}circle") if one.get("class") == "y-picture__all"]) == 2
    assert {"Suurela 60 %", "Pienelä 15 %"} <= set(words(root).split(" | "))
    assert root.find(f"{SVG}desc").text == "Kunnat. Suurela 60 %; Pienelä 15 %"


def test_what_is_held_back_is_grey_and_nothing_is_told_of_it():
    picture = area_picture(AREAS, Frame("m"), WORDS)
    assert "Salala" not in picture
    other = (*AREAS[:2], AreaShown("Toinen", AREAS[2].rings, AREAS[2].at, None, 90))
    assert area_picture(other, Frame("m"), WORDS) == picture


def test_table_has_the_numbers_of_the_picture():
    table = area_table(AREAS, WORDS)
    assert table.rows == (("Suurela", "60 %", "40 %"), ("Pienelä", "15 %", "20 %"))
    drawn = words(check(area_picture(AREAS, Frame("m"), WORDS), name="m"))
    assert all(f"{name} {share}" in drawn for name, share, _all in table.rows)


def test_east_is_right_and_north_is_up():
    root = check(area_picture(AREAS, Frame("m"), WORDS), name="m")
    rings = [one.get("d") for one in root.iter(f"{SVG}path")]
    west, east, north = ([float(part) for part in ring[1:].split("L")[0].split()] for ring in rings)
    assert west[0] < east[0]
    assert north[1] < west[1]


def test_names_do_not_cover_each_other_where_there_is_room():
    root = check(area_picture(AREAS, Frame("m"), WORDS), name="m")
    group = next(one for one in root.iter(f"{SVG}g") if one.get("class") == "y-picture__names")
    first, second = ((float(one.get("x")), float(one.get("y"))) for one in group)
    assert abs(first[1] - second[1]) >= 12 or abs(first[0] - second[0]) >= 60


@pytest.mark.parametrize(
    ("values", "code"), [({"at": (float("nan"), 1.0)}, "not_finite"), ({"at": (1.0, 1.0), "share": -1}, "negative")]
)
def test_what_cannot_be_drawn_is_told(values, code):
    with pytest.raises(ChartProblem) as told:
        AreaShown("x", (square(1, 1),), **values)
    assert told.value.code == code


degrees = st.floats(-180, 180, allow_nan=False).map(lambda number: round(number, 4))
latitudes = st.floats(-85, 85, allow_nan=False).map(lambda number: round(number, 4))
points = st.tuples(degrees, latitudes)
shares = st.one_of(st.none(), st.integers(0, 100))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(lambda name, ring, one, two: AreaShown(name, (tuple(ring),), ring[0], one, two),
                  st.text(max_size=60), st.lists(points, min_size=1, max_size=6), shares, shares), max_size=6))  # fmt: skip
def test_any_areas_are_drawn(areas):
    check(area_picture(areas, Frame("m", width=320), WORDS), name="m", width=320)
