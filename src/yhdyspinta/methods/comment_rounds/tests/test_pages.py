"""The way of a resident on a phone, no account, no JavaScript."""

from datetime import timedelta

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.codes import link_token, shown_code
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.models import Comment, CommentDraft, Receipt
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.methods.comment_rounds.tests.conftest import make_world
from yhdyspinta.methods.comment_rounds.views import marks
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import FormerAddress, Stage

pytestmark = pytest.mark.django_db


def test_a_visitor_reads_writes_and_gets_a_receipt(world, aino):
    page = aino.get(world.section_path())
    assert page.status_code == 200
    assert "Kohta 1" in page.content.decode()
    assert "guest" not in aino.cookies
    answer = aino.post(world.write_path(), {"text": "Hyvä, mutta milloin?", "passage": "2"})
    assert (answer.status_code, answer.url) == (303, world.path("write/about-you/"))
    answer = aino.post(answer.url, {"capacities": ["resident", "volunteer"], "email": "aino@example.org"})
    assert (answer.status_code, answer.url) == (303, world.path("write/check/"))
    check = aino.get(answer.url).content.decode()
    assert "Hyvä, mutta milloin?" in check
    assert "Toinen katkelma" in check
    world.age_drafts()
    key = CommentDraft.objects.get().key
    answer = aino.post(world.path("write/send/"), {"key": str(key)})
    receipt = Receipt.objects.get()
    assert answer.url == world.path(f"receipt/{receipt.pk}/")
    page = aino.get(answer.url).content.decode()
    assert shown_code(receipt) in page
    comment = Comment.objects.get()
    heading = page.split(f'id="own-{comment.number}">')[1].split("</h3>")[0]
    assert "Kohta 1" in heading
    assert (comment.state, comment.quote.passage, comment.quote.words) == ("visible", 2, "Toinen katkelma kohdasta 1.")
    assert comment.sender.capacities == ["resident", "volunteer"]
    assert Notice.objects.get(kind="comment_rounds.received").address == "aino@example.org"
    assert "Hyvä, mutta milloin?" in Client().get(world.section_path()).content.decode()


def test_v3_a_repeated_sending_shows_the_first_receipt(world, aino):
    world.send(aino)
    receipt = Receipt.objects.get()
    answer = aino.post(world.path("write/send/"), {"key": str(receipt.key)})
    assert answer.url == world.path(f"receipt/{receipt.pk}/")
    assert aino.get(answer.url).status_code == 200
    assert Comment.objects.count() == 1


def test_a_name_is_checked_like_the_words_and_changes_nothing_before_that(db, aino):
    """I6, D6: an insult or an identity code in a name is shown nowhere before a moderator has seen it."""
    world = make_world(settings=RoundSettings(naming="named"))
    speaks = {"capacities": ["organisation"], "display_name": "Aino Esimerkki"}
    first = world.send(aino, organisation="Kiltti yhdistys ry", **speaks)
    assert first.state == "visible"
    second = world.send(aino, organisation="Pormestari on idiootti 131052-308T", **speaks)
    first.refresh_from_db()
    assert (first.state, second.state) == ("waiting", "waiting")
    assert set(second.warnings) >= {"identity_code", "insult"}
    assert "idiootti" not in Client().get(world.section_path()).content.decode()
    assert Entry.objects.filter(verb="comments.sent").latest("pk").detail["wait_again"] == [first.number]
    bertta = Client()
    for name in ("Bertta Esimerkki", "Vitun virkamies"):
        comment = world.send(bertta, display_name=name)
    assert comment.state == "waiting"
    assert comment.sender.comments.filter(state="visible").count() == 0


def test_a_new_name_waits_where_comments_are_checked_before(db, aino):
    world = make_world(settings=RoundSettings(naming="named", checked_before=True))
    first = world.send(aino, display_name="Aino Esimerkki")
    change_state(first, "visible")
    world.send(aino, display_name="Aino Toinen")
    first.refresh_from_db()
    assert first.state == "waiting"


