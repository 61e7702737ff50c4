"""Who may comment: each rule is said on the round's page, with what to do, and held to when somebody writes."""

import pytest

from tests import factories
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.methods.comment_rounds.tests.conftest import make_world
from yhdyspinta.people.models import Person
from yhdyspinta.places.models import Area

pytestmark = pytest.mark.django_db
WITHOUT = "You can take part without identifying yourself."
JYVASKYLA, HANKASALMI, TAMPERE = "179", "077", "837"
HOMES = RoundSettings(level=Person.Level.STRONG, municipalities=(JYVASKYLA, HANKASALMI))


@pytest.fixture
def identified(settings):
    """An installation where residents can identify themselves."""
    settings.IDENTIFICATION = {
        "resident": {"issuer": "https://id.example.org", "client_id": "a", "client_secret": "b", "scope": "openid"}
    }


def resident(home: str, email: str = "aino@example.org"):
    area = Area.objects.get(kind="municipality", code=home)
    return factories.person(email, level=Person.Level.STRONG, home_municipality=area)


def text_of(client, world) -> str:
    page = client.get(world.path(language="en"))
    assert page.status_code == 200
    return " ".join(page.content.decode().replace("&#x27;", "'").split())


def test_a_round_for_everybody_says_so(client):
    page = text_of(client, make_world())
    assert WITHOUT in page
    assert f"<dt>Who may comment</dt><dd>Anyone. {WITHOUT}</dd>" in page


def test_a_round_for_confirmed_addresses_says_what_to_do(client):
    world = make_world(settings=RoundSettings(level=Person.Level.EMAIL))
    page = text_of(client, world)
    assert WITHOUT not in page
    assert "<dd>Those who have confirmed their e-mail address. Sign in with an account" in page
    assert "/login/?next=" in page
    signed = text_of(factories.signed_in(factories.person()), world)
    assert "You may comment in this round." in signed
    assert WITHOUT not in signed


def test_a_round_for_the_identified_leads_to_identification(client, identified):
    world = make_world(settings=RoundSettings(level=Person.Level.STRONG))
    page = text_of(client, world)
    assert "<dd>Those who are strongly identified. Identify yourself with your bank codes" in page
    assert "/identify/?next=" in page
    assert WITHOUT not in page


def test_where_nobody_can_be_identified_the_page_says_so(client):
    page = text_of(client, make_world(settings=RoundSettings(level=Person.Level.STRONG)))
    assert "People cannot be identified in this service, so take part by phone or on paper." in page
    assert "/identify/" not in page


def test_only_residents_of_the_named_municipalities_comment(client, identified, django_assert_max_num_queries):
    world = make_world(settings=HOMES)
    with django_assert_max_num_queries(10):
        page = text_of(client, world)
    assert "Those who are strongly identified and live in: Hankasalmi, Jyväskylä." in page
    assert "The identification tells your home municipality." in page
    own = factories.signed_in(resident(JYVASKYLA))
    assert "You may comment in this round." in text_of(own, world)
    assert own.post(world.write_path(), {"text": "Kotikunnastani."}).status_code == 303


def test_somebody_from_elsewhere_is_refused_and_told_the_municipalities(identified):
    world = make_world(settings=HOMES)
    away = factories.signed_in(resident(TAMPERE, "cai@example.org"))
    page = text_of(away, world)
    why = "You can take part in this if your home municipality is one of these: Hankasalmi, Jyväskylä."
    assert why in page
    assert "You may comment in this round." not in page
    assert "/identify/?next=" not in page
    answer = away.post(world.write_path(language="en"), {"text": "Muualta."})
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert "Muualta." in answer.content.decode()


def test_who_lives_nowhere_known_is_refused_too(identified):
    world = make_world(settings=HOMES)
    unknown = factories.signed_in(factories.person(level=Person.Level.STRONG))
    assert "one of these: Hankasalmi, Jyväskylä." in text_of(unknown, world)


def test_the_rule_is_said_before_the_round_opens(client, identified):
    from datetime import timedelta

    from yhdyspinta.audit import clock

    at = clock.now()
    world = make_world(settings=HOMES, opens_at=at + timedelta(days=1), closes_at=at + timedelta(days=2))
    assert "live in: Hankasalmi, Jyväskylä." in text_of(client, world)
