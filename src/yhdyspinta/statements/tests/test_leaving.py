"""Who speaks for an organisation stops by themselves: what is sent and what is not stays, and the others are told."""

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import words_of
from yhdyspinta.people.models import Representation
from yhdyspinta.statements.models import Colleague, Statement
from yhdyspinta.statements.tests.scene import NAME, begin, path_of, speaker, step, write

pytestmark = pytest.mark.django_db


def leave_path(organisation, language="fi"):
    return f"/{organisation.authority.slug}/{language}/organisations/{organisation.pk}/leave/"


@pytest.fixture
def pirjo(organisation):
    return speaker(organisation, "pirjo@example.org")


def test_it_is_reached_from_ones_own_data_and_asks_first(activity, organisation, oili, pirjo):
    browser, path = factories.signed_in(oili), leave_path(organisation)
    begin(browser, activity, organisation)
    assert path in browser.get(f"/{organisation.authority.slug}/fi/my-data/").content.decode()
    assert path in browser.get(path_of(activity, "start")).content.decode()
    for language, words in (
        ("fi", ("Lopetetaanko", "Muut edustajat jatkavat niitä")),
        ("sv", ("Vill du sluta företräda", "De andra företrädarna fortsätter med dem")),
        ("en", ("Stop speaking for", "The other representatives go on with them")),
    ):
        page = browser.get(leave_path(organisation, language)).content.decode()
        assert NAME in page
        assert all(said in page for said in words)
    assert Representation.objects.filter(person=oili).exists()


def test_the_draft_stays_with_the_others_who_are_told_once(activity, organisation, oili, pirjo):
    browser, others = factories.signed_in(oili), factories.signed_in(pirjo)
    speaker(organisation, "odottaa@example.org", confirmed=False)
    begin(browser, activity, organisation)
    write(browser, activity, "Kannatamme.")
    step(browser, activity, "ask")
    for _twice in range(2):
        assert browser.post(leave_path(organisation)).url == f"/{organisation.authority.slug}/fi/my-data/"
    assert browser.get(path_of(activity)).status_code == 404
    assert browser.get(leave_path(organisation)).status_code == 404
    assert list(Representation.objects.filter(confirmed_at__isnull=False).values_list("person", flat=True)) == [
        pirjo.pk
    ]
    (notice,) = Notice.objects.filter(kind="statements.speaker_left")
    assert notice.person == pirjo
    told = words_of(notice)
    assert NAME in told.paragraphs[0]
    assert NAME not in told.subject
    assert Entry.objects.filter(verb="people.representation_ended").count() == 1
    page = others.get(path_of(activity)).content.decode()
    assert "Kannatamme." in page
    step(others, activity, "ask")  # anew: the one who had asked is gone
    assert step(others, activity, "send").status_code == 302
    assert Comment.objects.get().text == "Kannatamme."


def test_what_was_asked_for_approval_is_asked_for_anew(activity, organisation, oili, pirjo):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, "Kannatamme.")
    step(browser, activity, "ask")
    browser.post(leave_path(organisation))
    assert step(factories.signed_in(pirjo), activity, "send").status_code != 302
    assert not Receipt.objects.exists()


def test_the_receipt_of_what_was_sent_goes_to_another(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, "Kannatamme.")
    step(browser, activity, "ask")
    step(browser, activity, "send")
    alone = browser.get(leave_path(organisation)).content.decode()
    assert "jäävät sinulle" in alone
    pirjo = speaker(organisation, "pirjo@example.org")
    assert "siirtyvät toiselle edustajalle" in browser.get(leave_path(organisation)).content.decode()
    browser.post(leave_path(organisation))
    assert Statement.objects.get().receipt.sender.person == pirjo
    assert Statement.objects.get().receipt.sender.organisation == organisation


def test_the_last_one_is_told_that_the_draft_waits(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    page = browser.get(leave_path(organisation)).content.decode()
    assert "Kukaan muu ei edusta järjestöä" in page
    assert "Muille edustajille kerrotaan" not in page
    browser.post(leave_path(organisation))
    assert Statement.objects.get().receipt is None
    assert not Notice.objects.filter(kind="statements.speaker_left").exists()


def test_writing_along_ends_too(activity, organisation, oili, pirjo):
    begin(factories.signed_in(pirjo), activity, organisation)
    now = clock.now()
    Colleague.objects.create(
        statement=Statement.objects.get(), email=oili.email, nonce="o" * 22, invited_at=now, expires_at=now,
        person=oili, joined_at=now,
    )  # fmt: skip
    browser = factories.signed_in(oili)
    browser.post(leave_path(organisation))
    assert browser.get(path_of(activity)).status_code == 404


def test_who_only_waits_takes_it_back_and_nobody_is_told(organisation, oili):
    waiting = speaker(organisation, "odottaa@example.org", confirmed=False)
    browser = factories.signed_in(waiting)
    assert "ei ole vielä vahvistanut" in browser.get(leave_path(organisation)).content.decode()
    browser.post(leave_path(organisation))
    assert not Representation.objects.filter(person=waiting).exists()
    assert Representation.objects.filter(person=oili).exists()
    assert not Notice.objects.exists()


def test_others_are_not_let_in(organisation, oili):
    assert Client().get(leave_path(organisation)).url.startswith("/account/login/")
    assert Client().post(leave_path(organisation)).url.startswith("/account/login/")
    cai = factories.signed_in(factories.person("cai@example.org"))
    assert cai.get(leave_path(organisation)).status_code == 404
    cai.post(leave_path(organisation))
    assert Representation.objects.get().person == oili
