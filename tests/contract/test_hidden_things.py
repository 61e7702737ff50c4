"""P3, P4: a draft, an unpublished matter, another authority's or a hidden thing is the same nothing on every way to it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client, override_settings

from tests import factories
from tests.contract.addresses import addresses
from tests.contract.asking import ask, verdict
from tests.contract.kind_names import OF_ANOTHER_AUTHORITY, OF_ANOTHER_PROCESS
from tests.contract.kinds import World
from tests.contract.observing import changed, writes
from tests.contract.permission_table import EVERYBODY, TABLE
from tests.contract.rendering import each_page_rendered_once
from yhdyspinta.answers.models import Answer
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.people.models import Organisation, Representation
from yhdyspinta.processes.models import Process

pytestmark = pytest.mark.django_db

#: Ways to many things at once: none of them may tell of a hidden one.
LISTS = ("site:home", "site:processes", "site:results", "site:search", "site:feed")
STATES = {
    "draft": lambda at: {"published_at": None},
    "scheduled": lambda at: {"published_at": at + timedelta(days=1)},
    "unpublished": lambda at: {"unpublished_at": at - timedelta(days=1)},
}
OUTSIDERS = ("visitor", "receipt_holder", "email_confirmed", *OF_ANOTHER_PROCESS, *OF_ANOTHER_AUTHORITY,
             "coordinator_without_second_factor")  # fmt: skip
SECRET = "Salaperäinen asia"


def public_pages() -> list:
    """Everything of a process that everybody reads."""
    return [one for one in addresses() if TABLE[one.label][0] == EVERYBODY and "process" in one.pieces]


@pytest.mark.parametrize("state", STATES)
def test_p3_no_way_leads_to_a_process_that_is_not_public(world: World, state: str) -> None:
    assert len(public_pages()) > 15
    with transaction.atomic():
        Process.objects.filter(pk=world.process.pk).update(
            title={"fi": SECRET, "sv": SECRET}, **STATES[state](clock.now())
        )
        for kind in OUTSIDERS:
            client = world.client(kind)
            with each_page_rendered_once():  # the page that says so
                for one in public_pages():
                    response = ask(client, "GET", one.path(world.things))
                    assert response.status_code == 404, f"{kind} {one.label}"
            for name in LISTS:
                address = next(one for one in addresses() if one.name == name)
                response = ask(client, "GET", f"{address.path(world.things)}?q=salaper%C3%A4inen")
                assert response.status_code == 200
                assert SECRET not in response.content.decode(), f"{kind} {name}"
        transaction.set_rollback(True)


def test_p3_another_authority_s_address_leads_nowhere(world: World) -> None:
    things = {**world.things, "authority": world.other.slug}
    own = {"process", "receipt", "decision", "grant", "block", "invitation", "organisation", "notice", "attachment"}
    ours = [one for one in addresses() if "authority" in one.pieces and own & set(one.pieces)]
    assert len(ours) > 100
    for kind in ("visitor", "coordinator", "coordinator_of_another_authority", "operator"):
        client = world.client(kind)
        with each_page_rendered_once():  # the page that says that nothing is there
            for one in ours:
                for method, who in zip(("GET", "POST"), TABLE[one.label], strict=True):
                    if who is not None:
                        response = ask(client, method, one.path(things))
                        assert verdict(response) == "out", f"{kind} {method} {one.label}: {response.status_code}"


@pytest.mark.parametrize("kind", OUTSIDERS)
def test_p3_a_draft_version_and_a_draft_answer_are_not_there(world: World, kind: str) -> None:
    client = world.client(kind)
    base = f"/{world.county.slug}/fi/processes/{world.process.slug}"
    round_ = f"{base}/comment-round/{world.activity.slug}/"
    document = world.things["document"]
    draft = Answer.objects.get(activity=world.activity, number=2)
    for path in (
        f"{round_}documents/{document}/v2/luonnos-2/",
        f"{round_}documents/{document}/luonnos-2/",
        f"{round_}documents/{document}/?version=2",
        f"{base}/documents/{world.activity.slug}/{document}/print/?version=2",
        f"{round_}write/?document={document}&section=luonnos-2",
        f"{base}/answers/{world.activity.slug}/{draft.number}/",
        f"/{world.county.slug}/fi/search/?q=luonnos",
    ):
        response = ask(client, "GET", path)
        assert response.status_code in {200, 404}, path
        assert "Salainen luonnos" not in response.content.decode(), path


@pytest.mark.parametrize("kind", ["visitor", "email_confirmed", "coordinator_of_another_authority"])
def test_p3_hidden_words_are_nowhere(world: World, kind: str) -> None:
    hidden = Comment.objects.get(text="Piilotettava puhe.")
    client = world.client(kind)
    for one in addresses():
        if TABLE[one.label][0] == EVERYBODY and {"process", "authority"} & set(one.pieces):
            response = ask(client, "GET", one.path({**world.things, "number": hidden.number}))
            body = b"".join(response) if response.streaming else response.content
            assert hidden.text.encode() not in body, one.label


def test_p4_only_the_sender_touches_a_receipt(world: World) -> None:
    """Each change to one's comment asks whose it is, though commenting is open to all."""
    own = [
        one for one in addresses() if {"receipt", "number"} <= set(one.pieces) and one.name.startswith("comment_rounds")
    ]
    assert own
    stranger = world.client("email_confirmed")
    words = Comment.objects.get(pk=world.comment.pk).text
    for one in own:
        assert ask(stranger, "POST", one.path(world.things), text="Muutettu", sure="on").status_code == 404
    assert Comment.objects.get(pk=world.comment.pk).text == words


