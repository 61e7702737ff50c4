"""The view for those who decide: short enough for one printed page, whatever the report holds."""

from dataclasses import replace

import pytest
from django.test import Client
from django.utils.translation import override

from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Sender
from yhdyspinta.reports import tables
from yhdyspinta.reports.figures import figures_of
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


SEVERAL = {
    "fi": "Lähettäjällä voi olla useita ominaisuuksia.",
    "sv": "En avsändare kan ha flera egenskaper.",
    "en": "A sender may have several capacities.",
}


@pytest.mark.django_db
def test_capacities_that_add_up_to_more_than_the_senders_say_why(bertta, document):
    scene.answered(bertta, document, 2)
    Sender.objects.update(capacities=["resident", "relative"])
    scene.save(bertta, document)
    scene.publish(bertta, document)
    for language, words in SEVERAL.items():
        for name, parts in (("report", {}), ("reader", {"reader": "deciders"})):
            path = scene.path_of(document, name, language=language, version=1, **parts)
            assert Client().get(path).content.decode().count(words) == 1


@pytest.mark.django_db
def test_rounded_figures_of_deciders_say_so_in_a_few_words(document):
    told = figures_of(document.activity, at=clock.now())
    told["municipalities"] = [
        {"key": key, "name": {"fi": key}, "count": count, "share": 50, "population_share": 50, "of_those_shown": 50}
        for key, count in (("Vaasa", 15), ("Närpiö", 5))
    ]
    with override("fi"):
        (table,) = [one for one in tables.who_took_part(told, "fi") if one.key == "municipalities"]
    assert table.largest(5).in_brief == "Kunnat: pyöristetty alaspäin, väli 5, pienet jätetty pois."