def test_p4_somebody_elses_key_opens_no_receipt(world, aino, cai):
    world.send(aino)
    receipt = Receipt.objects.get()
    for _ in ("a visitor", "a guest who has written"):
        answer = cai.post(world.path("write/send/"), {"key": str(receipt.key)})
        assert answer.status_code in {403, 409}
        assert "kuitti" in answer.content.decode()
        assert cai.get(world.path(f"receipt/{receipt.pk}/")).status_code == 404
        cai.post(world.write_path(), {"text": "Toinen."})
        cai.post(world.path("write/remove/"), {"place": str(world.section.thread_id)})


def test_words_chosen_in_a_passage_are_quoted_from_the_text_itself(world, aino):
    aino.post(world.write_path(), {"text": "Tästä.", "passage": "1", "start": "0", "end": "11", "words": "keksitty"})
    item = next(iter(CommentDraft.objects.get().content["comments"].values()))
    assert (item["quote"]["words"], item["quote"]["start"], item["quote"]["end"]) == ("Ensimmäinen", 0, 11)
    aino.post(world.write_path(), {"text": "Tästä.", "passage": "1", "start": "5", "end": "9999"})
    item = next(iter(CommentDraft.objects.get().content["comments"].values()))
    assert item["quote"]["start"] is None


def test_h2_a_failed_form_keeps_every_word(world, aino):
    answer = aino.post(world.write_path(), {"text": "", "passage": "2"})
    assert answer.status_code == 422
    assert not Person.objects.filter(is_guest=True).exists()  # nothing is left of what was refused
    long = "ä" * 10_001
    answer = aino.post(world.write_path(), {"text": long})
    assert answer.status_code == 422
    assert long in answer.content.decode()
    assert "10" in answer.content.decode()
    aino.post(world.write_path(), {"text": "Teksti."})
    answer = aino.post(world.path("write/about-you/"), {"capacities": ["organisation"], "email": "ei osoite"})
    assert answer.status_code == 422
    assert "ei osoite" in answer.content.decode()


def test_the_draft_is_there_in_every_language(world, aino):
    aino.post(world.write_path(), {"text": "Kesken oleva teksti"})
    for language in ("fi", "sv", "en"):
        assert "Kesken oleva teksti" in aino.get(world.write_path(language=language)).content.decode()
        assert "Kesken oleva teksti" in aino.get(world.section_path(language=language)).content.decode()
    assert "Kesken oleva teksti" not in Client().get(world.section_path()).content.decode()


def test_autosave_keeps_and_says_so(world, aino):
    path = world.write_path().replace("write/?", "write/draft/?")
    answer = aino.post(path, {"text": "Luonnos"}, HTTP_HX_REQUEST="true")
    assert answer.status_code == 200
    assert next(iter(CommentDraft.objects.get().content["comments"].values()))["text"] == "Luonnos"


def test_many_sections_are_sent_once(world, aino):
    sections = list(world.document.versions.get().sections.all())
    fields = {f"text-{section.thread_id}": f"Kohtaan {section.number}" for section in sections}
    page = aino.post(world.path("write/many/osallisuus/"), {**fields, "save": "1"})
    assert page.status_code == 200
    assert "Kohtaan 3" in page.content.decode()
    answer = aino.post(world.path("write/many/osallisuus/"), fields)
    answer = aino.post(answer.url, {"capacities": ["organisation"], "organisation": "Esimerkkilän omaisyhdistys"})
    world.age_drafts()
    aino.post(world.path("write/send/"), {"key": str(CommentDraft.objects.get().key)})
    assert Receipt.objects.count() == 1
    assert Comment.objects.count() == 3
    page = Client().get(world.section_path()).content.decode()
    assert "Esimerkkilän omaisyhdistys (" in page  # not confirmed yet


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


