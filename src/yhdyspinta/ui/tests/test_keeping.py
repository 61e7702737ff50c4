"""Pieces that are kept: found by everything that they show, and bounded."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy, override

from yhdyspinta.ui.component import KEPT, render_component
from yhdyspinta.ui.keeping import Shelf, frozen


def test_a_shelf_keeps_what_was_asked_for_last() -> None:
    shelf: Shelf[str] = Shelf(most=3, characters=100)
    for number in range(4):
        shelf.put(number, "x")
        shelf.get(0)
    assert [shelf.get(number) for number in range(4)] == ["x", None, "x", "x"]


def test_a_shelf_is_bounded_by_its_characters() -> None:
    shelf: Shelf[str] = Shelf(most=100, characters=100)
    for number in range(10):
        shelf.put(number, "x" * 40)
    assert len(shelf) == 2
    shelf.put(9, "y")
    shelf.put(10, "x" * 40)
    assert len(shelf) == 3


def test_a_text_marked_safe_is_not_found_by_one_that_is_not() -> None:
    assert frozen({"text": "<b>"}) != frozen({"text": mark_safe("<b>")})
    unsafe, safe = render_component("tag", text="<b>x</b>"), render_component("tag", text=mark_safe("<b>x</b>"))
    assert "&lt;b&gt;" in unsafe
    assert "<b>" in safe
    assert render_component("tag", text="<b>x</b>") == unsafe


def test_numbers_truths_and_texts_are_told_apart() -> None:
    assert len({frozen(value) for value in (1, True, "1", 1.0, None, "True", ["1"], {"1": 1})}) == 8


def test_a_lazy_text_is_found_by_what_it_says_in_the_language() -> None:
    text = gettext_lazy("Error")
    with override("fi"):
        finnish = frozen([text])
    with override("sv"):
        assert frozen([text]) != finnish


def test_dataclasses_and_functions_are_asked() -> None:
    @dataclass
    class Shown:
        name: str
        made: Any

    assert frozen(Shown("a", lambda: 1)) != frozen(Shown("a", lambda: 2))
    with pytest.raises(TypeError):
        frozen(object())


def test_a_component_in_one_language_is_not_shown_in_another() -> None:
    made = []
    for language in ("fi", "sv", "fi"):
        with override(language):
            words = {"text": "x"}
            made.append(render_component("loop_card", said=words, decided=words, done={"done": True, "text": "x"}))
    assert made[0] == made[2] != made[1]


def test_what_fills_a_slot_is_not_kept() -> None:
    before = len(KEPT)
    render_component("card", heading="Only here 8231", body=mark_safe("<form></form>"))
    assert len(KEPT) == before
