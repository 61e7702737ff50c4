"""A reader chooses Sámi or easy-language texts: shown where they exist, offered where there is something to choose."""

import re

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Quote
from yhdyspinta.documents.models import Attachment, DocumentDraftImport, SectionText
from yhdyspinta.processes.indexing import index_process
from yhdyspinta.processes.models import SearchEntry
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.reader import chosen_text

pytestmark = pytest.mark.django_db
FRONT = "/keski-suomi/fi/"
PAGE = "/keski-suomi/fi/processes/toimintamallit/"
SWEDISH = "/keski-suomi/sv/processes/toimintamallit/"
TITLE = {"fi": "Järjestöyhteistyön toimintamallit", "sv": "Verksamhetsmodeller", "se": "Doaibmanmállet"}
SUMMARY = {
    "fi": "Kommentoi luonnosta kohta kohdalta.",
    "sv": "Kommentera utkastet punkt för punkt.",
    "fi-x-selko": "Lue teksti. Kerro, mitä ajattelet.",
    "sv-x-lattlast": "Läs texten. Berätta vad du tycker.",
}


@pytest.fixture
def process(authority):
    made = factories.process(authority, title=TITLE, summary=SUMMARY)
    factories.activity(made)
    return made


def header(response):
    return re.search(r"<header.*?</header>", response.content.decode(), re.DOTALL)[0]


def offered(response):
    """Names of the choices in the header, the chosen one with a star."""
    found = re.search(r'<ul class="y-lang" aria-label="(?:Texts|Tekstit|Texter)">(.*?)</ul>', header(response))
    items = re.findall(r"<li><(span|a) [^>]*>([^<]*)<", found[1]) if found else []
    return [f"*{name}" if tag == "span" else name for tag, name in items]


def test_choices_are_offered_where_the_page_has_such_texts(client, process):
    assert offered(client.get(PAGE)) == ["davvisámegiella", "Selkokieli"]
    assert offered(client.get(SWEDISH)) == ["davvisámegiella", "Lätt språk"]
    assert offered(client.get("/keski-suomi/en/processes/toimintamallit/")) == ["davvisámegiella"]
    assert offered(client.get(FRONT)) == ["davvisámegiella", "Selkokieli"]
    assert offered(client.get("/keski-suomi/fi/licences/")) == []


def test_chosen_text_is_shown_with_its_language_and_the_rest_is_said_to_be_ordinary(client, process):
    response = client.get(PAGE, {"text": "fi-x-selko"})
    page = response.content.decode()
    assert "Kerro, mitä ajattelet." in page
    assert "Kommentoi luonnosta kohta kohdalta." not in page
    assert re.search(r'<div class="y-prose" lang="fi">\s*<p[^>]*>Lue teksti\.', page)
    assert TITLE["fi"] in page
    assert "Kaikki tämän sivun tekstit eivät ole selkokielellä." in header(response)
    assert offered(response) == ["Tavallinen teksti", "davvisámegiella", "*Selkokieli"]
    assert 'aria-current="true" lang="fi">Selkokieli' in header(response)


def test_sami_is_marked_and_falls_back_to_the_language_of_the_page(client, process):
    page = client.get(SWEDISH, {"text": "se"}).content.decode()
    assert '<span lang="se">Doaibmanmállet</span>' in page
    assert "Kommentera utkastet punkt för punkt." in page
    assert "Lätt språk" in page
    assert "Läs texten." not in page


def test_choice_is_remembered_until_it_is_left(client, process):
    client.get(PAGE, {"text": "se"})
    kept = client.cookies["text"]
    assert (kept.value, kept["httponly"], kept["samesite"], kept["max-age"]) == ("se", True, "Lax", "")
    assert "Doaibmanmállet" in client.get(FRONT).content.decode()
    assert "Doaibmanmállet" in client.get("/keski-suomi/fi/processes/").content.decode()
    left = client.get(PAGE, {"text": "ordinary"})
    assert offered(left) == ["davvisámegiella", "Selkokieli"]
    assert client.cookies["text"].value == ""
    assert "Doaibmanmállet" not in client.get(FRONT).content.decode()


def test_choice_can_be_left_on_a_page_that_has_no_such_text(client, process):
    client.get(PAGE, {"text": "fi-x-selko"})
    assert offered(client.get("/keski-suomi/fi/licences/")) == ["Tavallinen teksti", "*Selkokieli"]