def test_agree_and_undo_without_javascript_and_with_htmx(world, aino, cai):
    comment = world.send(aino)
    path = world.path(f"comments/{comment.number}/mark/")
    assert cai.post(path, {"kind": "agree"}).status_code == 303
    assert cai.post(path, {"kind": "agree"}).status_code == 303
    comment.refresh_from_db()
    assert comment.agree_count == 1
    answer = cai.post(path, {"kind": "agree", "undo": "1"}, HTTP_HX_REQUEST="true")
    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()
    comment.refresh_from_db()
    assert comment.agree_count == 0
    assert cai.post(path, {"kind": "author__email"}).status_code == 400
    for target in ("//evil", "https:evil", "/\\evil", "https://evil"):  # I11
        assert "evil" not in cai.post(path, {"kind": "agree", "back": target}).url


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
    assert aino.post(path, {"age_group": "65_over"}).status_code == 303
    comment.sender.refresh_from_db()
    assert comment.sender.age_group == "65_over"
    assert aino.post(path, {"age_group": "tuntematon"}).status_code == 303
    comment.sender.refresh_from_db()
    assert comment.sender.age_group == "65_over"


def test_p3_a_draft_process_and_another_county_do_not_exist(world, aino):
    comment = world.send(aino)
    other = factories.authority("uusimaa", code="02")
    world.activity.process.published_at = None
    paths = [
        "",
        "feed/",
        "calendar/",
        "comments/",
        f"comments/{comment.number}/",
        "documents/osallisuus/",
        "documents/osallisuus/kohta-1/",
        "documents/osallisuus/v1/kohta-1/",
        "write/",
        "write/check/",
        f"receipt/{comment.receipt_id}/",
    ]
    for rest in paths:
        assert aino.get(world.path(rest).replace(world.county.slug, other.slug, 1)).status_code == 404
    world.activity.process.save()
    for rest in paths:
        assert Client().get(world.path(rest)).status_code == 404, rest


def test_hidden_and_waiting_comments_are_nowhere(world, aino):
    comment = world.send(aino, "Piilotettava teksti")
    for state in ("hidden", "waiting"):
        Comment.objects.update(state=state)
        for rest in ("", "feed/", "comments/", "documents/osallisuus/v1/kohta-1/"):
            assert "Piilotettava" not in Client().get(world.path(rest)).content.decode()
        assert Client().get(world.path(f"comments/{comment.number}/")).status_code == 404


def test_names_follow_the_rounds_setting(db, aino):
    world = make_world(settings=RoundSettings(naming="pseudonym"))
    aino.post(world.write_path(), {"text": "Nimimerkillä."})
    answer = aino.post(world.path("write/about-you/"), {"capacities": ["resident"], "display_name": "Moderaattori"})
    assert answer.status_code == 422
    world.send(aino, display_name="Kuusenkerkkä")
    assert "Kuusenkerkkä" in Client().get(world.section_path()).content.decode()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_opens_in_every_language(world, aino, language):
    comment = world.send(aino)
    rests = [
        "",
        "comments/",
        "comments/?document=osallisuus",
        "comments/?place=whole",
        f"comments/{comment.number}/",
        "documents/osallisuus/",
        "documents/osallisuus/v1/kohta-1/",
        "write/",
        "write/?document=osallisuus",
        "write/many/osallisuus/",
        "write/about-you/",
        f"write/?reply={comment.number}",
        f"receipt/{comment.receipt_id}/",
        "feed/",
        "calendar/",
    ]
    for rest in rests:
        assert aino.get(world.path(rest, language)).status_code == 200, rest
    assert aino.get(world.path("documents/osallisuus/kohta-1/?version=1", language)).status_code == 302
    for rest in ("receipt/", "receipt/lost/"):
        assert aino.get(f"/{world.county.slug}/{language}/{rest}").status_code == 200


