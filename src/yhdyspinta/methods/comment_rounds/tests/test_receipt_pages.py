"""What a sender does with a receipt: come back to it, edit, withdraw, tell of oneself."""

from datetime import timedelta

import pytest
from django.test import Client

from tests import factories
from tests.contract.forms_of_pages import main_form
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import link_token, shown_code
from yhdyspinta.comments.models import Comment, CommentDraft
from yhdyspinta.material.models import Translation
from yhdyspinta.material.translations import mark_of
from yhdyspinta.methods.comment_rounds.views import receipts
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.models import FormerAddress, Stage

pytestmark = pytest.mark.django_db


def test_a_reply_stands_under_its_comment_and_a_withdrawn_one_leaves_a_stub(world, aino, cai):
    first = world.send(aino, "Ensimmäinen ajatus.")
    answer = cai.post(world.path(f"write/?reply={first.number}"), {"text": "Vastaus ajatukseen."})
    cai.post(answer.url, {"capacities": ["other"]})
    world.age_drafts()
    cai.post(world.path("write/send/"), {"key": str(CommentDraft.objects.latest("pk").key)})
    reply = Comment.objects.latest("pk")
    assert (reply.parent_id, reply.thread_id) == (first.pk, first.thread_id)
    path = world.path(f"receipt/{first.receipt_id}/comments/{first.number}/withdraw/")
    assert aino.get(path).status_code == 200
    assert cai.post(path).status_code == 404
    assert aino.post(path).status_code == 303
    page = Client().get(world.section_path()).content.decode()
    assert "Ensimmäinen ajatus." not in page
    assert "Vastaus ajatukseen." in page


def test_editing_keeps_history_until_the_round_closes(world, aino):
    comment = world.send(aino)
    path = world.path(f"receipt/{comment.receipt_id}/comments/{comment.number}/edit/")
    assert aino.post(path, {"text": "Uudet sanat.", "revision": "1"}).status_code == 303
    comment.refresh_from_db()
    assert (comment.text, comment.revisions.count()) == ("Uudet sanat.", 1)
    assert aino.post(path, {"text": "Toiset.", "revision": "1"}).status_code == 409
    Stage.objects.update(closes_at=clock.now() - timedelta(seconds=1))
    answer = aino.post(path, {"text": "Myöhässä kirjoitettu.", "revision": "2"})
    assert answer.status_code == 422
    assert "Myöhässä kirjoitettu." in answer.content.decode()


def test_o7_one_person_s_edits_in_an_hour_have_a_limit_and_the_words_stay(world, aino, monkeypatch):
    monkeypatch.setattr(receipts, "MOST_EDITS", 2)
    comment = world.send(aino)
    path = world.path(f"receipt/{comment.receipt_id}/comments/{comment.number}/edit/")
    for turn in (1, 2):
        assert aino.post(path, {"text": f"Sanat {turn}.", "revision": str(turn)}).status_code == 303
    answer = aino.post(path, {"text": "Liian usein.", "revision": "3"})
    assert answer.status_code == 422
    assert "Odota tunti" in answer.content.decode()
    assert main_form(answer.content.decode())["text"] == ["Liian usein."]
    comment.refresh_from_db()
    assert (comment.text, comment.revision) == ("Sanat 2.", 3)


def test_f10_who_edits_in_two_windows_sees_both_texts_and_chooses(world, aino):
    comment = world.send(aino)
    path = world.path(f"receipt/{comment.receipt_id}/comments/{comment.number}/edit/")
    aino.post(path, {"text": "Ensimmäisessä ikkunassa.", "revision": "1"})
    second = aino.post(path, {"text": "Toisessa ikkunassa.", "revision": "1"})
    page = second.content.decode()
    assert second.status_code == 409
    assert '<td class="y-prewrap">Ensimmäisessä ikkunassa.</td><td class="y-prewrap">Toisessa ikkunassa.</td>' in page
    assert "joku muu" not in page.lower()
    assert main_form(page)["text"] == ["Toisessa ikkunassa."]
    assert aino.post(path, main_form(page)).status_code == 303
    comment.refresh_from_db()
    assert comment.text == "Toisessa ikkunassa."


