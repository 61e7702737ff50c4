"""Every text is cleaned the same way (I3, I4)."""

import unicodedata

import docx
import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given
from hypothesis import strategies as st

from tests.work import work_within
from yhdyspinta.ui.text import BIDI_OVERRIDES, MOST_MARKS, ZERO_WIDTH, clean_text, is_ordinary

ANY = st.text(st.characters(codec=None))
HIDDEN = st.text(st.sampled_from(sorted(ZERO_WIDTH) + ["\u200d", "\u2800", "\u0301", " ", "\n", "\ufe0f"]))


@pytest.mark.parametrize("text", ["a\x00b", "a\x07b", "\ud800", "a\x1b[31m", "a\x7fb", "a\x9fb"])
def test_i3_control_characters_and_broken_ones_are_refused(text):
    for multiline in (True, False):
        with pytest.raises(ValidationError):
            clean_text(text, multiline=multiline)


@pytest.mark.parametrize("mark", sorted(BIDI_OVERRIDES))
def test_i3_direction_overrides_are_refused(mark):
    with pytest.raises(ValidationError) as problem:
        clean_text(f"lasku{mark}gpj.exe", multiline=False)
    assert problem.value.code == "bidi"


@pytest.mark.parametrize("mark", [*sorted(ZERO_WIDTH), "\u200d"])
def test_i3_characters_without_width_are_cleaned(mark):
    assert clean_text(f"sa{mark}na", multiline=False) == "sana"


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff"])
def test_i3_signs_that_no_word_file_can_hold_are_cleaned(sign):
    words = clean_text(f"Ovet{sign} auki", multiline=True)
    assert docx.Document().add_paragraph(words).text == "Ovet auki"


def test_i3_sixty_marks_on_a_letter_become_a_few():
    found = clean_text("a" + "\u0301" * 60 + "b", multiline=False)
    assert found.endswith("b")
    assert len(found) <= MOST_MARKS + 2


@given(HIDDEN)
@example("\u200b")
@example("\u3164\u2800")
@example("\u0301")
def test_i3_a_text_of_only_invisible_characters_is_refused_or_empty(text):
    try:
        found = clean_text(text, multiline=True)
    except ValidationError:
        return
    assert found == ""


@pytest.mark.parametrize(
    "text",
    [
        "مرحبا بالعالم",
        "שלום עולם",
        "👨‍👩‍👧‍👦 perhe",
        "👩🏽‍🚒 🏳️‍🌈 ❤️‍🔥",
        "🇫🇮 𝔞𝔟 𠮷",
        "Åäö ŠŽ đŋŧ nuõrttsääʹmǩiõll",
        "हिन्दी ไทย Tiếng Việt",
    ],
)
def test_i4_other_scripts_and_emoji_come_back_byte_for_byte(text):
    assert clean_text(text, multiline=False).encode() == unicodedata.normalize("NFC", text).encode()


@given(ANY, st.booleans())
@example("👨\u200d\u200b👩", True)
@example("a\u0301\u200b\u0301", True)
@example("\u200d", False)
def test_cleaning_is_safe_and_cleaning_again_changes_nothing(text, multiline):
    try:
        found = clean_text(text, multiline=multiline)
    except ValidationError:
        return
    found.encode()
    assert clean_text(found, multiline=multiline) == found
    assert found == unicodedata.normalize("NFC", found)
    assert not set(found) & (ZERO_WIDTH | BIDI_OVERRIDES | {"\x00", "\r"})
    assert multiline or "\n" not in found


def test_lines_and_spaces():
    assert clean_text("  yksi \r\n\r\n\r\n\r\nkaksi\tx  ", multiline=True) == "yksi\n\nkaksi    x"
    assert clean_text(" yksi \n kaksi\u00a0\u2003x ", multiline=False) == "yksi kaksi x"
    assert clean_text("", multiline=True) == ""
    assert clean_text("   \n ", multiline=True) == ""


def test_i3_no_sign_that_is_hidden_or_refused_passes_unlooked_at():
    for sign in map(chr, range(0x3000)):
        if is_ordinary(sign):
            kind = unicodedata.category(sign)
            assert kind not in {"Cf", "Cs", "Mn", "Me", "Zl", "Zp"}, hex(ord(sign))
            assert kind != "Cc" or sign in "\n\t", hex(ord(sign))
            assert sign not in ZERO_WIDTH | BIDI_OVERRIDES, hex(ord(sign))
            assert unicodedata.normalize("NFC", sign) == sign, hex(ord(sign))


def test_o7_a_file_of_ordinary_words_is_cleaned_soon():
    with work_within(2):
        assert len(clean_text("Hyvää työtä. " * 800_000, multiline=True)) == 13 * 800_000 - 1