#: What somebody writes and somebody else takes in, decides or approves.
ACCEPTED = ("statements:ask", "statements:give_back", "statements:send", "statements:part", "intake:waiting_notes",
            "intake:mend_note", "intake:check", "intake:check_sheet", "transfers:received", "transfers:give_back",
            "transfers:take_back", "answers:publish", "moderation:decide_appeal")  # fmt: skip
SAID = {"text": "Muutettu", "words": "Muutettu", "reason": "other", "key": str(uuid4()), "sure": "on", "take": "on",
        "decision": "same", "kind": "uphold", "reply-fi": "Muutettu", "reply-sv": "Ändrat", "revision": "1"}  # fmt: skip


def test_p4_what_another_wrote_is_accepted_by_those_alone_whose_it_is_to_accept(world: World) -> None:
    """Also not by whoever accepts the like of their own, and not through the address of a round of their own."""
    with transaction.atomic():
        factories.activity(world.other_process)  # by the same name
        factories.activity(factories.process(world.other))
        speaker = factories.person("muu.jarjesto@example.org")
        own = Organisation.objects.create(
            authority=world.county,
            name="Muu ry",
            skeleton="muury",
            created_at=factories.EPOCH,
            verified_at=factories.EPOCH,
        )
        Representation.objects.create(
            person=speaker, organisation=own, since=factories.EPOCH, confirmed_at=factories.EPOCH
        )
        strangers = {
            "another organisation": (factories.signed_in(speaker), {}),
            "another process": (world.client("coordinator_of_another_process"), {}),
            "their own process": (
                world.client("coordinator_of_another_process"),
                {"process": world.other_process.slug},
            ),
            "another authority": (world.client("coordinator_of_another_authority"), {}),
            "their own authority": (world.client("coordinator_of_another_authority"), {"authority": world.other.slug}),
        }
        asked = [one for one in addresses() if one.name in ACCEPTED]
        assert {one.name for one in asked} == set(ACCEPTED)
        before, codes = writes(), {}
        for who, (client, things) in strangers.items():
            for one in asked:
                with each_page_rendered_once():
                    codes[who, one.label] = ask(
                        client, "POST", one.path({**world.things, **things}), **SAID
                    ).status_code
        assert {asked: code for asked, code in codes.items() if code != 404} == {}
        assert changed("by a stranger", before) == []
        transaction.set_rollback(True)


def test_the_demo_s_pages_exist_only_in_the_demo(world: World) -> None:
    with override_settings(DEMO=False):
        for one in addresses():
            if one.name.startswith(("demo:", "mailbox")):
                assert ask(Client(), "GET", one.path(world.things)).status_code == 404, one.label
