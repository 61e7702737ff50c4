"""Whoever opens a page of a desk without having signed in is asked to, and comes back to the same page."""

import pytest
from django.test import Client

from tests import factories

pytestmark = pytest.mark.django_db
LOGIN = "/account/login/?next="


@pytest.mark.parametrize("page", ["", "answers/", "processes/eiole/", "processes/toimintamallit/", "people/999/block/"])
def test_a_desk_asks_to_sign_in_whatever_is_there(page):
    factories.process(factories.authority(), published=False)
    answer = Client().get(f"/keski-suomi/fi/desk/{page}?sivu=2")
    assert answer.status_code == 302
    assert answer.url == f"{LOGIN}%2Fkeski-suomi%2Ffi%2Fdesk%2F{page.replace('/', '%2F')}%3Fsivu%3D2"


def test_signing_in_leads_back_to_the_page():
    bertta = factories.staff(factories.authority())
    client = Client()
    asked = client.get("/keski-suomi/fi/desk/answers/")
    page = client.get(asked.url).content.decode()
    assert 'value="/keski-suomi/fi/desk/answers/"' in page
    client.force_login(bertta, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/keski-suomi/fi/desk/answers/").url.startswith("/account/second-factor/")


def test_an_authority_that_is_off_has_no_desk():
    factories.authority(is_on=False)
    assert Client().get("/keski-suomi/fi/desk/").status_code == 404


def test_a_form_sent_after_the_session_ended_and_a_piece_of_a_page_are_only_refused():
    factories.authority()
    assert Client().post("/keski-suomi/fi/desk/new-process/", {"title-fi": "Malli"}).status_code == 404
    assert Client().get("/keski-suomi/fi/desk/", headers={"HX-Request": "true"}).status_code == 404


def test_a_resident_who_has_signed_in_finds_no_desk():
    factories.authority()
    assert factories.signed_in(factories.person()).get("/keski-suomi/fi/desk/").status_code == 404
