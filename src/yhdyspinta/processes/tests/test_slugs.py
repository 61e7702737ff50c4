"""The piece of address made from a title."""

import pytest

from yhdyspinta.processes.slugs import free_slug, slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Kotihoito 2025–2027", "kotihoito-2025-2027"),
        ("Ikääntyneet — palvelut", "ikaantyneet-palvelut"),
        ("Sámi giella đ", "sami-giella-d"),
        ("–", "kohta"),
    ],
)
def test_a_dash_stands_between_words_and_letters_become_plain(title, slug):
    assert slug_of(title, longest=60, default="kohta") == slug


def test_a_taken_one_gets_a_number():
    assert free_slug("Malli", ["malli", "malli-2"], default="prosessi") == "malli-3"
