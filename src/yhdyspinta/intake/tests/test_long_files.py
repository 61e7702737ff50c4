"""A long file: read and brought in by a worker, whole or not at all, however often the worker dies."""

from datetime import timedelta

import pytest

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.intake import actions, working
from yhdyspinta.intake.actions.long_files import MOST_TRIES
from yhdyspinta.intake.importing import kept
from yhdyspinta.intake.models import Upload
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
    assert "<b>0 / 4</b>" in page
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


def test_what_a_dead_worker_left_is_gone_on_with_a_few_times(bertta, activity, monkeypatch):
    send(signed_in(bertta), right())
    upload = Upload.objects.get()
    monkeypatch.setattr(working, "checked", lambda *_given, **_more: 1 / 0)
    for turn in range(MOST_TRIES + 1):
        Upload.objects.update(work_asked_at=clock.now() - timedelta(minutes=10))
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
    assert "<td>F</td>" in client.get(path).content.decode()
