"""The card for other sites: framed by anybody, holding no session, showing published things only (W6)."""

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.processes.models import Activity

pytestmark = pytest.mark.django_db
CARD = "/keski-suomi/{}/processes/toimintamallit/card/kommentointi/"
SHARE = "/keski-suomi/{}/desk/processes/toimintamallit/activities/kommentointi/card/"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_w6_only_the_card_may_be_framed(activity: Activity, language: str, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(10):
        response = Client().get(CARD.format(language))
    assert response.status_code == 200
    assert "X-Frame-Options" not in response.headers
    policy = response.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src" not in policy
    assert not response.cookies
    text = response.content.decode()
    assert "<script" not in text
    assert 'target="_top"' in text
    other = Client().get(f"/keski-suomi/{language}/processes/toimintamallit/")
    assert "frame-ancestors 'none'" in other.headers["Content-Security-Policy"]
    assert other.headers["X-Frame-Options"] == "DENY"


def test_w6_what_is_not_published_is_not_in_it_for_anybody(activity: Activity) -> None:
    activity.process.published_at = None
    activity.process.save()
    for client in (Client(), factories.signed_in(factories.staff(activity.process.owner))):
        assert client.get(CARD.format("fi")).status_code == 404


def test_staff_copy_its_code_in_each_language_of_the_round(activity: Activity) -> None:
    activity.process.title = {"fi": 'Malli "A" & <b>', "sv": "Modell"}
    activity.process.save()
    client = factories.signed_in(factories.staff(activity.process.owner))
    text = client.get(SHARE.format("fi")).content.decode()
    assert text.count("&lt;iframe") == 2
    assert f"http://localhost:8000{CARD.format('sv')}" in text
    assert "<b>" not in text.split("<textarea")[1].split("</textarea>")[0]
    assert Client().get(SHARE.format("fi")).status_code == 302


def test_a_cancelled_round_is_not_offered_for_comments(activity: Activity) -> None:
    from yhdyspinta.audit import clock

    assert "Lue ja kommentoi" in Client().get(CARD.format("fi")).content.decode()
    activity.process.cancelled_at = clock.now()
    activity.process.save()
    assert "Lue ja kommentoi" not in Client().get(CARD.format("fi")).content.decode()


@pytest.mark.parametrize(
    ("language", "code", "link"), [("fi", "Kopioi koodi", "Kopioi linkki"), ("sv", "Kopiera koden", "Kopiera länken")]
)
def test_code_and_link_are_copied_with_a_press_of_a_button_that_names_its_text(
    activity: Activity, language: str, code: str, link: str
) -> None:
    desk = factories.signed_in(factories.staff(activity.process.owner))
    page = desk.get(SHARE.format(language)).content.decode()
    for kind, words in (("frame", code), ("link", link)):
        button = page.split(f'data-copy="{kind}-{language}"')[1].split("</button>")[0]
        assert button.endswith(f">{words}")
        assert f'<textarea class="govuk-textarea y-whole" id="{kind}-{language}"' in page
