"""What a theme is called: things, in a form without a case where there is one, that many of its texts speak of."""

import pytest

from civic_compute.texts.model import Text
from civic_compute.texts.themes import find_themes
from civic_compute.texts.word_kinds import is_of_things, name_of

THINGS = {
    "fi": "kokous kokouksessa avustuksista järjestöille hoitajasta kirjastoon etäkäynti ilmoitukset seurantaan osallistuminen",
    "sv": "färjan språket kommentarer närståendevårdare modellen kvällen förening mötet",
    "en": "parking libraries meeting transport bus ferry association",
}
DEEDS = {
    "fi": "katsomaan lausuu päätellä luvatkaa ilmoittaa puhutaan osallistua kommentoida saimme arvioivat tulisivat",
    "sv": "arbetar ordnades föreslagits informerar ordna",
    "en": "decided organised",
}


@pytest.mark.parametrize(("language", "word"), [(tag, word) for tag, words in THINGS.items() for word in words.split()])
def test_a_form_of_a_thing_may_name(language, word):
    assert is_of_things({word: 1}, language)


@pytest.mark.parametrize(("language", "word"), [(tag, word) for tag, words in DEEDS.items() for word in words.split()])
def test_a_form_of_a_deed_may_not_unless_forms_of_a_thing_outweigh_it(language, word):
    assert not is_of_things({word: 1}, language)
    thing = {"fi": "ilmoituksesta", "sv": "mötet", "en": "association"}[language]
    assert is_of_things({word: 1, thing: 1}, language)


def test_without_a_language_every_word_may_name():
    assert is_of_things({"katsomaan": 3}, "")


def test_the_name_has_no_case_where_somebody_wrote_it_so():
    assert name_of({"kokouksessa": 5, "kokous": 1, "kokouksen": 4}, "fi") == "kokous"
    assert name_of({"kokouksessa": 5, "kokouksen": 2}, "fi") == "kokouksessa"
    assert name_of({"ilmoittaa": 5, "ilmoitukset": 1}, "fi") == "ilmoitukset"
    assert name_of({"valoja": 2, "valot": 3}, "") == "valot"


def test_a_word_of_a_few_of_its_texts_does_not_name_a_theme():
    buses = [Text(f"a{n}", f"bussi pysäkki aihe{n}{' talvella liukasta' if n < 2 else ''}") for n in range(12)]
    schools = [Text(f"b{n}", f"koulu piha seikka{n}") for n in range(12)]
    labels = {word for theme in find_themes([*buses, *schools], language="fi").themes for word in theme.label}
    assert labels == {"bussi", "pysäkki", "koulu", "piha"}


def test_a_group_that_nothing_names_is_no_theme():
    texts = [Text(str(n), f"{word} katsomaan") for n, word in enumerate(["kommentoida", "lausuu", "luvatkaa"] * 3)]
    found = find_themes(texts, language="fi")
    assert (found.themes, len(found.without)) == ((), 9)
