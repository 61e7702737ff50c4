"""What somebody says as themselves and the statement they approve stay apart, whichever came first."""

from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client

from tests import factories
from tests.together import wrong_counts
from yhdyspinta.audit import clock
from yhdyspinta.comments.drafts import items_of
from yhdyspinta.comments.models import Comment, CommentDraft, Receipt, Sender
from yhdyspinta.documents.models import Document, Section
from yhdyspinta.methods.comment_rounds.tests.conftest import World
from yhdyspinta.moderation import spam
from yhdyspinta.people.claiming import claim_guest
from yhdyspinta.people.models import Organisation, Representation
from yhdyspinta.people.personal_registry import erase_all
from yhdyspinta.reports.figures import figures_of
from yhdyspinta.statements.models import Statement
from yhdyspinta.statements.tests.scene import NAME, begin, path_of, speaker, step, write

pytestmark = pytest.mark.django_db
OWN, THEIRS = "Omat sanani.", "Yhdistyksen sanat."


@pytest.fixture
def round_(activity):
    return World(activity.process.owner, activity, Document.objects.get())


def send_statement(browser, activity, organisation):
    begin(browser, activity, organisation)
    write(browser, activity, THEIRS)
    step(browser, activity, "ask")
    assert step(browser, activity, "send").status_code == 302
    return Comment.objects.get(text=THEIRS)


def told(activity, number):
    """What the public page, the open data's interface and the report tell of a comment and of the round."""
    slugs = f"{activity.process.owner.slug}/{activity.process.slug}"
    api = Client().get(f"/api/v1/processes/{slugs}/activities/{activity.slug}/comments/{number}/").json()
    return api["organisation"], api["capacities"], figures_of(activity, at=clock.now())["gave_statement"]


def require_apart(activity, organisation, oili):
    """Two senders, each with what is theirs, on every page and in every count."""
    own, theirs = Comment.objects.get(text=OWN), Comment.objects.get(text=THEIRS)
    assert (own.sender.organisation, own.sender.capacities, own.sender.person) == (None, ["resident"], oili)
    assert (theirs.sender.organisation, theirs.sender.capacities) == (organisation, ["organisation"])
    assert theirs.sender.person == oili
    activity.refresh_from_db()
    assert activity.sender_count == Sender.objects.count() == 2
    assert wrong_counts(activity) == []
    assert told(activity, theirs.number) == (NAME, ["organisation"], [NAME])
    assert told(activity, own.number) == (None, ["resident"], [NAME])


def test_a_comment_after_the_statement_is_ones_own(activity, organisation, oili, round_):
    browser = factories.signed_in(oili)
    theirs = send_statement(browser, activity, organisation)
    browser.post(round_.write_path(), {"text": OWN})
    assert browser.get(round_.path("write/check/")).url == round_.path(
        "write/about-you/"
    )  # asked, never the organisation's
    page = browser.get(round_.path("write/about-you/")).content.decode()
    assert NAME not in page
    round_.send(browser, OWN)
    require_apart(activity, organisation, oili)
    public = Client().get(round_.section_path()).content.decode()
    assert public.count(NAME) == 1
    receipts = Receipt.objects.order_by("pk")
    assert [one.comments.get().text for one in receipts] == [THEIRS, OWN]
    assert Statement.objects.get().receipt == theirs.receipt


def test_a_comment_before_the_statement_stays_ones_own(activity, organisation, oili, round_):
    browser = factories.signed_in(oili)
    round_.send(browser, OWN)
    send_statement(browser, activity, organisation)
    require_apart(activity, organisation, oili)


def test_what_one_is_writing_oneself_waits_untouched_while_the_statement_is_sent(activity, organisation, oili, round_):
    browser = factories.signed_in(oili)
    browser.post(round_.write_path(), {"text": OWN})
    send_statement(browser, activity, organisation)
    assert [item["text"] for item in items_of(CommentDraft.objects.get()).values()] == [OWN]
    assert Comment.objects.get().text == THEIRS
    round_.send(browser, OWN)
    require_apart(activity, organisation, oili)


def test_two_organisations_may_have_the_same_representative(activity, organisation, oili):
    browser, now = factories.signed_in(oili), clock.now()
    send_statement(browser, activity, organisation)
    other = Organisation.objects.create(
        authority=organisation.authority, name="Toinen ry", skeleton="toinen ry", created_at=now, verified_at=now
    )
    Representation.objects.create(person=oili, organisation=other, since=now, confirmed_at=now)
    begin(browser, activity, other)
    statement, section = Statement.objects.get(organisation=other), Section.objects.order_by("pk")[0]
    browser.post(path_of(activity, "part", statement, section=section.pk), {"text": "Toisen sanat.", "revision": 0})
    for name in ("ask", "send"):
        statement.refresh_from_db()
        browser.post(path_of(activity, name, statement), {"revision": statement.revision})
    assert figures_of(activity, at=clock.now())["gave_statement"] == [NAME, "Toinen ry"]
    assert wrong_counts(activity) == []


def test_neither_is_agreed_with_by_who_sent_it(activity, organisation, oili, round_):
    browser = factories.signed_in(oili)
    theirs = send_statement(browser, activity, organisation)
    own = round_.send(browser, OWN)
    for comment in (theirs, own):
        browser.post(round_.path(f"comments/{comment.number}/agree/"))
        comment.refresh_from_db()
        assert comment.agree_count == 0


def test_a_long_statement_leaves_room_for_ones_own_comments(activity, organisation, oili, round_, monkeypatch):
    monkeypatch.setattr(spam, "MOST_BY_PERSON", 1)
    browser = factories.signed_in(oili)
    send_statement(browser, activity, organisation)
    assert round_.send(browser, OWN).state == "visible"


def test_signing_in_joins_the_guests_comments_to_ones_own_and_never_to_the_statement(
    activity, organisation, oili, round_
):
    guest = factories.guest()
    factories.comment(guest, round_.section, OWN)
    send_statement(factories.signed_in(oili), activity, organisation)
    claim_guest(guest=guest, actor=oili, at=clock.now())
    require_apart(activity, organisation, oili)
    another = factories.guest()
    factories.comment(another, round_.section, "Vielä.")
    claim_guest(guest=another, actor=oili, at=clock.now())
    assert Sender.objects.count() == 2
    assert Comment.objects.get(text="Vielä.").sender == Comment.objects.get(text=OWN).sender
    assert wrong_counts(activity) == []


def test_the_statement_passes_on_to_one_who_has_commented_themselves(activity, organisation, oili, round_):
    send_statement(factories.signed_in(oili), activity, organisation)
    pekka = speaker(organisation, "pekka@example.org")
    factories.comment(pekka, round_.section, OWN)
    erase_all(oili, at=clock.now())
    require_apart(activity, organisation, pekka)


def test_what_was_sent_before_gets_a_sender_of_its_own(activity, organisation, oili, round_):
    """As the former version stored it: one sender for the statement and for what was said after it."""
    browser = factories.signed_in(oili)
    theirs = send_statement(browser, activity, organisation)
    own = round_.send(browser, OWN)
    Comment.objects.filter(pk=theirs.pk).update(sender=own.sender_id)
    Receipt.objects.filter(pk=theirs.receipt_id).update(sender=own.sender_id)
    Sender.objects.exclude(pk=own.sender_id).delete()
    Sender.objects.update(visible_comments=2)
    activity.__class__.objects.update(sender_count=1)
    module = import_module("yhdyspinta.statements.migrations.0004_statements_have_their_own_sender")
    for _twice in range(2):
        module.set_apart(apps, None)
        require_apart(activity, organisation, oili)
