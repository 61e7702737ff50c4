import pytest
from defusedxml.ElementTree import fromstring
from icalendar import Calendar

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority

pytestmark = pytest.mark.django_db
PAGES = (
    "", "processes/", "processes/toimintamallit/", "processes/toimintamallit/privacy/", "results/", "search/",
    "search/?q=toimintamalli", "rights/", "privacy/", "licences/", "gallery/", "accessibility/", "feed/",
    "processes/toimintamallit/feed/", "processes/toimintamallit/calendar.ics", "theme.css",
)  # fmt: skip
BAD = ("'", '"><script>', "%00", "٣", "1e309", "-0", "author__email", "\u202e", "a" * 5000, "/../", "=1+1")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_page_opens_in_each_language(client, process, page, language, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        response = client.get(f"/keski-suomi/{language}/{page}")
    assert response.status_code == 200
    assert response.headers["Content-Language"] == language


@pytest.mark.parametrize("page", ["processes/", "search/", "results/", "processes/toimintamallit/", ""])
@pytest.mark.parametrize(
    "name", ["state", "method", "influence", "sort", "keyword", "after", "q", "kind", "preview", "language"]
)
def test_hostile_parameters_are_refused_or_ignored_i2_i9(client, process, page, name):
    for bad in BAD:
        response = client.get(f"/keski-suomi/fi/{page}", {name: bad})
        assert response.status_code in {200, 400}
        assert b"><script>" not in response.content


@pytest.mark.parametrize(("regime", "article"), [("authority", "6(1)(e)"), ("association", "6(1)(f)")])
def test_privacy_pages_tell_the_ground_of_who_is_responsible(client, authority, process, regime, article):
    Authority.objects.filter(pk=authority.pk).update(regime=regime)
    for page in ("privacy/", "processes/toimintamallit/privacy/"):
        assert f"GDPR article {article}" in client.get(f"/keski-suomi/en/{page}").content.decode()


def test_unknown_order_is_refused_i9(client, process):
    assert client.get("/keski-suomi/fi/processes/?sort=owner__email").status_code == 400


def test_draft_is_nowhere_p3(client, authority):
    factories.process(authority, "salainen", published=False, title={"fi": "Salainen luonnos"})
    for page in PAGES:
        assert b"Salainen" not in client.get(f"/keski-suomi/fi/{page.replace('toimintamallit', 'salainen')}").content
    for page in ("", "privacy/", "feed/", "calendar.ics"):
        secret = client.get(f"/keski-suomi/fi/processes/salainen/{page}")
        none = client.get(f"/keski-suomi/fi/processes/ei-mitaan/{page}")
        assert secret.status_code == none.status_code == 404


def test_preview_opens_the_draft_and_leaves_the_address(client, authority):
    from yhdyspinta.processes.preview import preview_token

    draft = factories.process(authority, "luonnos", published=False)
    page = "/keski-suomi/fi/processes/luonnos/"
    opened = client.get(page, {"preview": preview_token(draft)})
    assert opened.status_code == 302
    assert opened.headers["Location"] == page
    shown = client.get(page)
    assert shown.status_code == 200
    assert "noindex" in shown.headers["X-Robots-Tag"]
    assert "no-store" in shown.headers["Cache-Control"]


def test_another_authority_shows_nothing_of_ours_p3(client, process):
    factories.authority("toinen", code="14")
    assert client.get("/toinen/fi/processes/toimintamallit/").status_code == 404
    assert "toimintamallit" not in client.get("/toinen/fi/").content.decode()


def test_partner_shows_the_shared_process(client, process):
    from yhdyspinta.processes.models import ProcessPartner

    partner = factories.authority("toinen", code="14")
    ProcessPartner.objects.create(process=process, authority=partner, joined_at=clock.now())
    for page in ("", "processes/", "feed/"):
        assert "/keski-suomi/fi/processes/toimintamallit/" in client.get(f"/toinen/fi/{page}").content.decode()


def test_paused_and_cancelled_tell_why(client, process):
    process.paused_at, process.pause_reason = clock.now(), {"fi": "Tarkistamme luonnosta."}
    process.save()
    assert "Tarkistamme luonnosta." in client.get("/keski-suomi/fi/processes/toimintamallit/").content.decode()


def test_email_is_not_for_harvesters(client, process):
    page = client.get("/keski-suomi/fi/processes/toimintamallit/").content.decode()
    assert "yhteys@example.org" not in page
    assert "yhteys (at) example.org" in page


@pytest.mark.parametrize("path", ["", "processes/", "results/", "search/?q=toimintamallit", "feed/"])
def test_same_queries_for_3_and_40(client, authority, path, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def make(first, last):
        for number in range(first, last):
            made = factories.process(authority, f"p-{number}")
            factories.activity(made)

    make(0, 3)
    client.get(f"/keski-suomi/fi/{path}")
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(f"/keski-suomi/fi/{path}")
    make(3, 40)
    with CaptureQueriesContext(connection) as many:
        client.get(f"/keski-suomi/fi/{path}")
    assert len(many) == len(few) <= 10


def test_pages_follow_each_other(client, authority):
    for number in range(25):
        factories.process(authority, f"p-{number}")
    first = client.get("/keski-suomi/fi/processes/").content.decode()
    assert 'rel="next"' in first
    after = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert client.get(after).content.decode().count("y-card__heading") == 5


def test_feeds_are_xml_and_calendar_reads(client, process):
    process.title = {"fi": "Otsikko & <merkit> \u0007"}
    process.save()
    for page in ("feed/", "processes/toimintamallit/feed/"):
        assert fromstring(client.get(f"/keski-suomi/fi/{page}").content).tag.endswith("feed")
    calendar = Calendar.from_ical(client.get("/keski-suomi/fi/processes/toimintamallit/calendar.ics").content)
    events = list(calendar.walk("VEVENT"))
    assert len(events) == 3
    assert any(str(event["dtstart"].params.get("TZID", "")) == "Europe/Helsinki" for event in events)


@pytest.mark.parametrize("page", PAGES)
def test_signed_in_people_get_the_same_within_the_limit(
    sign_in, authority, process, page, django_assert_max_num_queries
):
    client = sign_in(factories.staff(authority))
    with django_assert_max_num_queries(15):
        response = client.get(f"/keski-suomi/fi/{page}")
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"] or page == "theme.css"


def test_theme_is_kept_for_long_and_holds_the_authority_colours(client, authority):
    authority.colour_main = "#ffee00"  # white text could not be read on it
    authority.save()
    response = client.get(f"/keski-suomi/fi/theme.css?v={authority.revision}")
    assert "immutable" in response.headers["Cache-Control"]
    assert "#ffee00" not in response.content.decode()
    assert client.get("/keski-suomi/fi/logo.png").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_reading_pages_take_only_reading_w2(client, process, method):
    for page in ("", "processes/", "results/", "search/", "rights/", "feed/"):
        assert getattr(client, method)(f"/keski-suomi/fi/{page}").status_code == 405


def test_former_address_leads_to_the_successor(client, authority, process):
    from yhdyspinta.processes.models import FormerAddress

    old = factories.authority("vanha", code="14")
    FormerAddress.objects.create(authority=old, slug="toimintamallit", process=process, since=clock.now())
    response = client.get("/vanha/sv/processes/toimintamallit/")
    assert response.status_code == 301
    assert response.headers["Location"] == "/keski-suomi/sv/processes/toimintamallit/"


HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "{{ 7*7 }}", "{% include 'x' %}",
    "]]><!--", "%s %(x)s %n", "\\u003cscript>", "a\nBEGIN:VEVENT\nSUMMARY:x", "' OR 1=1 --",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_shown_as_text_i1_i7(client, process, text):
    for name in ("title", "summary", "background", "use_of_results", "decided_by", "pause_reason", "privacy_purposes"):
        setattr(process, name, {"fi": text})
    process.paused_at = clock.now()
    process.save()
    for page in PAGES:
        response = client.get(f"/keski-suomi/fi/{page}")
        assert response.status_code == 200
        if page.endswith(".ics"):  # plain text, never shown as a page
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            continue
        assert "<script>alert" not in response.content.decode()
        assert "<img src=x" not in response.content.decode()
    events = Calendar.from_ical(client.get("/keski-suomi/fi/processes/toimintamallit/calendar.ics").content)
    assert len(list(events.walk("VEVENT"))) == 3


def test_a_card_names_the_language_of_words_that_are_not_in_the_pages(client, process):
    process.summary = {"fi": "Kerro, mitä toimintamallista puuttuu."}
    process.save()
    page = client.get("/keski-suomi/en/processes/").content.decode()
    assert '<span lang="fi">Kerro, mitä toimintamallista puuttuu.</span> <span class="y-language-note"' in page
    assert "y-language-note" not in client.get("/keski-suomi/fi/processes/").content.decode()
