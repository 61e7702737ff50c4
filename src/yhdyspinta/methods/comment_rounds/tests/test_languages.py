"""A comment is in the language of its words, whatever language the page has."""

import pytest
from django.test import Client

from tests.factories import EPOCH
from yhdyspinta.comments.languages import language_of
from yhdyspinta.comments.models import Comment, CommentDraft
from yhdyspinta.reports.figures import figures_of

SWEDISH = "Jag tycker att det behövs en trygg cykelväg till skolan."


def _write(world, client, text=SWEDISH, language="fi"):
    """Up to the check; gives its page and what sends."""
    client.post(world.write_path(language=language), {"text": text})
    client.post(world.path("write/about-you/", language), {"capacities": ["resident"]})
    world.age_drafts()
    page = client.get(world.path("write/check/", language)).content.decode()
    return page, {"key": str(CommentDraft.objects.get().key)}


@pytest.mark.django_db
def test_swedish_words_on_the_finnish_page_are_swedish(world, aino):
    page, sends = _write(world, aino)
    assert f'lang="sv">{SWEDISH}' in page
    assert '<option value="sv" selected' in page
    assert "Kirjoitettu kielellä: " not in page  # the choice stands open
    assert aino.post(world.path("write/send/"), sends).status_code == 303
    assert Comment.objects.get().language == "sv"
    assert f'lang="sv">{SWEDISH}' in Client().get(world.section_path()).content.decode()
    assert [(row["key"], row["count"]) for row in figures_of(world.activity, at=EPOCH)["languages"]] == [("sv", 1)]


@pytest.mark.django_db
def test_the_sender_says_otherwise(world, aino):
    _page, sends = _write(world, aino)
    field = f"language-{world.section.thread_id}"
    assert aino.post(world.path("write/send/"), {**sends, field: "smn"}).status_code == 303
    assert Comment.objects.get().language == "smn"


@pytest.mark.django_db
def test_the_page_s_own_language_is_told_without_asking(world, aino):
    page, sends = _write(world, aino, "Pyörätie koululle pitäisi rakentaa jo ensi kesänä.")
    assert "Kirjoitettu kielellä: suomi" in page
    assert '<option value="fi" selected' in page
    aino.post(world.path("write/send/"), sends)
    assert Comment.objects.get().language == "fi"


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", ["xx", "fi-x-selko", "a" * 500, "<b>"])
def test_h2_another_language_is_refused_at_its_field(world, aino, wrong):
    _page, sends = _write(world, aino)
    field = f"language-{world.section.thread_id}"
    answer = aino.post(world.path("write/send/"), {**sends, field: wrong})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in page
    assert SWEDISH in page
    assert not Comment.objects.exists()
    assert aino.post(world.path("write/send/"), {**sends, field: "sv"}).status_code == 303


@pytest.mark.parametrize("text", ["Bra!", "Fristen saknas i avsnitt två.", "Mun mielas lea dehálaš dát.", "123", ""])
@pytest.mark.parametrize("page", ["fi", "sv", "en"])
def test_too_little_to_tell_is_in_the_page_s_language(text, page):
    assert language_of(text, page) == page


def test_a_long_text_is_looked_at_no_longer_than_a_short_one(monkeypatch):
    looked = []
    monkeypatch.setattr("yhdyspinta.comments.languages.guess_language", lambda words: looked.append(words) or _NONE)
    assert language_of("jag " * 5000, "fi") == "fi"
    assert len(looked[0]) <= 600


class _NONE:
    language, lead = "", 0.0


@pytest.mark.django_db
@pytest.mark.parametrize("first", ["place", "about", "round", "another-place"])
def test_the_chosen_language_is_kept_while_its_comment_is_changed(world, aino, first):
    _page, sends = _write(world, aino)
    place = str(world.section.thread_id)
    asked = {**sends, f"language-{place}": "und", "first": place if first == "place" else first}
    away = aino.post(world.path("write/send/"), asked)
    assert away.status_code == 303
    assert not Comment.objects.exists()
    if first == "place":
        assert SWEDISH in aino.get(away["Location"]).content.decode()
        aino.post(world.write_path(), {"text": f"{SWEDISH} Tack."})
    page = aino.get(world.path("write/check/")).content.decode()
    assert '<option value="und" selected>Muu kieli</option>' in page
    aino.post(world.path("write/send/"), sends)
    assert Comment.objects.get().language == "und"


@pytest.mark.django_db
def test_another_s_removal_keeps_the_language_too(world, aino):
    _write(world, aino)
    place = str(world.section.thread_id)
    aino.post(world.path("write/remove/"), {"place": "1", f"language-{place}": "se", "language-9-9": "sv"})
    assert CommentDraft.objects.get().content["comments"][place]["said"] == "se"
    aino.post(
        world.path("write/send/"),
        {"key": str(CommentDraft.objects.get().key), "first": "about", f"language-{place}": "<b>"},
    )
    assert CommentDraft.objects.get().content["comments"][place]["said"] == "se"


@pytest.mark.django_db
def test_words_in_a_language_that_no_list_has_are_told_as_such(world, aino):
    """In the page's mark, the filter, the report, the API and the files; its sender hears in a language of ours."""
    _page, sends = _write(world, aino)
    aino.post(world.path("write/send/"), {**sends, f"language-{world.section.thread_id}": "und"})
    comment = Comment.objects.get()
    client = Client()
    assert f'lang="und">{SWEDISH}' in client.get(world.section_path()).content.decode()
    listed = client.get(world.path("comments/") + "?language=und")
    assert SWEDISH in listed.content.decode()
    assert '<option value="und" selected>Muu kieli</option>' in listed.content.decode()
    assert SWEDISH not in client.get(world.path("comments/") + "?language=sv").content.decode()
    assert [(row["key"], row["count"]) for row in figures_of(world.activity, at=EPOCH)["languages"]] == [("und", 1)]
    process = world.activity.process
    api = f"/api/v1/processes/{process.owner.slug}/{process.slug}/activities/{world.activity.slug}/comments/"
    got = client.get(f"{api}?language=und").json()
    assert [one["language"] for one in got["items"]] == ["und"]
    assert comment.sender.language == "fi"
