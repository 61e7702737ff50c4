import pytest

from civic_compute.texts.languages import guess_language
from civic_compute.texts.readability import measure

STATUTE = (
    "Hyvinvointialueen järjestämisvastuulla olevien sosiaali- ja terveydenhuollon palvelujen yhteensovittamisesta sekä "
    "osallistumismahdollisuuksien edistämisestä päätetään hyvinvointialuestrategiassa, jossa otetaan huomioon asukkaiden "
    "vaikuttamismahdollisuudet ja palvelutarpeiden ennakointi."
)
EASY = "Kerro mielipiteesi. Voit kirjoittaa. Voit myös soittaa. Me luemme kaikki kommentit. Vastaamme kesällä."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Terveyskeskukseen ei saa aikaa.", "fi"),
        ("Bussi ei kulje meille enää", "fi"),
        ("Varför stängs skolan i vår by?", "sv"),
        ("Vi behöver fler läkare nu", "sv"),
        ("Please keep the library open on Sundays", "en"),
        ("There is no bus to our village", "en"),
        ("Kiitos hyvästä palvelusta!", "fi"),
        ("Tack för den goda vården!", "sv"),
        ("", ""),
        ("12345 !!!", ""),
        ("你好世界", ""),
        ("这个公园很好，我们需要更多的树木。", ""),
        ("Koulut", ""),
    ],
)
def test_short_texts_are_told_apart(text, language):
    assert guess_language(text).language == language


def test_only_the_offered_languages_are_guessed():
    assert guess_language("Please keep the library open", among=("fi", "sv")).language in {"", "fi", "sv"}


def test_statute_text_is_warned_of_and_an_easy_notice_is_not():
    heavy, light = measure(STATUTE, "fi"), measure(EASY, "fi")
    assert {warning.code for warning in heavy.warnings} == {
        "long_sentences",
        "long_words",
        "share_of_long_words",
        "lix",
    }
    assert light.warnings == ()
    assert heavy.lix > 85 > 70 > light.lix
    assert heavy.warnings[1].example


def test_each_language_has_its_own_scale_and_short_texts_are_not_judged():
    assert measure("Hyvinvointialuestrategia", "fi").warnings == ()
    assert measure("", "sv").words == 0
    assert measure(EASY, "fi-x-selko") == measure(EASY, "fi")
    with pytest.raises(KeyError):
        measure(EASY, "de")
