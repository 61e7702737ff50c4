"""The mark "well argued": given once each, taken back, and sorted by; apart from agreeing."""

import pytest

from tests import factories
from yhdyspinta.comments.models import Endorsement

pytestmark = pytest.mark.django_db
MARK = {"kind": "well_argued"}


@pytest.fixture
def comment(world):
    return factories.comment(factories.guest(), world.section, "Perustelen: kysely osoitti tarpeen.")


def counts(comment) -> tuple[int, int]:
    comment.refresh_from_db()
    return comment.well_argued_count, comment.agree_count


def test_a_mark_counts_once_each(world, comment, aino, cai):
    path = world.path(f"comments/{comment.number}/mark/")
    for client in (aino, aino, cai):
        assert client.post(path, MARK).status_code == 303
    assert counts(comment) == (2, 0)
    assert Endorsement.objects.filter(kind="well_argued").count() == 2
    page = aino.get(world.path("comments/", "en")).content.decode()
    assert 'aria-pressed="true">Well argued, you think · 2' in page


def test_agreeing_beside_it_is_another_mark(world, comment, aino):
    path = world.path(f"comments/{comment.number}/mark/")
    aino.post(path, MARK)
    aino.post(path, {"kind": "agree"})
    assert counts(comment) == (1, 1)


def test_a_mark_is_taken_back_once(world, comment, aino, cai):
    path = world.path(f"comments/{comment.number}/mark/")
    aino.post(path, MARK)
    cai.post(path, MARK)
    for _again in range(2):
        answer = aino.post(path, {**MARK, "undo": "1"}, HTTP_HX_REQUEST="true")
        assert answer.status_code == 200
    assert counts(comment) == (1, 0)
    cai.post(path, {**MARK, "undo": "1"})
    assert counts(comment) == (0, 0)
    assert not Endorsement.objects.exists()


def test_best_argued_comments_come_first_when_asked(world, comment, aino, cai):
    other = factories.comment(factories.guest(), world.section, "Ihan sama.")
    newest = factories.comment(factories.guest(), world.section, "Ei mitään.")
    for client, each in ((aino, comment), (cai, comment), (aino, other)):
        client.post(world.path(f"comments/{each.number}/mark/"), MARK)
    for client in (aino, cai):
        client.post(world.path(f"comments/{newest.number}/mark/"), {"kind": "agree"})
    page = aino.get(world.path("comments/?sort=well_argued")).content.decode()
    places = [page.index(f'id="comment-{each.number}"') for each in (comment, other, newest)]
    assert places == sorted(places)