@pytest.mark.parametrize(
    "rest", ["", "comments/", "documents/osallisuus/", "documents/osallisuus/v1/kohta-1/", "feed/"]
)
def test_pages_make_at_most_ten_queries_however_much_there_is(world, rest, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert Client().get(world.path(rest)).status_code == 200
        return len(seen)

    for number in range(3):
        factories.comment(factories.guest(), world.section, f"Kommentti {number}")
    few = count()
    for number in range(40):
        factories.comment(factories.guest(), world.section, f"Kommentti {number}")
    assert count() == few
    assert few <= 10


def test_an_older_version_leads_forward_and_versions_compare(world, aino):
    from yhdyspinta.documents import actions as documents

    bertta, at = factories.staff(world.county), clock.now()
    comment = world.send(aino)
    document = world.document
    document.summary = {"fi": "Malli.", "sv": "Modell."}
    document.save()
    draft = documents.start_version(actor=bertta, document=document, at=at)
    documents.publish_version(actor=bertta, version=draft, at=at)
    page = Client().get(world.section_path()).content.decode()
    assert world.path("documents/osallisuus/v2/kohta-1/") in page
    assert "Kirjatkaa määräaika." in page
    for rest in ("", "?layout=side", "?older=1&newer=2"):
        assert Client().get(world.path(f"documents/osallisuus/compare/{rest}")).status_code == 200
    for rest in ("?older=1&newer=1", "?older=1&newer=9"):
        assert Client().get(world.path(f"documents/osallisuus/compare/{rest}")).status_code == 404
    assert Client().get(world.path("documents/osallisuus/?version=1")).status_code == 200
    assert Client().get(world.path(f"comments/{comment.number}/")).status_code == 200


def test_who_may_not_comment_reads_why(db, aino):
    world = make_world(settings=RoundSettings(level=2))
    page = aino.get(world.section_path()).content.decode()
    assert "<textarea" not in page
    assert "govuk-inset-text" in page
    answer = aino.post(world.write_path(), {"text": "En ole tunnistautunut."})
    assert answer.status_code == 422
    assert "En ole tunnistautunut." in answer.content.decode()
    assert not Person.objects.filter(is_guest=True).exists()


def test_replies_go_one_level_deep_and_only_where_the_round_has_them(world, aino, cai):
    first = world.send(aino)
    answer = cai.post(world.path(f"write/?reply={first.number}"), {"text": "Vastaus."})
    cai.post(answer.url, {"capacities": ["other"]})
    world.age_drafts()
    cai.post(world.path("write/send/"), {"key": str(CommentDraft.objects.latest("pk").key)})
    reply = Comment.objects.latest("pk")
    assert aino.get(world.path(f"write/?reply={reply.number}")).status_code == 404
    world.activity.settings = RoundSettings(opens_replies=False).stored()
    world.activity.save()
    assert aino.get(world.path(f"write/?reply={first.number}")).status_code == 404


def test_w2_reading_changes_nothing(world, aino):
    comment = world.send(aino)
    before = (Comment.objects.count(), CommentDraft.objects.count(), Person.objects.count(), Notice.objects.count())
    for rest in (
        "",
        "comments/",
        f"comments/{comment.number}/",
        "write/",
        "write/about-you/",
        "write/check/",
        f"receipt/{comment.receipt_id}/",
    ):
        for client in (aino, Client()):
            client.get(world.path(rest))
            client.head(world.path(rest))
    for rest in ("write/send/", "write/remove/", f"comments/{comment.number}/mark/", "write/draft/"):
        assert aino.get(world.path(rest)).status_code == 405
    assert before == (
        Comment.objects.count(),
        CommentDraft.objects.count(),
        Person.objects.count(),
        Notice.objects.count(),
    )


def test_a_health_word_is_warned_of_before_sending(world, aino):
    aino.post(world.write_path(), {"text": "Minulla on diabetes ja käyn usein lääkärissä."})
    aino.post(world.path("write/about-you/"), {"capacities": ["service_user"]})
    assert "govuk-warning-text" in aino.get(world.path("write/check/")).content.decode()


@pytest.mark.parametrize("rest", ["documents/osallisuus/", "documents/osallisuus/v1/kohta-1/", ""])
def test_a_writers_pages_stay_within_ten_queries(world, aino, rest, django_assert_max_num_queries):
    world.send(aino)
    aino.post(world.write_path(), {"text": "Kesken."})
    with django_assert_max_num_queries(11):  # the session opens a receipt by its code: one more than a visitor's page
        assert aino.get(world.path(rest)).status_code == 200


def test_new_guests_behind_one_address_cannot_stuff_marks(world, monkeypatch):
    comment = factories.comment(factories.guest(), world.section)
    monkeypatch.setattr(marks, "MOST_BY_ADDRESS", 2)
    path = world.path(f"comments/{comment.number}/mark/")
    assert [Client().post(path, {"kind": "agree"}).status_code for _time in range(3)] == [303, 303, 429]
    comment.refresh_from_db()
    assert comment.agree_count == 2


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
