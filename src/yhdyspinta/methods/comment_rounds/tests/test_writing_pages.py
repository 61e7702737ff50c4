"""The way of a resident on a phone, no account, no JavaScript."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.codes import shown_code
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.models import Comment, CommentDraft, Receipt
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.methods.comment_rounds.tests.conftest import make_world
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.models import Person

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
    speaks = {"capacities": ["organisation"], "display_name": "Aino Esimerkki", "of_age": "adult"}
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
        comment = world.send(bertta, display_name=name, of_age="adult")
    assert comment.state == "waiting"
    assert comment.sender.comments.filter(state="visible").count() == 0


def test_a_new_name_waits_where_comments_are_checked_before(db, aino):
    world = make_world(settings=RoundSettings(naming="named", checked_before=True))
    first = world.send(aino, display_name="Aino Esimerkki", of_age="adult")
    change_state(first, "visible")
    world.send(aino, display_name="Aino Toinen", of_age="adult")
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


def test_d6_a_health_word_is_warned_of_before_sending(world, aino):
    aino.post(world.write_path(), {"text": "Minulla on diabetes ja käyn usein lääkärissä."})
    aino.post(world.path("write/about-you/"), {"capacities": ["service_user"]})
    assert "govuk-warning-text" in aino.get(world.path("write/check/")).content.decode()


def test_the_rounds_page_tells_of_what_was_left_unsent(world, aino, cai):
    aino.post(world.write_path(), {"text": "Jäi kesken."})
    page = aino.get(world.path()).content.decode()
    assert "Sinulla on täällä kommentti, jota et ole lähettänyt." in page
    assert world.path("write/check/") in page
    assert "et ole lähettänyt" not in cai.get(world.path()).content.decode()
    cai.post(world.path("write/remove/"), {"all": "yes"})
    assert "Jäi kesken." in aino.get(world.section_path()).content.decode()
    removed = aino.post(world.path("write/remove/"), {"all": "yes"}, follow=True)
    assert removed.redirect_chain == [(world.path(), 303)]
    assert "et ole lähettänyt" not in removed.content.decode()
    assert "Jäi kesken." not in aino.get(world.section_path()).content.decode()


def test_who_has_not_written_is_not_asked_for_a_draft(world, cai):
    with CaptureQueriesContext(connection) as asked:
        cai.get(world.path())
    assert not [query for query in asked if "commentdraft" in query["sql"]]
