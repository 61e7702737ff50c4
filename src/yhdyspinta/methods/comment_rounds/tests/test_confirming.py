"""An address that nobody confirmed gets the receipt and nothing else."""

import re

import pytest
from django.core import mail
from django.test import Client

from tests import factories
from tests.contract.forms_of_pages import main_form
from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import link_token, shows_address
from yhdyspinta.comments.models import Sender
from yhdyspinta.comments.receipts import confirm_address
from yhdyspinta.comments.receivers import is_confirmed, receiver_of
from yhdyspinta.notices.delivery import deliver_some
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.models import Follow

pytestmark = pytest.mark.django_db
EMAIL = "aino@example.org"
ALL = {"asked": "yes", "answers": "on", "news": "on"}


def _letter_link() -> str:
    deliver_some(at=clock.now())
    found = re.search(r"https?://[^/\s]+(/\S+/receipt/link/\S+/)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def test_the_button_behind_the_letters_link_confirms_the_address(world, aino, cai):
    comment = world.send(aino, email=EMAIL)
    sender = comment.sender
    assert receiver_of(sender) is None
    page = aino.get(world.path(f"receipt/{comment.receipt_id}/"))
    assert "Vahvista viestin linkistä" in page.content.decode()
    link = _letter_link()
    assert cai.get(link).status_code == 200
    sender.refresh_from_db()
    assert not is_confirmed(sender)  # looking confirms nothing
    fields = main_form(cai.get(link).content.decode())
    assert cai.post(link, fields).status_code == 303
    assert cai.post(link, fields).status_code == 303
    sender.refresh_from_db()
    assert is_confirmed(sender)
    receiver = receiver_of(sender)
    assert receiver is not None
    assert receiver.address == EMAIL


def test_the_code_or_an_older_letter_confirms_nothing(world, aino, cai):
    comment = world.send(aino, email=EMAIL)
    receipt = comment.receipt
    cai.post(f"/{world.county.slug}/fi/receipt/link/{link_token(receipt)}/", ALL)
    Sender.objects.update(email="toinen@example.org")
    cai.post(f"/{world.county.slug}/fi/receipt/link/{link_token(receipt, EMAIL)}/", ALL)
    assert Sender.objects.get().email_confirmed_at is None
    assert not shows_address(receipt, "väärä")


def test_a_changed_address_must_be_confirmed_again_and_the_same_one_need_not(world, aino):
    comment = world.send(aino, email=EMAIL)
    confirm_address(receipt=comment.receipt, at=clock.now())
    world.send(aino, "Toinen.", email=EMAIL)
    assert is_confirmed(Sender.objects.get())
    world.send(aino, "Kolmas.", email="toinen@example.org")
    assert not is_confirmed(Sender.objects.get())


def test_a_signed_in_persons_own_address_is_confirmed(world):
    who = factories.person(EMAIL)
    comment = world.send(factories.signed_in(who), email=EMAIL)
    assert is_confirmed(comment.sender)
    assert "Kerromme sähköpostitse, kun kommentteihisi vastataan" in factories.signed_in(who).get(
        world.path(f"receipt/{comment.receipt_id}/")
    ).content.decode()  # fmt: skip


def test_only_the_receipt_goes_to_an_address_that_is_not_confirmed(world, aino):
    from yhdyspinta.answers.telling import reach, tell_of_closing

    comment = world.send(aino, email=EMAIL)
    tell_of_closing(world.activity, [comment], "duplicate", at=clock.now())
    assert [notice.kind for notice in Notice.objects.filter(address=EMAIL)] == ["comment_rounds.received"]
    assert reach([comment.sender]).not_told == 1
    confirm_address(receipt=comment.receipt, at=clock.now())
    tell_of_closing(world.activity, [comment], "duplicate", at=clock.now())
    assert Notice.objects.filter(address=EMAIL).count() == 2


def test_a_visitor_with_somebody_elses_address_confirms_nothing_by_reading_the_page(world, aino):
    comment = world.send(aino, email=EMAIL)
    aino.get(world.path(f"receipt/{comment.receipt_id}/"))
    Client().get(world.section_path())
    assert not is_confirmed(Sender.objects.get())


def _news(world, client):
    """Somebody sends a comment and asks for news; gives the link of the one letter that they get."""
    world.send(client, email=EMAIL, wants_news="on")
    link = _letter_link()
    assert len(mail.outbox) == 1
    return link


def test_one_letter_and_one_press_confirm_the_address_and_the_news(world, aino, cai):
    link = _news(world, aino)
    letter = str(mail.outbox[0].body)
    assert "kaksi asiaa" in letter
    assert f"/unsubscribe/{Follow.objects.get().nonce}/" in letter
    page = cai.get(link).content.decode()
    assert page.count("checked") == 2
    assert Follow.objects.get().confirmed_at is None  # looking confirms nothing
    fields = main_form(page)
    assert cai.post(link, fields).status_code == 303
    assert cai.post(link, fields).status_code == 303
    assert is_confirmed(Sender.objects.get())
    assert Follow.objects.get().confirmed_at is not None
    assert "checked" not in cai.get(link).content.decode()


@pytest.mark.parametrize("kept", ["answers", "news"])
def test_either_can_be_left_out(world, aino, cai, kept):
    link = _news(world, aino)
    assert cai.post(link, {"asked": "yes", kept: "on"}).status_code == 303
    assert is_confirmed(Sender.objects.get()) is (kept == "answers")
    assert bool(Follow.objects.get().confirmed_at) is (kept == "news")


def test_news_are_stopped_by_themselves(world, aino, cai):
    link = _news(world, aino)
    cai.post(link, ALL)
    cai.post(f"/{world.county.slug}/fi/unsubscribe/{Follow.objects.get().nonce}/")
    assert Follow.objects.get().ended_at is not None
    assert is_confirmed(Sender.objects.get())


def test_a_later_comment_asks_only_for_what_still_waits(world, aino, cai):
    link = _news(world, aino)
    cai.post(link, {"asked": "yes", "answers": "on"})
    world.send(aino, "Toinen.", email=EMAIL, wants_news="on")
    deliver_some(at=clock.now())
    letter = str(mail.outbox[-1].body)
    assert "kaksi asiaa" not in letter
    assert "mitä asiassa päätetään" in letter
    cai.post(_letter_link(), ALL)
    world.send(aino, "Kolmas.", email=EMAIL, wants_news="on")
    deliver_some(at=clock.now())
    assert len(mail.outbox) == 3
    assert "vahvistat" not in str(mail.outbox[-1].body)


def test_a_code_and_an_older_address_confirm_no_news(world, aino, cai):
    _news(world, aino)
    receipt, named = Sender.objects.get().receipts.get(), Follow.objects.get().nonce
    cai.post(f"/{world.county.slug}/fi/receipt/link/{link_token(receipt)}/", ALL)
    cai.post(f"/{world.county.slug}/fi/receipt/link/{link_token(receipt, 'toinen@example.org', named)}/", ALL)
    assert Follow.objects.get().confirmed_at is None
