"""H4: at any moment the writer sees whether the words are unsent, sent or changed, and how to change them."""

import re

import pytest
from django.utils import translation

from tests.contract.forms_of_pages import main_form
from yhdyspinta.comments.models import Comment, CommentDraft

pytestmark = pytest.mark.django_db


def main(response) -> str:
    assert response.status_code == 200
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_h4_unsent_sent_and_changed_are_told_with_the_way_to_change(world, aino, language):
    words = "Kirjatkaa määräaika."
    assert aino.post(world.write_path(language=language), {"text": words}).status_code == 303
    facts = {"capacities": ["resident"]}
    assert aino.post(world.path("write/about-you/", language), facts).status_code == 303
    unsent = main(aino.get(world.path("write/check/", language)))
    assert words in unsent
    assert re.search(r'<form[^>]+action="[^"]*/write/send/"', unsent)
    first = re.search(r'name="first" value="([^"]+)"', unsent)
    assert first, "no way to change what is not sent yet"
    key = str(CommentDraft.objects.get().key)
    changing = aino.post(world.path("write/send/", language), {"key": key, "first": first[1]})
    assert "/write/?" in changing.url
    assert not Comment.objects.exists()

    world.age_drafts()
    sent = aino.post(world.path("write/send/", language), {"key": str(CommentDraft.objects.get().key)})
    assert sent.status_code == 303
    comment = Comment.objects.get()
    own = world.path(f"receipt/{comment.receipt_id}/", language)
    receipt = main(aino.get(own))
    assert words in receipt
    assert f"{own}comments/{comment.number}/edit/" in receipt
    assert f"{own}comments/{comment.number}/withdraw/" in receipt
    with translation.override(language):
        edited = translation.gettext("edited")
    assert edited not in receipt.lower()

    edit = f"{own}comments/{comment.number}/edit/"
    change = main_form(aino.get(edit).content.decode()) | {"text": "Kirjatkaa määräaika ja vastuuhenkilö."}
    assert aino.post(edit, change).status_code == 303
    changed = main(aino.get(own))
    assert change["text"] in changed
    assert edited in changed.lower()
    assert f"{own}comments/{comment.number}/edit/" in changed


def test_h4_coming_back_shows_what_is_not_sent(world, aino):
    aino.post(world.write_path(), {"text": "En lähettänyt vielä."})
    assert "En lähettänyt vielä." in main(aino.get(world.write_path()))
