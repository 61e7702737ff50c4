"""A comment that is too long to send is kept, and shown again with what to mend."""

from typing import Any

import pytest

from yhdyspinta.comments.models import Comment, CommentDraft

pytestmark = pytest.mark.django_db
LONG = "Tämä on pitkä. " * 800


def _kept() -> list[dict[str, Any]]:
    return [item for draft in CommentDraft.objects.all() for item in draft.content["comments"].values()]


def test_h2_a_comment_that_is_too_long_is_kept_and_shown_with_its_error(world, aino):
    refused = aino.post(world.write_path(), {"text": LONG, "passage": "1"})
    assert refused.status_code == 422
    assert "11999" in refused.content.decode().replace("\u00a0", "")
    assert _kept()[0]["text"] == LONG.strip()
    assert _kept()[0]["quote"]["passage"] == 1
    for path in (world.write_path(), world.section_path()):
        page = aino.get(path).content.decode()
        assert LONG.strip() in page
        assert "govuk-error-message" in page


def test_a_comment_that_is_too_long_cannot_be_sent_by_any_way(world, aino):
    aino.post(world.write_path(), {"text": LONG})
    aino.post(world.path("write/about-you/"), {"capacities": ["resident"]})
    assert aino.get(world.path("write/check/")).headers["Location"].startswith(world.path("write/"))
    world.age_drafts()
    sent = aino.post(world.path("write/send/"), {"key": str(CommentDraft.objects.get().key)})
    assert sent.status_code == 303
    assert not Comment.objects.exists()
    assert aino.post(world.write_path(), {"text": "Lyhyt."}).status_code == 303
    assert aino.get(world.path("write/check/")).status_code == 200


def test_autosave_keeps_a_comment_that_is_too_long(world, aino):
    path = world.write_path().replace("write/?", "write/draft/?")
    assert aino.post(path, {"text": LONG}).status_code == 200
    assert _kept()[0]["text"] == LONG.strip()


def test_many_boxes_keep_the_one_that_is_too_long_and_the_others(world, aino):
    first, second = world.document.versions.get(number=1).sections.order_by("position")[:2]
    texts = {f"text-{first.thread_id}": LONG, f"text-{second.thread_id}": "Lyhyt."}
    assert aino.post(world.path(f"write/many/{world.document.slug}/"), texts).status_code == 422
    assert {item["text"] for item in _kept()} == {LONG.strip(), "Lyhyt."}


def test_a_text_beyond_keeping_is_shown_again_but_not_stored(world, aino):
    huge = "a" * 200_000
    refused = aino.post(world.write_path(), {"text": huge})
    assert refused.status_code == 422
    assert huge in refused.content.decode()
    assert not _kept()


def test_every_step_names_the_matter_in_its_trail(world, aino):
    comment = world.send(aino)
    assert aino.post(world.write_path(), {"text": "Toinen."}).status_code == 303
    matter = f'href="{world.path().split("comment-round/")[0]}"'
    receipt = world.path(f"receipt/{comment.receipt_id}/")
    for path in (world.write_path(), world.path("write/about-you/"), world.path("write/check/"), receipt):
        page = aino.get(path).content.decode()
        trail = page[page.index("govuk-breadcrumbs") : page.index("<main")]
        assert matter in trail, path
