"""A long file: read and brought in by a worker, whole or not at all, however often the worker dies."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.utils.translation import override

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.intake import actions, working
from yhdyspinta.intake.actions import bringing, progress
from yhdyspinta.intake.actions.long_files import MOST_TRIES, stalled
from yhdyspinta.intake.importing import checks, kept
from yhdyspinta.intake.models import Upload, UploadProgress
from yhdyspinta.intake.queries import progress_of
from yhdyspinta.intake.tasks import go_on_with_files
from yhdyspinta.intake.tests.test_files import ROUND, activity, book, right, send, today  # noqa: F401
from yhdyspinta.people.models import Organisation, Person, Representation
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
HEADS = ["Paperin numero", "Kohdan tunnus", "Kommentti", "Saapumispäivä", "Ominaisuus", "Järjestö"]


@pytest.fixture(autouse=True)
def _every_file_is_long(monkeypatch):
    monkeypatch.setattr(kept, "READ_AT_ONCE", 2)


def test_a_long_file_is_read_then_brought_in_by_a_worker(bertta, activity):
    client = signed_in(bertta)
    path = send(client, right()).url
    upload = Upload.objects.get()
    page = client.get(path).content.decode()
    assert "Tiedostoa luetaan" in page
    assert "<b>0&nbsp;/&nbsp;4</b>" in page
    with pytest.raises(Refusal, match="file_is_being_read"):
        actions.ask_to_import(actor=bertta, upload=upload, at=clock.now())
    working.work_on(upload.pk)
    assert "Ensimmäinen." in client.get(path).content.decode()
    for _twice in range(2):
        assert client.post(path + "import/").status_code == 302
    assert not Receipt.objects.exists()
    assert "tuodaan yhdellä kertaa" in client.get(path).content.decode()
    assert "Tuodaan" in client.get(f"{ROUND}files/").content.decode()
    for _twice in range(2):
        working.work_on(upload.pk)
    assert (Comment.objects.count(), Receipt.objects.count()) == (3, 2)
    assert Line.objects.get(verb="intake.file_imported").actor == f"person:{bertta.pk}"
    upload.refresh_from_db()
    assert (upload.rows, upload.found, upload.work, upload.comment_count) == ([], {}, "", 3)


def test_mistakes_of_a_long_file_are_kept_listed_and_counted(bertta, activity):
    client = signed_in(bertta)
    wrong = book(HEADS, *[[str(n), "Z9", "Sanat.", today(), "", ""] for n in range(1, 10)])
    path = send(client, wrong).url
    upload = Upload.objects.get()
    working.work_on(upload.pk)
    page = client.get(path).content.decode()
    assert 'type="file"' in page
    assert "9 virhettä" in page
    assert "9 virhettä, ei tuotu" in client.get(f"{ROUND}files/").content.decode()
    assert client.get(f"{path}mistakes.csv").getvalue().decode().count("Z9") == 9
    upload.refresh_from_db()
    with pytest.raises(Refusal, match="file_has_mistakes"):
        actions.ask_to_import(actor=bertta, upload=upload, at=clock.now())
    assert not Receipt.objects.exists()


def test_f3_what_a_dead_worker_left_is_gone_on_with_a_few_times(bertta, activity, monkeypatch):
    send(signed_in(bertta), right())
    upload = Upload.objects.get()
    monkeypatch.setattr(working, "checked", lambda *_given, **_more: 1 / 0)
    for turn in range(MOST_TRIES + 1):
        Upload.objects.update(work_asked_at=clock.now() - timedelta(minutes=10))
        UploadProgress.objects.update(at=clock.now() - timedelta(minutes=10))
        if turn < MOST_TRIES:
            with pytest.raises(ZeroDivisionError):
                go_on_with_files(0)
        else:
            go_on_with_files(0)
    upload.refresh_from_db()
    assert (upload.work, upload.found) == ("", {"refusal": "file_work_failed"})
    page = signed_in(bertta).get(f"{ROUND}files/{upload.pk}/").content.decode()
    assert "ei saatu luettua loppuun" in page


def test_a_round_answered_meanwhile_takes_nothing_and_tells_why(bertta, activity):
    send(signed_in(bertta), right())
    upload = Upload.objects.get()
    working.work_on(upload.pk)
    upload.refresh_from_db()
    actions.ask_to_import(actor=bertta, upload=upload, at=clock.now())
    activity.answered_at = clock.now()
    activity.save()
    working.work_on(upload.pk)
    upload.refresh_from_db()
    assert (upload.imported_at, upload.work) == (None, "")
    assert upload.found["problem_count"]
    assert not Receipt.objects.exists()


def test_whoever_asked_and_lost_the_role_brings_nothing_in(bertta, activity):
    send(signed_in(bertta), right())
    upload = Upload.objects.get()
    working.work_on(upload.pk)
    upload.refresh_from_db()
    actions.ask_to_import(actor=bertta, upload=upload, at=clock.now())
    Person.objects.get(pk=bertta.pk).role_grants.update(ended_at=clock.now())
    working.work_on(upload.pk)
    upload.refresh_from_db()
    assert upload.found == {"refusal": "not_your_role"}
    assert not Receipt.objects.exists()


def test_organisations_of_a_file_are_looked_for_once(bertta, activity, django_assert_max_num_queries):
    rows = [[str(n), "A1", f"Sanat {n}.", today(), "organisation", f"Yhdistys {n % 3}"] for n in range(1, 61)]
    send(signed_in(bertta), book(HEADS, *rows))
    upload = Upload.objects.get()
    with django_assert_max_num_queries(90):
        actions.import_upload(actor=bertta, upload=upload, at=clock.now())
    assert Organisation.objects.count() == 3
    assert Representation.objects.count() == Sender.objects.exclude(organisation=None).count() == 60
    assert sorted(Line.objects.filter(verb="people.represent_together").values_list("detail__people", flat=True)) == [
        20, 20, 20,
    ]  # fmt: skip


def test_an_organisation_that_reads_as_staff_is_a_mistake_of_its_row(bertta, activity):
    client = signed_in(bertta)
    rows = [["1", "A1", "Sanat.", today(), "organisation", "Keski-Suomen hyvinvointialue"]]
    path = send(client, book(HEADS, *rows, *rows)).url
    working.work_on(Upload.objects.get().pk)
    assert ">F</td>" in client.get(path).content.decode()


@pytest.mark.django_db(transaction=True)
def test_how_far_the_bringing_in_is_can_be_seen_while_nothing_of_it_can(bertta, activity, monkeypatch):
    """What others see of the open transaction: rows read once more, then comments stored; left and come back to."""
    monkeypatch.setattr(progress, "_PAUSE", 0.0)
    monkeypatch.setattr(bringing, "_AT_ONCE", 1)
    monkeypatch.setattr(checks, "_TOLD_EVERY", 1)
    client = signed_in(bertta)
    path = send(client, right()).url
    upload = Upload.objects.get()
    working.work_on(upload.pk)
    client.post(path + "import/")
    seen, real = [], bringing.follow_new

    def while_storing(*given):
        real(*given)
        seen.append(others.submit(_seen_by_another, upload.pk).result())

    monkeypatch.setattr(bringing, "follow_new", while_storing)
    with ThreadPoolExecutor(1) as others:
        working.work_on(upload.pk)
        others.submit(connections.close_all).result()
    assert seen == [("4 / 4 rows checked once more", 0), ("2 / 3 comments stored", 0)]
    assert Comment.objects.count() == 3


def _seen_by_another(pk: int) -> tuple[str, int]:
    """On another connection: how far it is, and how many comments there are."""
    with override("en"):
        told = progress_of(Upload.objects.select_related("progress").get(pk=pk))
    assert not Upload.objects.filter(stalled(clock.now() + timedelta(minutes=2))).exists()
    return f"{told.value} / {told.of} {told.words}", Comment.objects.count()


def test_a_file_that_is_being_stored_for_long_is_nobody_else_s_work(bertta, activity):
    send(signed_in(bertta), right())
    now = clock.now()
    Upload.objects.update(work="import", work_asked_at=now - timedelta(minutes=30))
    UploadProgress.objects.update(at=now, stored=2)
    assert not Upload.objects.filter(stalled(now)).exists()
    UploadProgress.objects.update(at=now - timedelta(minutes=4))
    assert Upload.objects.filter(stalled(now)).exists()


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "2 / 3 kommenttia"), ("sv", "2 / 3 kommentarer"), ("en", "2 / 3 comments")]
)
def test_page_and_list_tell_how_far_it_is(bertta, activity, language, words):
    client = signed_in(bertta)
    path = send(client, right()).url.replace("/fi/", f"/{language}/")
    Upload.objects.update(work="import", rows_read=4, found={"comments": 3})
    UploadProgress.objects.update(stored=2)
    told = [
        re.sub("<[^>]+>|\\s+", " ", client.get(page).content.decode().replace("&nbsp;", " "))
        for page in (path, path.rsplit("/", 2)[0] + "/")
    ]
    assert all(words in re.sub(" +", " ", page) for page in told)
