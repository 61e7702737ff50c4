"""News of a launch pack stands on the front page once it is released; a front without news has no place for it."""

from datetime import timedelta

import pytest
from django.utils import translation

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Process

pytestmark = pytest.mark.django_db
FRONT = "/keski-suomi/{}/"


def release(activity, number=1, days=-1, headline="Kuntalaiset mukaan", piece=1):
    words = {
        "headline": {"fi": headline, "sv": "Invånarna med"},
        "news": {"fi": "Kerro **oma** kokemuksesi.", "sv": "Berätta."},
    }
    at = clock.now() + timedelta(days=days)
    return LaunchRelease.objects.create(
        activity=activity, number=number, piece=piece, words=words, release_at=at, told_at=at if days < 0 else None
    )


@pytest.mark.parametrize(("language", "words"), [("fi", "Kuntalaiset mukaan"), ("sv", "Invånarna med"), ("en", "News")])
def test_released_news_stands_on_the_front(client, process, language, words, django_assert_max_num_queries):
    release(process.activities.get())
    with django_assert_max_num_queries(10):
        page = client.get(FRONT.format(language)).content.decode()
    assert 'id="news"' in page
    assert words in page
    with translation.override(language):
        assert f'href="{activity_address(process.activities.get(), "launch:news_of", version=1)}"' in page


def test_a_correction_takes_the_place_of_what_it_corrects(client, process):
    activity = process.activities.get()
    release(activity, headline="Virheellinen otsikko")
    release(activity, number=2, headline="Korjattu otsikko")
    page = client.get(FRONT.format("fi")).content.decode()
    assert "Korjattu otsikko" in page
    assert "Virheellinen otsikko" not in page


def test_other_news_of_the_same_round_stands_beside_the_earlier(client, process):
    activity = process.activities.get()
    release(activity, headline="Kierros alkaa", days=-20)
    release(activity, number=2, piece=2, headline="Tulokset ovat täällä", days=-2)
    release(activity, number=3, piece=2, headline="Tulokset oikein")
    page = client.get(FRONT.format("fi")).content.decode()
    assert page.index("Tulokset oikein") < page.index("Kierros alkaa")
    assert "Tulokset ovat täällä" not in page
    assert activity_address(activity, "launch:news_of", language="fi", version=3) in page


@pytest.mark.parametrize("days", [1, -61])
def test_a_front_without_fresh_news_has_no_place_for_it(client, process, days):
    assert 'id="news"' not in client.get(FRONT.format("fi")).content.decode()
    release(process.activities.get(), days=days)
    assert 'id="news"' not in client.get(FRONT.format("fi")).content.decode()


@pytest.mark.parametrize("field", ["cancelled_at", "paused_at", "archived_at", "unpublished_at"])
def test_p3_news_of_what_was_stopped_is_not_on_the_front(client, process, field):
    release(process.activities.get())
    Process.objects.filter(pk=process.pk).update(**{field: clock.now()})
    assert 'id="news"' not in client.get(FRONT.format("fi")).content.decode()


def test_a_partner_shows_the_news_of_a_shared_process(client, process):
    other = factories.authority("pirkanmaa", code="11")
    process.partnerships.create(authority=other, joined_at=clock.now())
    release(process.activities.get())
    assert "Kuntalaiset mukaan" in client.get("/pirkanmaa/fi/").content.decode()
