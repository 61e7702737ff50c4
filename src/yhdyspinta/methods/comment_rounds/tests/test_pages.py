"""What everybody reads of a round, and what nobody does."""

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, CommentDraft
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.methods.comment_rounds.tests.conftest import make_world
from yhdyspinta.methods.comment_rounds.views import marks
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.models import Person

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_heading_without_text_of_its_own_opens_and_is_commented_on(world, aino, language):
    world.document = factories.document(world.activity, slug="otsikot", published=False)
    version = world.document.versions.get()
    version.sections.first().texts.update(body="")
    version.published_at = factories.EPOCH
    version.save()
    page = aino.get(world.section_path(language=language))
    assert page.status_code == 200
    assert "<textarea" in page.content.decode()
    assert world.send(aino).text == "Kirjatkaa määräaika."


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
