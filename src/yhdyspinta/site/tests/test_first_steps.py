"""An authority that has nothing yet: its people are told where to begin, and its front page promises no results."""

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in

pytestmark = pytest.mark.django_db
DESK = "/keski-suomi/fi/desk/"


def desk_of(who):
    return signed_in(who).get(DESK).content.decode()


def test_an_administrator_adds_the_contacts_and_makes_the_first_process():
    shown = desk_of(factories.staff(factories.authority(phone=""), "county_admin"))
    assert "Mikään ei odota sinua" not in shown
    assert f'href="{DESK}authority/contact/#id_phone"' in shown
    assert f'href="{DESK}new-process/">Tee ensimmäinen prosessi' in shown


def test_a_coordinator_is_told_who_adds_the_contacts():
    county = factories.authority(phone="")
    factories.staff(county, "county_admin", "paula@example.org")
    shown = desk_of(factories.staff(county))
    assert "paula@example.org" in shown
    assert f"{DESK}authority/" not in shown


def test_with_contacts_only_the_process_is_asked_for_and_a_viewer_is_asked_nothing():
    county = factories.authority(paper_way={"fi": "Kirjastosta"})
    assert "puhelimitse ja paperilla" not in desk_of(factories.staff(county))
    assert "Ensimmäiset vaiheet" not in desk_of(factories.staff(county, "viewer", "v@example.org"))
    factories.process(county, published=False)
    assert "Ensimmäiset vaiheet" not in desk_of(factories.staff(county, "coordinator", "c@example.org"))


def test_the_front_page_offers_results_only_when_there_is_something():
    county = factories.authority()
    empty = Client().get("/keski-suomi/fi/")
    assert "Katso tulokset" not in empty.content.decode()
    assert [action["href"] for action in empty.context["hero_actions"]] == ["/keski-suomi/fi/rights/"]
    factories.process(county)
    assert "Katso tulokset" in Client().get("/keski-suomi/fi/").content.decode()


def test_an_operator_sees_the_installation_first_in_the_menu_of_a_desk():
    county = factories.authority()
    first = desk_of(factories.person("o@example.org", is_operator=True)).split('class="y-nav__row"')[1]
    assert first.startswith('><li><a href="/installation/fi/"')
    assert "/installation/" not in desk_of(factories.staff(county, "county_admin"))
