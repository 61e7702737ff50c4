import time

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.processes import searching
from yhdyspinta.processes.searching import index

pytestmark = pytest.mark.django_db
PAGE = "/keski-suomi/fi/search/"


def put(process, kind="comment", target="comment:1", **texts):
    texts = texts or {"fi": ("Kommentti 1", "Terveyskeskuksen ovi on raskas.")}
    index(process, kind, target, texts, path="processes/toimintamallit/", at=clock.now())


def test_finds_inflected_words_and_marks_them(client, process):
    put(process)
    page = client.get(PAGE, {"q": "terveyskeskus"}).content.decode()
    assert "<mark>Terveyskeskuksen</mark>" in page


def test_finds_swedish_words(client, process):
    put(process, sv=("Kommentar", "Hälsovårdscentralens dörr är tung."))
    assert (
        "<mark>Hälsovårdscentralens</mark>"
        in client.get("/keski-suomi/sv/search/", {"q": "hälsovårdscentral"}).content.decode()
    )


def test_draft_paused_and_other_tenants_are_not_found_p3(client, authority, process):
    draft = factories.process(authority, "luonnos", published=False)
    put(draft, target="comment:2")
    other = factories.process(factories.authority("toinen", code="14"), "muu")
    put(other, target="comment:3")
    page = client.get(PAGE, {"q": "terveyskeskus"}).content.decode()
    assert "<mark>" not in page
    process.unpublished_at = clock.now()
    process.save()
    put(process, target="comment:4")
    assert "<mark>" not in client.get(PAGE, {"q": "terveyskeskus"}).content.decode()


def test_text_is_escaped_around_marks_i1(client, process):
    put(process, fi=("<b>Otsikko</b>", '<script>alert("ovi")</script> ovi & <img src=x>'))
    page = client.get(PAGE, {"q": "ovi"}).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<mark>ovi</mark>" in page


@pytest.mark.parametrize("bad", ["a" * 201, "\x00", "\u202etext", "\ud800"])
def test_bad_words_are_refused_i3(client, process, bad):
    from urllib.parse import quote

    response = client.get(f"{PAGE}?q={quote(bad, errors='surrogatepass')}")
    assert response.status_code in {200, 400}


@pytest.mark.parametrize("odd", ["'", "a & | !", ":*", "((", "' OR 1=1 --", "<->", "...", "\\"])
def test_query_signs_are_only_text_i10(client, process, odd):
    assert client.get(PAGE, {"q": odd}).status_code == 200


def test_empty_and_nothing_found_have_words(client, process):
    assert client.get(PAGE).status_code == 200
    assert client.get(PAGE, {"q": "olematonsana"}).status_code == 200


def test_o7_no_question_costs_more_than_eight_words(client, process):
    put(process)
    many = " ".join(f"sana{number}" for number in range(400))
    assert len(searching._asked(many)) == 8
    assert searching._asked("o" * 5_000) == []
    for text in (many, "ovi " * 1_000, "o" * 100_000, "ö" * 79):
        began = time.monotonic()
        assert client.get(PAGE, {"q": text}).status_code in {200, 400, 422}
        assert time.monotonic() - began < 2


def test_o7_of_very_many_hits_the_page_says_that_only_the_newest_are_there(client, process, monkeypatch):
    words = "vain uusimmat"
    put(process)
    assert words not in client.get(PAGE, {"q": "ovi"}).content.decode()
    monkeypatch.setattr(searching, "MOST_ORDERED", 1)
    put(process, target="comment:2")
    page = client.get(PAGE, {"q": "ovi"}).content.decode()
    assert words in page
    assert page.count("y-card__heading") == 1


def test_pages_follow_with_a_fixed_number_of_queries(client, process, django_assert_max_num_queries):
    for number in range(45):
        put(process, target=f"comment:{number + 10}", fi=(f"Kommentti {number}", "ovi " * (number + 1)))
    seen, path = 0, f"{PAGE}?q=ovi"
    while path:
        with django_assert_max_num_queries(10):
            page = client.get(path).content.decode()
        seen += page.count("y-card__heading")
        path = page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&") if 'rel="next"' in page else ""
    assert seen == 45
