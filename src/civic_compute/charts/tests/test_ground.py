"""Colours, numbers, letters and frames."""

from fractions import Fraction

import pytest

from civic_compute.charts import map_words, panel_words, rounds_words
from civic_compute.charts.frame import BARK, EDGE, GROUNDS, INK, LAKE, LINGON, PLUM, SPRUCE, Frame
from civic_compute.charts.lettering import lines_of, width_of
from civic_compute.charts.marks import LOOKS, outline
from civic_compute.charts.markup import coordinate, element, plain
from civic_compute.charts.numbers import rounded_up, written
from civic_compute.charts.problems import ChartProblem


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [INK, SPRUCE, LAKE, LINGON, BARK, PLUM, EDGE])
def test_colours_stand_out_from_every_ground(colour):
    for ground in GROUNDS:
        light, dark = sorted((luminance(ground), luminance(colour)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3


def test_groups_differ_without_colour():
    assert len({look.shape for look in LOOKS}) == len({look.dashes for look in LOOKS}) == len(LOOKS) >= 5


@pytest.mark.parametrize(
    ("number", "language", "places", "text"),
    [
        (1234567, "fi", 0, "1\u202f234\u202f567"),
        (Fraction(1, 3), "sv", 2, "0,33"),
        (Fraction(-5, 2), "en", 1, "\N{MINUS SIGN}2.5"),
        (Fraction(1, 1000), "fi", 1, "0,0"),
        (10**30, "en", 0, "1" + ",000" * 10),
    ],
)
def test_numbers_are_written_as_in_the_language(number, language, places, text):
    assert written(number, language, places=places) == text


@pytest.mark.parametrize(
    ("number", "end"), [(0, 1), (1, 1), (3, 5), (21, 25), (26, 50), (99, 100), (Fraction(3, 100), Fraction(1, 20))]
)
def test_an_axis_ends_at_a_round_number(number, end):
    assert rounded_up(Fraction(number)) == end


def test_coordinates_have_one_form():
    assert [coordinate(n) for n in (1, 1.0, 0.126, -0.001, 1e7, 12.5)] == ["1", "1", "0.13", "0", "10000000", "12.5"]


def test_words_are_escaped_and_what_xml_cannot_carry_is_replaced():
    assert plain("<b a=\"'&\x00\ud800") == "&lt;b a=&quot;&#x27;&amp;\ufffd\ufffd"
    assert element("g", {"class": 'a"b'}) == '<g class="a&quot;b"/>'


def test_long_labels_are_broken_then_shortened():
    assert lines_of("one two three", 1000) == ("one two three",)
    lines = lines_of(
        "Kotihoidon ja omaishoidon tuen asiakkaiden kuljetuspalvelut saaristossa ja haja-asutusalueella", 150
    )
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(width_of(line) <= 150 for line in lines)
    word = lines_of("lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas", 150, most=9)
    assert "".join(line.removesuffix("-") for line in word).startswith("lentokonesuihku")
    assert lines_of("", 100) == lines_of("  \n ", 100) == ()
    assert len("".join(lines_of("x" * 1_000_000, 300))) < 200


def test_an_outline_leaves_out_what_is_inside():
    assert set(outline([(0, 0), (4, 0), (4, 4), (0, 4), (2, 2), (2, 0)])) == {(0, 0), (4, 0), (4, 4), (0, 4)}
    assert outline([(1, 1)]) == [(1, 1)]


@pytest.mark.parametrize(
    ("id", "width", "code"), [("1a", 360, "bad_id"), ('a"b', 360, "bad_id"), ("a", 100, "too_narrow")]
)
def test_frames_that_would_break_a_page_are_refused(id, width, code):
    with pytest.raises(ChartProblem) as told:
        Frame(id, width=width)
    assert told.value.code == code


@pytest.mark.parametrize("dictionary", [map_words.MAP_WORDS, panel_words.PANEL_WORDS, rounds_words.ROUNDS_WORDS])
def test_words_are_whole_in_each_language(dictionary):
    import re

    assert set(dictionary) == {"fi", "sv", "en"}
    gaps = {
        language: [sorted(re.findall(r"{\w*}", word)) for word in vars(words).values()]
        for language, words in dictionary.items()
    }
    assert gaps["fi"] == gaps["sv"] == gaps["en"]
    assert all(all(vars(words).values()) for words in dictionary.values())
