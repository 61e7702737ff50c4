"""Without scripts a mark leads back to a page that shows the comment, though the mark moved it in the order."""

import re

import pytest

from tests import factories
from yhdyspinta.comments.models import Comment
from yhdyspinta.methods.comment_rounds.tests.conftest import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def comments(world) -> list[Comment]:
    return [factories.comment(factories.guest(), world.section, f"Huomio {number}.") for number in range(9)]


def _next(page: str) -> str:
    found = re.search(r'href="([^"#]*[?&]after=[^"#]*)#comments"', page) or re.search(
        r'href="([^"#]*after=[^"#]*)', page
    )
    assert found, page
    return found[1].replace("&amp;", "&")


def _marks(client, world: World, comment: Comment, page: str, **more: str) -> str:
    """Presses the mark on a page; gives the place where the comment is then, once it is found there."""
    answer = client.post(world.path(f"comments/{comment.number}/mark/"), {"kind": "agree", "back": page, **more})
    assert answer.status_code == 303
    path, _mark, anchor = answer.url.partition("#")
    assert anchor == f"comment-{comment.number}"
    shown = client.get(path)
    assert shown.status_code == 200
    assert f'id="{anchor}"' in shown.content.decode()
    return path


@pytest.mark.parametrize("sort", ["", "?sort=agreed", "?sort=oldest", "?sort=newest", "?sort=well_argued&language=fi"])
def test_the_last_of_a_sections_comments_stays_in_sight(world, comments, aino, sort):
    first = f"{world.section_path()}{sort}"
    last_page = _next(aino.get(first).content.decode())
    last = comments[-1] if "oldest" in sort else comments[0]
    assert f'id="comment-{last.number}"' in aino.get(last_page).content.decode()
    path = _marks(aino, world, last, last_page)
    assert path.startswith(world.section_path())
    _marks(aino, world, last, path, undo="1")


def test_a_comment_that_stays_on_the_page_keeps_the_page(world, comments, aino):
    assert _marks(aino, world, comments[5], world.section_path()) == world.section_path()


def test_a_mark_taken_back_on_the_first_page(world, comments, aino):
    _marks(aino, world, comments[0], world.section_path())
    path = _marks(aino, world, comments[0], world.section_path(), undo="1")
    assert path.startswith(f"{world.section_path()}?after=")


def test_a_reply_is_found_beneath_its_comment(world, comments, aino):
    reply = factories.comment(factories.guest(), world.section, "Samaa mieltä.")
    Comment.objects.filter(pk=reply.pk).update(parent=comments[0])
    Comment.objects.filter(pk=comments[0].pk).update(reply_count=1)
    last_page = _next(aino.get(world.section_path()).content.decode())
    assert _marks(aino, world, reply, last_page) == last_page


def test_the_list_of_the_whole_round(world, aino):
    many = [factories.comment(factories.guest(), world.section, f"Huomio {number}.") for number in range(52)]
    last_page = _next(aino.get(world.path("comments/")).content.decode())
    assert _marks(aino, world, many[0], last_page).startswith(world.path("comments/?"))


@pytest.mark.parametrize(
    "back",
    ["", "//evil.example/", "/keski-suomi/fi/", "comments/?sort=x", "comments/?document=%00", "comments/99/mark/",
     "comments/?place=whole", "documents/muu/v1/s1/", "nowhere/", "comments/?after=1-2-3"],
)  # fmt: skip
def test_from_anywhere_else_to_the_comments_own_page(world, comments, aino, back):
    page = back if not back or back.startswith("/") else world.path(back)
    assert _marks(aino, world, comments[0], page) == world.path(f"comments/{comments[0].number}/")