def test_a_code_or_a_mail_link_opens_the_receipt(world, aino, cai):
    comment = world.send(aino, email="aino@example.org")
    receipt, own = comment.receipt, world.path(f"receipt/{comment.receipt_id}/")
    assert cai.get(own).status_code == 404
    base = f"/{world.county.slug}/fi/receipt/"
    assert cai.post(base, {"code": "AAAA-BBBB-CCCC"}).status_code == 422
    assert cai.get(f"{base}link/{link_token(receipt)}/").status_code == 200
    assert cai.get(own).status_code == 404  # a GET opens nothing
    assert cai.post(f"{base}link/{link_token(receipt)}/").url == own
    assert cai.get(own).status_code == 200
    other = Client()
    assert other.post(base, {"code": shown_code(receipt).lower()}).url == own
    assert other.get(f"{own}download/").content.decode().count(shown_code(receipt)) == 1
    assert other.get(f"{base}link/{receipt.nonce}/").status_code == 404


def test_a1_a_lost_code_says_the_same_for_every_address(world, aino):
    world.send(aino, email="aino@example.org")
    path = f"/{world.county.slug}/fi/receipt/lost/"
    known = Client().post(path, {"email": "AINO@example.org"}).content.decode()
    unknown = Client().post(path, {"email": "cai@example.org"}).content.decode()
    assert "aino@example.org" not in known
    assert _without_tokens(known) == _without_tokens(unknown)
    assert Notice.objects.filter(kind="comment_rounds.code_again").count() == 1


def _without_tokens(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrf" not in line)


def test_background_is_told_after_sending_and_may_be_left_out(world, aino):
    comment = world.send(aino)
    path = world.path(f"receipt/{comment.receipt_id}/background/")
    assert aino.post(path, {"age_group": "75_over"}).status_code == 303
    comment.sender.refresh_from_db()
    assert comment.sender.age_group == "75_over"
    assert aino.post(path, {"age_group": "tuntematon"}).status_code == 303
    comment.sender.refresh_from_db()
    assert comment.sender.age_group == "75_over"


def test_codes_come_again_from_the_former_owner_after_a_hand_over(world, aino):
    comment = world.send(aino, email="aino@example.org")
    successor = factories.authority("uusi", code="x")
    FormerAddress.objects.create(
        authority=world.county, process=world.activity.process, slug="vanha", since=clock.now()
    )
    type(world.activity.process).objects.update(owner=successor)
    for owner in (world.county, successor):
        Notice.objects.all().delete()
        aino.post(f"/{owner.slug}/fi/receipt/lost/", {"email": "aino@example.org"})
        assert Notice.objects.get().values["receipts"] == [comment.receipt_id]


def test_the_receipt_of_what_was_withdrawn_promises_and_asks_nothing(world, aino):
    comment = world.send(aino)
    path = world.path(f"receipt/{comment.receipt_id}/")
    before = aino.get(path).content.decode()
    assert "Kaksi vapaaehtoista kysymystä" in before
    assert '/follow/"' in before
    aino.post(f"{path}comments/{comment.number}/withdraw/")
    after = aino.get(path).content.decode()
    assert "Olet perunut kommentin" in after
    assert "Kaksi vapaaehtoista kysymystä" not in after
    assert "Vastaamme tämän sivun kommentteihin" not in after


def test_the_receipt_shows_what_stays_of_a_masked_comment(world, aino):
    comment = world.send(aino, "Soita Matille heti.")
    Comment.objects.filter(pk=comment.pk).update(public_text="Soita [▒▒▒] heti.")
    page = aino.get(world.path(f"receipt/{comment.receipt_id}/")).content.decode()
    assert "Soita Matille heti." in page
    assert "Sivulla näkyy:" in page
    assert "Pyydä peittämisen uutta käsittelyä" in page


@pytest.mark.parametrize("is_own", [True, False])
def test_a_receipt_read_with_an_account_in_another_language_asks_little(world, is_own, django_assert_max_num_queries):
    account = signed_in(factories.person("liisa@example.org"))
    comment = world.send(account if is_own else Client())
    words = "Skriv in tidsfristen."
    Translation.objects.create(
        comment=comment, language="sv", text=words, of_words=mark_of(comment.public_text), of_revision=1, at=clock.now()
    )
    path = world.path(f"receipt/{comment.receipt_id}/", "sv")
    if not is_own:
        account.post(f"/{world.county.slug}/sv/receipt/", {"code": shown_code(comment.receipt)})
    with django_assert_max_num_queries(10):
        page = account.get(path).content.decode()
    assert comment.public_text in page
    assert words not in page  # its sender needs none
