"""A letter's button confirms what that letter told of, its page showed and the person ticked; nothing else."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from tests.contract.forms_of_pages import main_form
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Receipt, Sender
from yhdyspinta.comments.receivers import is_confirmed
from yhdyspinta.notices.delivery import deliver_some
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes import follows
from yhdyspinta.processes.models import Follow, Process

pytestmark = pytest.mark.django_db
EMAIL = "aino@example.org"
ALL = {"asked": "yes", "answers": "on", "news": "on"}


def _links() -> list[str]:
    """The links of the newest letter."""
    deliver_some(at=clock.now())
    return re.findall(r"https?://[^/\s]+(/\S+/receipt/link/\S+/)", str(mail.outbox[-1].body))


def _asked_on_the_follow_page(world, what="everything") -> Follow:
    """Somebody types Aino's address on the page of following."""
    path = f"/{world.county.slug}/fi/processes/{world.activity.process.slug}/follow/"
    assert Client().post(path, {"email": EMAIL, "what": what, "digest": "at_once"}).status_code == 200
    return Follow.objects.get()


def test_a_follow_that_a_stranger_asked_for_is_not_offered(world, aino, cai):
    follow = _asked_on_the_follow_page(world)
    deliver_some(at=clock.now())
    world.send(aino, email=EMAIL)
    (link,) = _links()
    page = cai.get(link).content.decode()
    assert page.count("checked") == 1
    assert "kaksi asiaa" not in page
    assert cai.post(link, ALL).status_code == 303
    follow.refresh_from_db()
    assert follow.confirmed_at is None
    assert is_confirmed(Sender.objects.get())


def test_a_page_opened_before_the_follow_confirms_only_what_it_showed(world, aino, cai):
    world.send(aino, email=EMAIL)
    (link,) = _links()
    fields = main_form(cai.get(link).content.decode())
    follow = _asked_on_the_follow_page(world, "results")
    assert cai.post(link, fields).status_code == 303
    follow.refresh_from_db()
    assert follow.confirmed_at is None
    assert is_confirmed(Sender.objects.get())


def test_a_press_without_boxes_confirms_nothing(world, aino, cai):
    world.send(aino, email=EMAIL, wants_news="on")
    (link,) = _links()
    for fields in ({}, {"answers": "on", "news": "on"}, {"asked": "yes"}):
        assert cai.post(link, fields).status_code == 303
    assert Follow.objects.get().confirmed_at is None
    assert not is_confirmed(Sender.objects.get())


def test_a_letter_of_lost_codes_opens_each_receipt_and_confirms_none(world, aino, cai):
    mine = world.send(aino, email=EMAIL).receipt
    theirs = world.send(cai, email=EMAIL, wants_news="on").receipt
    deliver_some(at=clock.now())
    aino.post(f"/{world.county.slug}/fi/receipt/lost/", {"email": EMAIL})
    links = _links()
    assert Notice.objects.filter(kind="comment_rounds.code_again").count() == 1
    opened = set()
    for link in links:
        page = Client().get(link).content.decode()
        assert "checked" not in page
        opened.add(Client().post(link, ALL).url)
    assert opened == {world.path(f"receipt/{receipt.pk}/") for receipt in (mine, theirs)}
    assert Follow.objects.get().confirmed_at is None
    assert not Sender.objects.exclude(email_confirmed_at=None).exists()


def _is_late(link: str) -> None:
    page = Client().get(link)
    assert page.status_code == 200
    assert "ei voi enää vahvistaa" in page.content.decode()
    assert page.content.decode().count("checked") == 1
    answer = Client().post(link, ALL)
    assert answer.status_code == 410
    assert "ei voi enää vahvistaa" in answer.content.decode()
    assert not is_confirmed(Sender.objects.get())
    assert Client().post(link, {"asked": "yes", "answers": "on"}).status_code == 303
    assert is_confirmed(Sender.objects.get())
    assert not Follow.objects.exclude(confirmed_at=None).exists()


@pytest.mark.parametrize("old", [Follow, Receipt])
def test_news_are_confirmed_in_two_weeks(world, aino, old):
    world.send(aino, email=EMAIL, wants_news="on")
    (link,) = _links()
    moment = clock.now() - timedelta(days=15)
    old.objects.update(**{"since" if old is Follow else "at": moment})
    _is_late(link)


def test_stopped_or_forgotten_news_are_not_confirmed(world, aino):
    world.send(aino, email=EMAIL, wants_news="on")
    (link,) = _links()
    follows.unfollow(follow=Follow.objects.get(), at=clock.now())
    _is_late(link)


def test_news_of_a_process_taken_off_the_site_are_not_confirmed(world, aino, cai):
    world.send(aino, email=EMAIL, wants_news="on")
    (link,) = _links()
    Process.objects.update(unpublished_at=clock.now())
    page = cai.get(link).content.decode()
    assert "ei voi enää vahvistaa" in page
    assert "/follow/" not in page
    assert cai.post(link, ALL).status_code == 410
    assert Follow.objects.get().confirmed_at is None


def test_asking_for_news_does_not_narrow_what_was_asked_before(world, aino, cai):
    follow = _asked_on_the_follow_page(world)
    deliver_some(at=clock.now())
    world.send(aino, email=EMAIL, wants_news="on")
    follow.refresh_from_db()
    assert follow.what == "everything"
    everything = follows.confirmation_token(follow)
    (link,) = _links()
    assert cai.post(link, ALL).status_code == 303
    follow.refresh_from_db()
    assert follow.confirmed_at is not None
    assert follow.what == "results"  # the letter spoke of no more
    path = f"/{world.county.slug}/fi/processes/{world.activity.process.slug}/follow/confirm/"
    assert cai.post(f"{path}{everything}/").status_code == 302
    follow.refresh_from_db()
    assert follow.what == "everything"


def test_what_a_stranger_asks_later_is_not_confirmed_with_the_letter(world, aino, cai):
    world.send(aino, email=EMAIL, wants_news="on")
    (link,) = _links()
    _asked_on_the_follow_page(world)
    assert cai.post(link, ALL).status_code == 303
    assert Follow.objects.get().what == "results"


def test_a_form_that_is_not_ours_is_refused(world, aino, cai):
    world.send(aino, email=EMAIL, wants_news="on")
    (link,) = _links()
    answer = cai.post(link, {**ALL, "asked": "aaaa"})
    assert answer.status_code == 422
    assert "govuk-error-summary" in answer.content.decode()
    assert Follow.objects.get().confirmed_at is None
