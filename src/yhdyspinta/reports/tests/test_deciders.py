"""The view for those who decide: short enough for one printed page, whatever the report holds."""

from dataclasses import replace

import pytest
from django.test import Client

from yhdyspinta.reports.shortening import shortened
from yhdyspinta.reports.tests import scene
from yhdyspinta.wording.fields import Wording


@pytest.mark.parametrize(
    ("words", "kept", "is_cut"),
    [
        ("Lyhyt.", "Lyhyt.", False),
        ("Eka.\n\nToka on pitkä kappale.", "Eka.", True),
        ("Eka lause. Toka lause on pitkä.", "Eka lause.", True),
        ("yksi kaksi kolme neljä viisi", "yksi kaksi kolme…", True),
        ("x" * 40, "x" * 20 + "…", True),
        ("", "", False),
    ],
)
def test_words_end_with_a_whole_paragraph_or_sentence(words, kept, is_cut):
    short = shortened(Wording(fi=words), 20)
    assert (short.text.text("fi"), short.is_cut) == (kept, is_cut)


@pytest.mark.django_db
def test_the_page_is_as_short_whatever_was_written(bertta, document):
    scene.answered(bertta, document, 2)
    long = Wording(fi="Tämä lause toistuu. " * 200, sv="Den här meningen upprepas. " * 200)
    scene.save(bertta, document, words=replace(scene.WORDS, in_short=long, next_steps=long))
    scene.publish(bertta, document)
    page = Client().get(scene.path_of(document, "reader", version=1, reader="deciders")).content.decode()
    assert page.count("Tämä lause toistuu.") < 60
    assert page.count("Jatkuu koko raportissa") == 2
    assert "y-chart" not in page
    assert 'class="y-onepage"' in page
