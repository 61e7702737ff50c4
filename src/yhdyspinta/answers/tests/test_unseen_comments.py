"""An answer is given only to comments that its publisher saw; who writes meanwhile keeps every word, and is told."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from threading import Barrier

import pytest
from django.db import connection

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers import actions, publishing
from yhdyspinta.answers.looks import mark_now
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.tests.scene import form_of, fresh, path_of, start, write
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.models import Notice
from yhdyspinta.wording.refusals import Refusal

TOLD = {"fi": "Tämän vastauksen kommentit eivät ole samat", "sv": "Kommentarerna i det här svaret är inte desamma"}


def comment_of(section, text="Kirjatkaa määräaika.") -> Comment:
    return factories.comment(factories.guest(), section, text, email="a@example.org")


@pytest.fixture
def draft(bertta, section) -> Answer:
    return write(bertta, start(bertta, comment_of(section), comment_of(section, "Toinen.")))


@pytest.fixture
def cecilia(county):
    return factories.staff(county, "coordinator", "cecilia@example.org")


def added(who, answer, section, text="Tämä tuli katsomatta."):
    return actions.add_to_answer(
        actor=who, answer=fresh_of(answer), comments=[comment_of(section, text).pk], at=clock.now()
    )


def fresh_of(answer: Answer) -> Answer:
    found = fresh(answer)
    found.activity = answer.activity
    return found


def taken_out(who, answer, _section):
    first = answer.answered.order_by("pk").first().comment_id
    return actions.remove_from_answer(actor=who, answer=fresh_of(answer), comments=[first], at=clock.now())


def edited(_who, answer, _section):
    Comment.objects.filter(answered__answer=answer, public_text="Toinen.").update(
        public_text="Muutettu.", revision=2
    )  # as its sender does


def shown_again(_who, answer, section):
    hidden = comment_of(section, "Piilosta palannut.")
    answer.answered.create(comment=hidden)


def looked(client, page) -> dict[str, str]:
    """What the page that somebody looks at sends when they press its button."""
    body = client.get(page).content.decode()
    return dict(re.findall(r'<input type="hidden" name="(revision|seen)" value="([^"]*)">', body))


@pytest.mark.django_db
@pytest.mark.parametrize("needs_approval", [False, True])
@pytest.mark.parametrize("change", [added, taken_out, edited, shown_again])
def test_no_answer_is_published_for_comments_that_its_publisher_did_not_see(
    desk, draft, cecilia, section, change, needs_approval
):
    Authority.objects.update(answers_need_approval=needs_approval)
    page = path_of(draft.activity, "publish", number=draft.number)
    form = looked(desk, page) | {"do": "ask" if needs_approval else "publish"}
    change(cecilia, draft, section)
    refused = desk.post(page, form)
    assert refused.status_code == 409
    words = unescape(refused.content.decode())
    assert TOLD["fi"] in words
    now = Comment.objects.filter(answered__answer=draft)
    assert all(one.public_text in words for one in now)
    assert (fresh(draft).published_at, fresh(draft).ready_at, Notice.objects.count()) == (None, None, 0)
    swedish = desk.post(page.replace("/fi/", "/sv/"), form).content.decode()
    assert TOLD["sv"] in unescape(swedish)
    again = dict(re.findall(r'<input type="hidden" name="(revision|seen)" value="([^"]*)">', refused.content.decode()))
    assert desk.post(page, again | {"do": form["do"]}).status_code == 302
    assert (fresh(draft).ready_at if needs_approval else fresh(draft).published_at) is not None


@pytest.mark.django_db
def test_whoever_approves_sees_the_group_as_it_is(desk, draft, cecilia, section):
    Authority.objects.update(answers_need_approval=True)
    page = path_of(draft.activity, "publish", number=draft.number)
    desk.post(page, looked(desk, page) | {"do": "ask"})
    other = signed_in(cecilia)
    form = looked(other, page)
    shown_again(cecilia, draft, section)
    refused = other.post(page, form)
    assert refused.status_code == 409
    assert "Piilosta palannut." in refused.content.decode()
    assert fresh(draft).published_at is None
    assert other.post(page, looked(other, page)).status_code == 302
    assert fresh(draft).comment_count == 3


@pytest.mark.django_db
def test_who_writes_while_a_comment_comes_keeps_the_words_and_is_told(desk, draft, cecilia, section):
    page = path_of(draft.activity, "edit", number=draft.number)
    form = form_of(fresh(draft), **looked(desk, page), **{"body-fi": "Mitä kirjoitin."})
    added(cecilia, draft, section)
    typing = {"HX-Request": "true", "HX-Target": "saved"}
    kept = desk.post(page, form, headers=typing).content.decode()
    assert "kommentit ovat muuttuneet, kun kirjoitit" in kept
    assert fresh(draft).body["fi"] == "Mitä kirjoitin."
    form |= {"revision": str(fresh(draft).revision), "body-fi": "Vielä lisää.", "handling": "zzz"}
    refused = desk.post(page, form)
    assert refused.status_code == 422
    assert "kommentit ovat muuttuneet, kun kirjoitit" in refused.content.decode()
    assert "Tämä tuli katsomatta." in refused.content.decode()
    assert "Vielä lisää." in refused.content.decode()
    saved = desk.post(page, form | {"handling": "accepted"}, follow=True).content.decode()
    assert "kommentit ovat muuttuneet, kun kirjoitit" in saved
    assert fresh(draft).body["fi"] == "Vielä lisää."
    form = form_of(fresh(draft), **looked(desk, page))
    assert "kommentit ovat muuttuneet, kun kirjoitit" not in desk.post(page, form, follow=True).content.decode()


@pytest.mark.django_db(transaction=True)
def test_publishing_and_adding_at_the_same_moment(bertta, cecilia, draft, section):
    late, seen, ready = comment_of(section, "Myöhäinen."), mark_now(draft), Barrier(2)

    def publish():
        values = {"revision": draft.revision, "seen": seen, "at": clock.now()}
        return publishing.publish_answer(actor=bertta, answer=draft, **values)

    def add():
        return actions.add_to_answer(actor=cecilia, answer=fresh_of(draft), comments=[late.pk], at=clock.now())

    def run(deed):
        try:
            ready.wait(10)
            return deed()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        published, came = pool.map(run, (publish, add))
    refused = [one.code for one in (published, came) if isinstance(one, Refusal)]
    assert refused in (["group_changed"], ["already_published"])
    assert Comment.objects.get(pk=late.pk).handling == "open"
