"""Threats that every page of a round must withstand; the numbers are those of the threat list."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.codes import shown_code
from yhdyspinta.comments.models import Comment, CommentDraft, Receipt, Sender
from yhdyspinta.comments.receipts import send_codes_again
from yhdyspinta.methods.comment_rounds.notices import AGAIN
from yhdyspinta.methods.comment_rounds.views import returning
from yhdyspinta.moderation.actions import decide_hide
from yhdyspinta.notices.delivery import deliver_some
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.models import Stage

pytestmark = pytest.mark.django_db
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)


def pages(world):
    document = world.document.slug
    rest = ("", "comments/", f"documents/{document}/", "write/", f"write/many/{document}/")
    return [*map(world.path, rest), world.section_path()]


def test_w1_pages_have_a_strict_policy_and_nothing_inline(world):
    factories.comment(factories.guest(), world.section)
    for path in pages(world):
        response = Client().get(path)
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert INLINE.findall(response.content.decode()) == [], path


def test_w6_no_page_may_be_framed(world):
    for path in pages(world):
        response = Client().get(path)
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Frame-Options"] == "DENY"


def test_h1_the_whole_way_needs_no_script(world, aino):
    comment = world.send(aino, "Kirjoitettu ilman skriptejä.")
    assert comment.state == Comment.State.VISIBLE
    assert "Kirjoitettu ilman skriptejä." in Client().get(world.section_path()).content.decode()


def test_h5_every_page_of_taking_part_tells_the_phone_and_paper_way(world):
    Authority.objects.filter(pk=world.county.pk).update(phone="014 000 0000", postal_address={"fi": "Esimerkkikatu 1"})
    comment = factories.comment(factories.guest(), world.section)
    for path in [*pages(world), world.path(f"comments/{comment.number}/")]:
        response = Client().get(path)
        assert response.status_code == 200, path
        page = response.content.decode()
        assert "014 000 0000" in page, path
        assert "Esimerkkikatu 1" in page, path


def test_h5_so_does_every_form_for_a_comment_that_was_sent(world, aino):
    Authority.objects.filter(pk=world.county.pk).update(phone="014 000 0000", postal_address={"fi": "Esimerkkikatu 1"})
    comment = world.send(aino)
    own = f"receipt/{comment.receipt_id}/"
    decision = decide_hide(
        actor=factories.staff(world.county), comment=world.send(aino, "Toinen."), reason="insult", at=clock.now()
    )
    county = f"/{world.county.slug}/fi"
    for path in (
        world.path(own),
        world.path(f"{own}comments/{comment.number}/edit/"),
        world.path(f"{own}comments/{comment.number}/withdraw/"),
        f"{county}/processes/toimintamallit/activities/kommentointi/comments/{comment.number}/report/",
        f"{county}/appeals/{decision.pk}/",
        f"{county}/processes/toimintamallit/follow/",
    ):
        page = aino.get(path).content.decode()
        assert "<form" in page.partition("<main")[2], path
        assert "014 000 0000" in page, path
        assert "Esimerkkikatu 1" in page, path


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Aikaa on 25 minuuttia."), ("sv", "25 minuter kvar."), ("en", "25 minutes left.")]
)
def test_t2_the_last_hour_counts_down_in_words(world, language, words):
    Stage.objects.update(closes_at=clock.now() + timedelta(minutes=25))
    page = Client().get(world.write_path(language=language)).content.decode()
    assert words in page
    Stage.objects.update(closes_at=clock.now() + timedelta(hours=2))
    assert "data-until" not in Client().get(world.write_path(language=language)).content.decode()


def test_t2_who_began_in_time_reads_until_when_it_can_be_sent(world, aino):
    assert aino.post(world.write_path(), {"text": "Aloitin ajoissa."}).status_code == 303
    assert aino.post(world.path("write/about-you/"), {"capacities": ["resident"]}).status_code == 303
    CommentDraft.objects.update(began_at=clock.now() - timedelta(minutes=20))
    Stage.objects.update(closes_at=clock.now() - timedelta(minutes=5))
    page = aino.get(world.path("write/check/")).content.decode()
    assert "aloitit ajoissa" in page
    assert "Aikaa on 10 minuuttia." in page
    late = Client().get(world.write_path()).content.decode()
    assert "aloitit ajoissa" not in late


@pytest.mark.parametrize(
    ("closes_at", "told", "in_calendar"),
    [
        (datetime(2031, 7, 1, 20, 59, tzinfo=UTC), "ti\xa01.7.2031 klo\xa023.59", "20310701T235900"),  # summer time
        (datetime(2031, 12, 1, 21, 59, tzinfo=UTC), "ma\xa01.12.2031 klo\xa023.59", "20311201T235900"),
    ],
)
def test_t4_page_mail_and_calendar_tell_the_same_helsinki_time(world, aino, closes_at, told, in_calendar):
    Stage.objects.update(closes_at=closes_at)
    world.send(aino, email="aino@example.org")
    assert told in Client().get(world.path()).content.decode()
    calendar = Client().get(world.path("calendar/")).content.decode()
    assert f"TZID=Europe/Helsinki:{in_calendar}" in calendar
    deliver_some(at=clock.now())
    letter = next(one for one in mail.outbox if one.to == ["aino@example.org"])
    assert told in letter.body
    assert told in letter.alternatives[0].content


@pytest.mark.parametrize("lookalike", ["a\u0131no@example.org", "aino@example.or\u0261", "ain\u043e@example.org"])
def test_a2_a_lookalike_address_gets_no_codes_of_another(world, aino, lookalike):
    theirs = world.send(aino, email="Aino@example.org")
    Sender.objects.create(activity=world.activity, email=lookalike, language="fi", first_at=clock.now())
    mine = Receipt.objects.create(
        activity=world.activity, sender=Sender.objects.get(email=lookalike), key=uuid4(), nonce="n" * 22,
        code_hash="h", at=clock.now(), language="fi",
    )  # fmt: skip
    asked = {"authority": world.county, "language": "fi", "kind": AGAIN, "at": clock.now()}
    assert send_codes_again(email="AINO@example.org", **asked) == 1
    notice = Notice.objects.get(kind=AGAIN)
    assert notice.address == "aino@example.org"
    assert notice.values["receipts"] == [theirs.receipt_id]
    assert send_codes_again(email=lookalike, **asked) == 1
    assert Notice.objects.filter(kind=AGAIN).latest("pk").values["receipts"] == [mine.pk]


def test_a4_code_tries_are_limited_by_network_address_too_with_room_for_a_hall(world, aino, monkeypatch):
    assert returning._NETWORK_TRIES >= 200
    monkeypatch.setattr(returning, "_NETWORK_TRIES", 3)
    path, wrong = f"/{world.county.slug}/fi/receipt/", {"code": "2222-2222-2222"}
    assert [Client().post(path, wrong).status_code for _ in range(3)] == [422] * 3
    assert Client().post(path, wrong).status_code == 429
    code = shown_code(world.send(aino).receipt)
    assert Client().post(path, {"code": code}).status_code == 429
    assert Client(REMOTE_ADDR="192.0.2.7").post(path, {"code": code}).status_code == 303
