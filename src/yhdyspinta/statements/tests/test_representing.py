"""A resident says that they represent an organisation, to give its statement, without commenting first."""

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.actions import block_person
from yhdyspinta.people.models import Representation
from yhdyspinta.people.organisations import confirm_representation
from yhdyspinta.processes.models import Stage
from yhdyspinta.statements.models import Statement
from yhdyspinta.statements.representing import MOST_WAITING
from yhdyspinta.statements.tests.scene import NAME, begin, path_of

pytestmark = pytest.mark.django_db


def say(browser, activity, name=NAME):
    return browser.post(f"{path_of(activity, 'start')}represent/", {"organisation": name})


def test_who_says_so_waits_for_staff_and_then_begins_the_statement(activity):
    oili, start = factories.person("oili@example.org"), path_of(activity, "start")
    browser = factories.signed_in(oili)
    for language, words in (("fi", "Edustan järjestöä"), ("sv", "Jag företräder"), ("en", "I represent")):
        there = start.replace("/fi/", f"/{language}/")
        page = browser.get(there).content.decode()
        assert words in page
        assert f'href="{there}represent/"' in page
    for language, words in (("fi", "Mitä järjestöä"), ("sv", "Vilken organisation"), ("en", "Which organisation")):
        assert words in browser.get(f"{start.replace('/fi/', f'/{language}/')}represent/").content.decode()
    assert say(browser, activity, " ").status_code == 422
    for _twice in range(2):
        assert say(browser, activity).status_code == 302
    speaks = Representation.objects.get()
    assert (speaks.person, speaks.organisation.name, speaks.confirmed_at) == (oili, NAME, None)
    page = browser.get(start).content.decode()
    assert "Odottaa vahvistusta" in page
    assert NAME in page
    assert begin(browser, activity, speaks.organisation).status_code == 403
    bertta = factories.staff(activity.process.owner)
    listed = factories.signed_in(bertta).get(f"/{activity.process.owner.slug}/fi/desk/organisations/").content.decode()
    assert "ilmoittaa edustavansa" in listed
    confirm_representation(actor=bertta, representation=speaks, at=clock.now())
    assert Notice.objects.get(kind="people.representation_confirmed").person == oili
    assert begin(browser, activity, speaks.organisation).status_code == 302
    assert Statement.objects.get().organisation == speaks.organisation


def test_a_name_of_the_authority_and_too_many_names_are_refused_at_the_field(activity):
    browser = factories.signed_in(factories.person("oili@example.org"))
    refused = say(browser, activity, "Viranomainen")
    assert refused.status_code == 422
    assert 'href="#id_organisation"' in refused.content.decode()
    for number in range(MOST_WAITING):
        assert say(browser, activity, f"Yhdistys {number}").status_code == 302
    refused = say(browser, activity, "Vielä yksi")
    assert refused.status_code == 422
    assert "monta järjestöä" in refused.content.decode()
    assert say(browser, activity, "Yhdistys 0").status_code == 302  # said already
    assert Representation.objects.count() == MOST_WAITING


def test_visitors_sign_in_first_and_the_blocked_and_the_late_are_refused(activity):
    assert say(Client(), activity).url.startswith("/account/login/?next=")
    owner, now = activity.process.owner, clock.now()
    cai = factories.person("cai@example.org")
    block_person(
        actor=factories.staff(owner), person=cai, authority=owner, reason="Mainoksia.", at=now,
        until=now.replace(year=now.year + 1),
    )  # fmt: skip
    assert say(factories.signed_in(cai), activity).status_code in {403, 422}
    Stage.objects.update(opens_at=factories.EPOCH, closes_at=factories.EPOCH + (now - factories.EPOCH) / 2)
    browser = factories.signed_in(factories.person("oili@example.org"))
    assert say(browser, activity).status_code in {403, 422}
    page = browser.get(f"{path_of(activity, 'start')}represent/").content.decode().partition("<main")[2]
    assert "<form" not in page
    assert "päättyn" in page
    assert not Representation.objects.exists()
