import pytest
from hypothesis import given
from hypothesis import strategies as st

from yhdyspinta.authorities.colours import (
    DARK_TEXT,
    ENOUGH,
    PAPER,
    WHITE,
    contrast,
    is_colour,
    lowest_contrast,
    nearest_passing,
    theme_css,
)

colours = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def test_contrast_of_black_and_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@given(colours)
def test_the_suggestion_can_always_be_read(colour):
    assert lowest_contrast(nearest_passing(colour, (WHITE, PAPER), darker=True), (WHITE, PAPER)) >= ENOUGH
    assert lowest_contrast(nearest_passing(colour, (DARK_TEXT,), darker=False), (DARK_TEXT,)) >= ENOUGH


def test_a_readable_colour_stays_as_it_is():
    assert nearest_passing("#0d4d47", (WHITE, PAPER), darker=True) == "#0d4d47"


@given(st.text(max_size=20), st.text(max_size=20))
def test_the_style_sheet_holds_only_colours(main, accent):
    css = theme_css(main, accent)
    assert css.count("{") == css.count("}") == 1
    assert set(css) <= set(":root{}-yspruce deplbnco#0123456789abcdefklty;\n")


def test_only_whole_colours_are_colours():
    assert is_colour("#0D4D47")
    for bad in ("red", "#fff", "#0d4d47;}", "", "#0d4d4g"):
        assert not is_colour(bad)
