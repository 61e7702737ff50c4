from django.utils.translation import override

from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.marking import marked
from yhdyspinta.wording.reader import choices, chosen_text, fell_back, reading
from yhdyspinta.wording.templatetags.wording import wording_html


def test_the_readers_own_language_is_not_marked():
    assert marked(Wording(fi="Sauna & uinti", sv="Bastu"), "fi") == "Sauna &amp; uinti"


def test_a_fallback_is_marked_for_ear_and_eye():
    shown = marked(Wording(fi="<b>Sauna</b>"), "en")
    assert '<span lang="fi">&lt;b&gt;Sauna&lt;/b&gt;</span>' in shown
    assert "(suomi)" in shown


def test_nothing_is_nothing():
    assert marked(None, "fi") == ""
    assert marked(Wording(), "sv") == ""


def test_chosen_text_comes_first_and_says_its_language():
    both = Wording(fi="Uinti", **{"fi-x-selko": "Uidaan", "se": "Vuodjan"})
    with reading("se"):
        assert marked(both, "fi") == '<span lang="se">Vuodjan</span>'
    with reading("fi-x-selko"), override("fi"):
        assert marked(both) == '<span lang="fi">Uidaan</span>'
    assert marked(both, "fi") == "Uinti"


def test_without_the_chosen_text_the_pages_language_is_shown_and_blocks_say_so():
    with reading("smn"), override("sv"):
        assert marked(Wording(fi="Uinti", sv="Simning")) == "Simning"
        assert wording_html(Wording(sv="Simning")).startswith(
            '<div class="y-prose" lang="sv"><p class="y-language-note">'
        )
        assert fell_back()
        assert choices() == ["smn"]


def test_only_what_is_shown_follows_the_choice():
    text = Wording(fi="Uinti", se="Vuodjan")
    with reading("se"):
        assert text.for_reader("fi") == ("Vuodjan", "se")
        assert text.text("fi") == text.in_language("fi").text == "Uinti"


def test_easy_language_alone_is_shown_as_its_language_with_its_name():
    shown = marked(Wording({"fi-x-selko": "Uidaan"}), "fi")
    assert '<span lang="fi">Uidaan</span>' in shown
    assert "(selkosuomi)" in shown


def test_easy_language_follows_the_page_and_unknown_choices_are_none():
    with reading("sv-x-lattlast"), override("fi"):
        assert chosen_text() == "fi-x-selko"
    with reading("sv-x-lattlast"), override("en"):
        assert chosen_text() == ""
    with reading("xx"):
        assert chosen_text() == ""
