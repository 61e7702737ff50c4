"""Changing the language of a page loses nothing that a resident has typed, with scripts or without."""

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, CommentDraft
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.methods.comment_rounds.tests.conftest import make_world
from yhdyspinta.moderation.actions import decide_hide
from yhdyspinta.people.models import Person
from yhdyspinta.wording import unsent

pytestmark = pytest.mark.django_db
WORDS = "Kesken jäänyt ajatus"


def switched(client: Client, path: str, data: dict[str, object], to: str = "sv") -> str:
    """The page in the other language, where the switch of language led."""
    answer = client.post(path, {**data, "switch_to": to})
    assert answer.status_code == 303, answer.content.decode()
    assert f"/{to}/" in answer.url
    shown = client.get(answer.url)
    assert shown.status_code == 200
    return shown.content.decode()


def test_a_comment_on_its_own_page(world, aino):
    page = aino.get(world.write_path()).content.decode()
    assert '<button form="write" name="switch_to" value="sv"' in page
    swedish = switched(aino, world.write_path(), {"text": WORDS, "passage": "2"})
    assert WORDS in swedish
    assert "govuk-error" not in swedish
    assert CommentDraft.objects.get().content["comments"]
    assert not Comment.objects.exists()


def test_a_comment_beside_its_section_stays_there(world, aino):
    assert '<button form="write" name="switch_to"' in aino.get(world.section_path()).content.decode()
    answer = aino.post(world.write_path(), {"text": WORDS, "here": "section", "switch_to": "sv"})
    assert answer.url == world.section_path(language="sv") + "#write"
    assert WORDS in aino.get(answer.url).content.decode()


def test_a_comment_that_may_not_be_written_now_is_kept_in_the_session(aino):
    world = make_world(settings=RoundSettings(level=Person.Level.EMAIL))
    assert WORDS in switched(aino, world.write_path(), {"text": WORDS})
    assert not CommentDraft.objects.exists()
    assert WORDS not in aino.get(world.path("write/")).content.decode()


def test_a_later_draft_wins_over_words_kept_before(world, aino):
    assert switched(aino, world.write_path(), {"text": ""})
    query = world.write_path().partition("?")[2]
    aino.post(f"{world.path('write/draft/')}?{query}", {"text": WORDS})
    assert WORDS in aino.get(world.write_path()).content.decode()


def many(world):
    path = world.path(f"write/many/{world.document.slug}/")
    return path, f"text-{world.section.thread_id}"


def test_many_sections_at_once_are_kept_while_typed_and_over_the_switch(world, aino):
    path, field = many(world)
    page = aino.get(path).content.decode()
    assert 'id="words"' in page
    assert 'id="kept"' in page
    line = aino.post(path, {field: WORDS, "unsent": "keep"})
    assert line.status_code == 200
    assert "<form" not in line.content.decode()
    assert CommentDraft.objects.get().content["comments"][str(world.section.thread_id)]["text"] == WORDS
    assert WORDS in aino.get(path).content.decode()
    assert f"{WORDS} 2" in switched(aino, path, {field: f"{WORDS} 2"})
    too_long = "pitkä " * 3_000
    assert too_long.strip() in switched(aino, path, {field: too_long})
    assert aino.post(path, {field: WORDS}).status_code == 303
    assert "pitkä pitkä" not in aino.get(path).content.decode()


def test_what_one_tells_of_oneself(world, aino):
    about = world.path("write/about-you/")
    aino.post(world.write_path(), {"text": WORDS})
    told = {"capacities": ["organisation"], "organisation": "Esimerkkiyhdistys", "email": "aino@example.org"}
    swedish = switched(aino, about, told)
    assert 'value="Esimerkkiyhdistys"' in swedish
    assert 'value="aino@example.org"' in swedish
    assert "sender" not in CommentDraft.objects.get().content
    assert aino.post(about, {"capacities": ["resident"]}).status_code == 303
    assert "Esimerkkiyhdistys" not in aino.get(about).content.decode()


def test_an_edit_of_ones_own_comment_and_the_questions_after_sending(world, aino):
    comment = world.send(aino)
    receipt = world.path(f"receipt/{comment.receipt_id}/")
    edit = f"{receipt}comments/{comment.number}/edit/"
    swedish = switched(aino, edit, {"text": WORDS, "revision": "1"})
    assert WORDS in swedish
    comment.refresh_from_db()
    assert comment.text != WORDS
    assert '<button form="words" name="switch_to"' in aino.get(receipt).content.decode()
    answer = aino.post(f"{receipt}background/", {"age_group": "30_44", "municipality": "", "switch_to": "sv"})
    assert answer.url == world.path(f"receipt/{comment.receipt_id}/", "sv")
    assert 'value="30_44" checked' in aino.get(answer.url).content.decode()
    assert not comment.sender.age_group
    assert aino.post(edit, {"text": "Valmis.", "revision": "1"}).status_code == 303
    assert WORDS not in aino.get(edit).content.decode()


def test_a_report_and_an_appeal(world, aino):
    comment = world.send(aino)
    report = f"/keski-suomi/fi/processes/toimintamallit/activities/kommentointi/comments/{comment.number}/report/"
    assert WORDS in switched(Client(), report, {"reason": "", "words": WORDS})
    bertta = factories.staff(world.county)
    decision = decide_hide(actor=bertta, comment=comment, reason="insult", at=clock.now())
    appeal = f"/keski-suomi/fi/appeals/{decision.pk}/"
    assert WORDS in switched(aino, appeal, {"text": WORDS})
    assert aino.post(appeal, {"text": "Valmis."}).status_code == 302
    assert 'form="words"' not in aino.get(appeal).content.decode()


def test_an_address_for_a_lost_code_and_for_following(world, aino):
    typed = {"email": "aino@exam"}
    for path in ("/keski-suomi/fi/receipt/lost/", "/keski-suomi/fi/processes/toimintamallit/follow/"):
        assert 'value="aino@exam"' in switched(aino, path, typed), path
    assert 'form="words"' not in aino.post("/keski-suomi/fi/receipt/lost/", {"email": "a@example.org"}).content.decode()


def test_a_code_is_not_kept(world, aino):
    path = "/keski-suomi/fi/receipt/"
    assert 'name="switch_to"' not in aino.get(path).content.decode()
    aino.post(path, {"code": "ABCD-2345-EFGH", "switch_to": "sv"})
    assert unsent._KEPT not in aino.session


def test_a_visitor_keeps_only_so_much(world, aino):
    follow = "/keski-suomi/fi/processes/toimintamallit/follow/"
    answer = aino.post(follow, {"email": "a" * (unsent.MOST_OF_VISITOR + 1), "switch_to": "sv"})
    assert answer.status_code == 413
    assert unsent._KEPT not in aino.session


def test_what_is_kept_is_nobody_elses(world, aino, cai):
    about = world.path("write/about-you/")
    switched(aino, about, {"organisation": "Esimerkkiyhdistys"})
    assert "Esimerkkiyhdistys" not in cai.get(about).content.decode()