def test_easy_language_goes_with_the_language_of_the_page(client, process):
    client.get(PAGE, {"text": "fi-x-selko"})
    swedish = client.get(SWEDISH)
    assert "Läs texten. Berätta vad du tycker." in swedish.content.decode()
    assert offered(swedish) == ["Vanlig text", "davvisámegiella", "*Lätt språk"]
    english = client.get("/keski-suomi/en/processes/toimintamallit/")
    assert "Lue teksti." not in english.content.decode()
    assert offered(english) == ["davvisámegiella"]


def test_the_rest_of_the_address_stays(client, process):
    page = header(client.get("/keski-suomi/fi/processes/?sort=newest&keyword=malli&text=se"))
    assert 'href="/keski-suomi/fi/processes/?sort=newest&amp;keyword=malli&amp;text=ordinary"' in page
    assert 'href="/keski-suomi/sv/processes/?sort=newest&amp;keyword=malli&amp;text=se"' in page


@pytest.mark.parametrize("bad", ["fi", "de", "SE", "se ", '"><script>', "\u202e", "../../", "a" * 5000, ""])
def test_unknown_tag_is_ignored(client, process, bad):
    response = client.get(PAGE, {"text": bad})
    assert response.status_code == 200
    assert "text" not in response.cookies
    assert offered(response) == ["davvisámegiella", "Selkokieli"]
    assert b"><script>" not in response.content


def test_hostile_cookie_is_ignored(client, process):
    for bad in ('"><script>', "sv", "xx-x-selko", "a" * 3000):
        client.cookies["text"] = bad
        response = client.get(PAGE)
        assert response.status_code == 200
        assert offered(response) == ["davvisámegiella", "Selkokieli"]


def test_unknown_tag_leaves_what_was_chosen(client, process):
    client.get(PAGE, {"text": "se"})
    assert "*davvisámegiella" in offered(client.get(PAGE, {"text": "klingon"}))


def test_no_query_more(client, process, django_assert_max_num_queries):
    for page in (FRONT, PAGE, "/keski-suomi/fi/results/", "/keski-suomi/fi/processes/"):
        with django_assert_max_num_queries(10):
            client.get(page, {"text": "se"})


def test_a_shared_cache_keeps_the_texts_apart(client, process):
    assert "Cookie" in client.get(PAGE).headers["Vary"]


def test_what_is_carried_away_does_not_follow_the_choice(client, process):
    for page in ("feed/", "processes/toimintamallit/feed/", "processes/toimintamallit/calendar.ics"):
        plain = client.get(f"/keski-suomi/fi/{page}").content
        client.get(PAGE, {"text": "se"})
        chosen = client.get(f"/keski-suomi/fi/{page}").content
        assert b"Doaibmanm" not in chosen
        assert TITLE["fi"].encode() in plain
        client.get(PAGE, {"text": "ordinary"})


def test_staff_pages_show_texts_as_they_are(client, process, sign_in):
    person = factories.staff(process.owner, "county_admin")
    client = sign_in(person)
    client.get(PAGE, {"text": "se"})
    desk = client.get("/keski-suomi/fi/desk/processes/toimintamallit/", {"text": "se"})
    assert desk.status_code == 200
    assert "Doaibmanmállet" not in desk.content.decode()
    assert "text" not in desk.cookies
    assert offered(desk) == []


def test_nothing_is_left_after_the_request(client, process):
    client.get(PAGE, {"text": "se"})
    assert chosen_text() == ""


def test_every_content_language_fits_where_languages_are_kept():
    fields = [
        *(Authority._meta.get_field(name).base_field for name in ("languages", "duty_languages")),
        *(model._meta.get_field("language") for model in (SectionText, DocumentDraftImport, Attachment, Quote, SearchEntry)),
    ]  # fmt: skip
    assert min(field.max_length for field in fields) >= max(len(tag) for tag in CONTENT_LANGUAGES)


def test_search_prefers_the_chosen_text_and_names_the_others(client, process):
    index_process(process, at=clock.now())
    client.get(PAGE, {"text": "se"})
    page = client.get("/keski-suomi/fi/search/", {"q": "Doaibmanmállet"}).content.decode()
    assert '<a href="/keski-suomi/fi/processes/toimintamallit/" lang="se"><mark>Doaibmanmállet</mark></a>' in page
