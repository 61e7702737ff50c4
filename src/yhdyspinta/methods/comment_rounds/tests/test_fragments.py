"""Comments made once are shown to many: never what is another's own, and never what was."""

import re

import pytest
from django.test import Client
from django.utils import translation

from tests import factories
from yhdyspinta.answers.models import Answer, AnsweredComment, Closure
from yhdyspinta.comments.models import Comment
from yhdyspinta.methods.comment_rounds import fragments, queries
from yhdyspinta.people.visitors import VISITOR
from yhdyspinta.wording.reader import reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def comment(world) -> Comment:
    return factories.comment(factories.guest(), world.section, "Kysely osoitti tarpeen.")


def page(client, world, rest="comments/", language="fi") -> str:
    return client.get(world.path(rest, language)).content.decode()


def change(comment, **values) -> None:
    Comment.objects.filter(pk=comment.pk).update(**values)


def test_a_mark_is_seen_by_its_giver_only(world, comment, aino, cai):
    page(cai, world)
    aino.post(world.path(f"comments/{comment.number}/mark/"), {"kind": "agree"})
    for _time in range(2):
        assert 'aria-pressed="true">Olet samaa mieltä · 1' in page(aino, world)
        assert 'aria-pressed="true"' not in page(cai, world)
        assert "· 1<" in page(cai, world)


def test_ones_own_comment_has_no_buttons_for_oneself_only(world, aino, cai):
    own = world.send(aino)
    for _time in range(2):
        assert f"{own.number}/report/" in page(cai, world).replace("comments/", "")
        assert f"{own.number}/report/" not in page(aino, world).replace("comments/", "")


def test_each_form_has_its_readers_own_secret_and_page(world, comment):
    readers = [Client(enforce_csrf_checks=True) for _reader in range(2)]
    pages = [
        page(reader, world, f"comments/?sort={sort}")
        for reader, sort in zip(readers, ["newest", "oldest"], strict=True)
    ]
    secrets = [set(re.findall(r'csrfmiddlewaretoken" value="([^"]+)"', text)) for text in pages]
    assert all(secrets)
    assert not secrets[0] & secrets[1]
    for reader, text, sort in zip(readers, pages, ["newest", "oldest"], strict=True):
        assert f'name="back" value="{world.path("comments/")}?sort={sort}"' in text
        secret = re.findall(r'csrfmiddlewaretoken" value="([^"]+)"', text)[0]
        sent = {"kind": "agree", "csrfmiddlewaretoken": secret}
        assert reader.post(world.path(f"comments/{comment.number}/mark/"), sent).status_code == 303
    assert "~" not in re.sub(r"\s", "", pages[0].split('id="comments"')[1].split("<footer")[0])


def test_an_address_is_escaped_where_it_is_filled_in(world, comment, aino):
    for _time in range(2):
        assert '"><script>' not in page(aino, world, 'comments/?sort=newest&x="><script>')


@pytest.mark.parametrize(
    ("values", "gone", "shown"),
    [
        ({"public_text": "Peitetty."}, "Kysely osoitti", "Peitetty."),
        ({"state": "hidden"}, "Kysely osoitti", ""),
        ({"agree_count": 7}, "mieltä · 0", "mieltä · 7"),
        ({"rewritten_at": "2026-03-03T10:00:00Z"}, "nothing-at-all", "3.3.2026"),
        ({"language": "sv"}, "nothing-at-all", 'lang="sv">Kysely'),
    ],
)
def test_a_change_shows_at_once(world, comment, aino, values, gone, shown):
    page(aino, world)
    change(comment, **values)
    now = page(aino, world)
    assert gone not in now
    assert shown in now


def test_an_answer_shows_at_once_and_so_does_its_correction(world, comment, aino):
    page(aino, world)
    answer = Answer.objects.create(
        activity=world.activity, number=1, body={"fi": "Lisäämme sen."}, handling="accepted",
        created_at=factories.EPOCH, saved_at=factories.EPOCH, published_at=factories.EPOCH,
    )  # fmt: skip
    AnsweredComment.objects.create(answer=answer, comment=comment)
    assert "Lisäämme sen." in page(aino, world)
    Answer.objects.update(body={"fi": "Emme lisää sitä."})
    now = page(aino, world)
    assert "Emme lisää sitä." in now
    assert "Lisäämme sen." not in now
    Answer.objects.update(published_at=None)
    assert "Emme lisää sitä." not in page(aino, world)


def test_a_closure_and_a_reply_show_at_once(world, comment, aino):
    page(aino, world, world.section_path().removeprefix(world.path()))
    Closure.objects.create(comment=comment, reason="thanks", at=factories.EPOCH)
    reply = factories.comment(factories.guest(), world.section, "Samaa mieltä.")
    change(reply, parent=comment)
    change(comment, reply_count=1)
    section = world.section_path().removeprefix(world.path())
    now = page(aino, world, section)
    assert "Samaa mieltä." in now
    assert "Ei erillistä vastausta" in now
    change(reply, public_text="Eri mieltä.")
    assert "Eri mieltä." in page(aino, world, section)


def test_each_language_has_its_own(world, comment, aino):
    assert "Kommentti 1" in page(aino, world)
    assert "Comment 1" in page(aino, world, language="en")
    assert "Kommentti 1" in page(aino, world)


def test_no_buttons_remain_when_the_round_closes(world, comment, aino):
    assert "/mark/" in page(aino, world)
    world.activity.stages.update(closes_at="2026-01-02T00:00:00Z", opens_at="2026-01-01T00:00:00Z")
    assert "/mark/" not in page(aino, world)


def test_pages_made_from_kept_comments_tell_of_their_texts_too(world, comment):
    answer = Answer.objects.create(
        activity=world.activity, number=1, body={"fi": "Lisäämme.", "se": "Lasihit."}, handling="accepted",
        created_at=factories.EPOCH, saved_at=factories.EPOCH, published_at=factories.EPOCH,
    )  # fmt: skip
    AnsweredComment.objects.create(answer=answer, comment=comment)
    clients = [Client(), Client()]
    assert all("text=se" in page(client, world) for client in clients)
    assert "Lasihit." in page(clients[0], world, "comments/?text=se")
    assert "Lasihit." not in page(clients[1], world)


def test_only_what_is_everybodys_is_kept(world, comment, aino):
    kept = len(fragments.SHELF)
    aino.post(world.path(f"comments/{comment.number}/mark/"), {"kind": "agree"})
    page(aino, world)
    assert len(fragments.SHELF) == kept


def test_addresses_are_as_the_router_writes_them(world, comment):
    with translation.override("fi"), reading():
        shown = queries.comment_page(world.activity, comment.number, VISITOR, "fi")
    assert shown is not None
    assert shown.paths.own == world.path(f"comments/{comment.number}/")
    assert shown.paths.endorse == world.path(f"comments/{comment.number}/mark/")
    assert shown.paths.reply == world.path(f"write/?reply={comment.number}")
    assert shown.paths.report.endswith(f"/comments/{comment.number}/report/")
