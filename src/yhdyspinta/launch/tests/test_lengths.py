"""A character is what a reader sees as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yhdyspinta.launch.lengths import length_on_x, seen_length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("äö", 2),
        ("a\u0308", 1),
        ("👩‍👩‍👧‍👦", 1),
        ("👍🏽!", 2),
        ("🇫🇮🇸🇪", 2),
        ("🇫🇮🇸", 2),
        ("❤️", 1),
        ("čč", 2),
        ("rivi\nvaihto", 11),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 1),
    ],
)
def test_what_is_seen_is_counted(text, length):
    assert seen_length(text) == length


@given(st.text(max_size=60))
def test_never_more_than_code_points_and_never_zero_for_a_text(text):
    assert seen_length(text) <= max(len(text), seen_length(text) if not text else 10**9)
    assert (seen_length(text) == 0) == (text == "")


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0), ("äö čč", 5), ("a\u0308", 1), ("“lainaus” – näin…", 18),
        ("👍", 2), ("👍🏽!", 3), ("👩‍👩‍👧‍👦", 2), ("🇫🇮🇸🇪", 4), ("❤️", 2), ("❤", 2), ("1️⃣", 2), ("日本", 4), ("€", 2),
        ("https://a.fi", 23), ("Lue https://example.org/" + "pitkä/" * 30 + " tänään", 4 + 23 + 7),
        ("http://a.fi https://b.fi", 47), ("Sivulla esim.fi on lisää", 8 + 23 + 9),
        ("Katso...esim.fi", 8 + 23), ("Katso: -esim.fi", 8 + 23), ("a." * 9_000, 18_000), ("a-" * 9_000, 18_000),
    ],
)  # fmt: skip
def test_x_counts_its_own_way(text, length):
    assert length_on_x(text) == length


@given(st.text(max_size=60))
def test_x_never_counts_a_text_as_nothing(text):
    assert (length_on_x(text) == 0) == (text == "")
