"""Languages stand in the authority's order in every piece of a pack, each piece beside itself in the others."""

import pytest

from tests.browser import axe, beyond_the_edge, sign_in
from yhdyspinta.launch.models import LaunchPack
from yhdyspinta.launch.tests.scene import path_of, typed
from yhdyspinta.launch.words import LaunchWords, lacks_of
from yhdyspinta.wording.fields import Wording


@pytest.mark.django_db
def test_what_is_to_be_mended_is_told_in_the_authoritys_order(activity):
    authority = activity.process.owner
    authority.duty_languages = ["sv", "fi"]
    long = Wording(en="e" * 400, fi="f" * 400, sv="s" * 400)
    words = LaunchWords(headline=Wording(), short_post=long)
    told = [(lack.field, lack.language) for lack in lacks_of(activity, words, has_picture=False)]
    assert [language for field, language in told if field == "headline"] == ["sv", "fi"]
    assert [language for field, language in told if field == "short_post"] == ["sv", "fi", "en"]


_TOPS = """() => [...document.querySelectorAll('.y-launch__sheet')].map((sheet) => Object.fromEntries(
    [...sheet.querySelectorAll('[data-piece]')].map((one) => [one.dataset.piece, one.getBoundingClientRect().top])))"""


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_each_piece_stands_beside_itself_in_the_other_languages(activity, bertta, desk, live_server, open_page):
    pack = typed(
        **{
            "news-fi": "Pitkä uutinen. " * 40,
            "headline-en": "In English",
            "news-en": "News.",
            "post-en": "A post in English.",
        }
    )
    desk.post(path_of(activity, "edit"), pack)
    assert LaunchPack.objects.get().newsletter.get("en") is None
    page = open_page(width=1280, language="sv")
    sign_in(page, live_server.url, bertta)
    page.goto(live_server.url + path_of(activity, "preview", "sv"))
    finnish, swedish, english = page.evaluate(_TOPS)
    assert list(finnish) == ["news", "newsletter", "short_post", "post", "picture_post", "link"]
    assert finnish == swedish
    assert "newsletter" not in english
    assert english["post"] - english["news"] > 0
    assert axe(page) + beyond_the_edge(page) == []
    page.set_viewport_size({"width": 390, "height": 900})
    assert beyond_the_edge(page) == []
