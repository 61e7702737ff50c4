"""Who says that they speak for an organisation can be judged: what they gave, and where they commented."""

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Sender
from yhdyspinta.people.organisations import represent_organisation, verify_organisation

pytestmark = pytest.mark.django_db
PAGE = "/keski-suomi/fi/desk/organisations/"
COMMENT = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/moderation/1/"


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def guest(county):
    document = factories.document(factories.activity(factories.process(county)))
    guest = factories.guest()
    section = document.versions.get().sections.first()
    factories.comment(guest, section, email="yhdistys@example.org", confirmed=False)
    made = represent_organisation(actor=guest, authority=county, name="Malliyhdistys", at=clock.now())
    Sender.objects.update(organisation=made.organisation)
    return guest


def page_of(county, role):
    return factories.signed_in(factories.staff(county, role)).get(PAGE).content.decode()


def test_what_a_guest_gave_and_wrote_is_shown(county, guest):
    shown = page_of(county, "coordinator")
    assert f"Vieras {guest.pk}" in shown
    assert 'href="mailto:yhdistys@example.org"' in shown
    assert f'href="{COMMENT}"' in shown


def test_a_moderator_gets_the_comment_and_not_the_address(county, guest):
    shown = page_of(county, "moderator")
    assert f'href="{COMMENT}"' in shown
    assert "yhdistys@example.org" not in shown


def test_confirmed_and_unconfirmed_do_not_look_the_same(county, guest):
    at, bertta = clock.now(), factories.staff(county)
    other = represent_organisation(actor=bertta, authority=county, name="Toinen yhdistys", at=at)
    verify_organisation(actor=bertta, organisation=other.organisation, at=at)
    shown = factories.signed_in(bertta).get(PAGE).content.decode()
    assert '<strong class="govuk-tag y-tag--amber">vahvistamaton</strong>' in shown
    assert '<strong class="govuk-tag y-tag--moss">vahvistettu</strong>' in shown
    assert "Yhtään kommenttia ei ole lähetetty." in shown
