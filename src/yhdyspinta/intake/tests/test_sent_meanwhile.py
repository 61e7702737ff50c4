"""A long file that is brought into an open round stops nobody: residents send meanwhile, over connections of their own (A15)."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Receipt, Sender, Thread
from yhdyspinta.comments.receipts import may_mail_receipt
from yhdyspinta.intake import actions, working
from yhdyspinta.intake.actions import bringing, turns, uploads
from yhdyspinta.intake.importing import checks, kept
from yhdyspinta.intake.models import Upload
from yhdyspinta.intake.tests.test_files import ROUND, activity, book, right, send, today  # noqa: F401
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, Process, Stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(bertta, activity, monkeypatch):
    """A file of three comments that was read and asked to be brought in, as long ones are."""
    monkeypatch.setattr(kept, "READ_AT_ONCE", 2)
    monkeypatch.setattr(bringing, "_AT_ONCE", 1)
    send(signed_in(bertta), right())
    upload = Upload.objects.get()
    working.work_on(upload.pk)
    upload.refresh_from_db()
    actions.ask_to_import(actor=bertta, upload=upload, at=clock.now())
    return upload


@pytest.fixture
def others():
    with ThreadPoolExecutor(1) as pool:
        yield pool
        pool.submit(connections.close_all).result()


def in_between(monkeypatch, name, module, work):
    """Do the work once, at the first call of what stands under the name."""
    real, done = getattr(module, name), []

    def first(*given, **more):
        if not done:
            done.append(work())
        return real(*given, **more)

    monkeypatch.setattr(module, name, first)
    return done


def true_counts(activity):
    activity = Activity.objects.get(pk=activity.pk)
    shown = Comment.objects.filter(activity=activity, state="visible")
    assert activity.comment_count == activity.due_count == shown.count()
    assert activity.sender_count == Sender.objects.filter(visible_comments__gt=0).count()
    for thread in Thread.objects.all():
        assert thread.visible_count == thread.unanswered_count == shown.filter(thread=thread).count()
    return activity


@pytest.mark.django_db(transaction=True)
def test_residents_send_while_a_file_is_brought_in(asked, section, others, monkeypatch):
    """Before anything of it is stored, and when nearly all is."""
    send_one = lambda: others.submit(lambda: factories.comment(factories.guest(), section)).result(3).number  # noqa: E731
    sent = [in_between(monkeypatch, name, bringing, send_one) for name in ("known_keys", "_speak_for")]
    working.work_on(asked.pk)
    assert sent == [[4], [5]]
    assert sorted(Comment.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    assert Receipt.objects.count() == 4
    assert true_counts(asked.activity).last_comment_number == 5


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_leaves_nothing_and_the_next_try_has_the_same_numbers(asked, section, others, monkeypatch):
    guests = Person.objects.count()
    with monkeypatch.context() as meanwhile:
        in_between(meanwhile, "count_new_senders", bringing.counters, lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            working.work_on(asked.pk)
    assert (Comment.objects.count(), Receipt.objects.count(), Sender.objects.count()) == (0, 0, 0)
    assert Person.objects.count() == guests
    true_counts(asked.activity)
    assert factories.comment(factories.guest(), section).number == 4
    working.work_on(asked.pk)
    assert sorted(Comment.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
    true_counts(asked.activity)


def test_numbers_of_a_file_that_is_thrown_away_are_used_by_the_next_comment(asked, bertta, section, monkeypatch):
    in_between(monkeypatch, "known_keys", bringing, lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        working.work_on(asked.pk)
    assert Activity.objects.get().last_comment_number == 3
    actions.discard_upload(actor=bertta, upload=asked, at=clock.now())
    assert factories.comment(factories.guest(), section).number == 1


def test_a_round_whose_times_change_meanwhile_takes_nothing(asked, monkeypatch):
    in_between(monkeypatch, "follow_new", bringing, lambda: Stage.objects.update(closes_at=clock.now()))
    working.work_on(asked.pk)
    asked.refresh_from_db()
    assert (asked.imported_at, asked.found) == (None, {"refusal": "file_has_mistakes"})
    assert not Comment.objects.exists()


def check_before():
    activity = Activity.objects.get()
    activity.settings = activity.settings | {"round": {**activity.settings.get("round", {}), "checked_before": True}}
    activity.save(update_fields=["settings"])


@pytest.mark.parametrize("change", [check_before, lambda: Process.objects.update(cancelled_at=clock.now())])
def test_a_round_that_checks_first_or_is_cancelled_meanwhile_takes_nothing(asked, monkeypatch, change):
    in_between(monkeypatch, "follow_new", bringing, change)
    working.work_on(asked.pk)
    asked.refresh_from_db()
    assert (asked.imported_at, asked.found) == (None, {"refusal": "round_changed_meanwhile"})
    assert not Comment.objects.exists()


@contextmanager
def held_by(others, work):
    """Somebody else has done the work, and the transaction goes on; who waits does so for a moment only."""
    held, done = Event(), Event()

    def hold():
        with transaction.atomic():
            work()
            held.set()
            done.wait(9)

    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = 50")
    going = others.submit(hold)
    held.wait(5)
    yield
    done.set()
    going.result(9)
    connection.close()  # as it was


@pytest.mark.django_db(transaction=True)
def test_while_another_file_comes_in_people_are_told_and_a_worker_waits_without_counting_it(
    asked, bertta, others, monkeypatch
):
    client, path = signed_in(bertta), f"{ROUND}files/{asked.pk}/"
    with held_by(others, lambda: turns.take_turn(asked.activity)):
        working.work_on(asked.pk)
        asked.refresh_from_db()
        assert (asked.work, asked.tries, "refusal" in asked.found) == ("import", 0, False)
        with monkeypatch.context() as short:
            short.setattr(kept, "READ_AT_ONCE", 9)
            answer = client.post(f"{path}import/")
        assert (answer.status_code, "toista tiedostoa" in answer.content.decode()) == (409, True)
    with held_by(others, lambda: Upload.objects.select_for_update().get()):
        for press in ("import", "discard"):
            answer = client.post(f"{path}{press}/")
            assert (answer.status_code, "tuodaan juuri nyt" in answer.content.decode()) == (409, True)
    working.work_on(asked.pk)
    assert Comment.objects.count() == 3


def test_a_long_reading_within_the_transaction_is_not_idle(asked, monkeypatch):
    """PostgreSQL cuts a transaction that says nothing for 15 seconds: something is asked every so many rows."""
    monkeypatch.setattr(checks, "_TOLD_EVERY", 1)
    asked_at: list[int] = []
    real = uploads._go_on

    def counted(*given):
        with CaptureQueriesContext(connection) as seen:
            real(*given)
        asked_at.append(len(seen))

    monkeypatch.setattr(uploads, "_go_on", counted)
    working.work_on(asked.pk)
    assert len(asked_at) == 3
    assert all(asked_at)


@pytest.mark.django_db(transaction=True)
def test_who_gives_an_address_of_the_file_waits_for_no_file_and_it_for_nobody(bertta, activity, others, monkeypatch):
    """The mails to an address are counted by the day: the count is not held while a file comes in."""
    wanted = [["1", "A1", "Ovet auki.", today(), "Sähköpostilla", "cai@example.org"]]
    heads = ["Paperin numero", "Kohdan tunnus", "Kommentti", "Saapumispäivä", "Vastauksen lähettäminen"]
    client = signed_in(bertta)
    path = send(client, book([*heads, "Sähköpostiosoite"], *wanted)).url
    meanwhile = lambda: others.submit(may_mail_receipt, "cai@example.org").result(10)  # noqa: E731
    done = in_between(monkeypatch, "count_new_senders", bringing.counters, meanwhile)
    assert client.post(f"{path}import/").status_code == 302
    assert done == [True]
    assert Notice.objects.filter(kind="comment_rounds.received", address="cai@example.org").count() == 1
    assert [may_mail_receipt("Cai@example.org") for _turn in range(4)] == [True, True, True, False]


@pytest.mark.django_db(transaction=True)
def test_an_address_gets_a_few_receipts_of_a_file_and_no_more(bertta, activity):
    heads = ["Paperin numero", "Kohdan tunnus", "Kommentti", "Saapumispäivä", "Vastauksen lähettäminen"]
    rows = [[str(n), "A1", f"Paperi {n}.", today(), "Sähköpostilla", "cai@example.org"] for n in range(8)]
    client = signed_in(bertta)
    path = send(client, book([*heads, "Sähköpostiosoite"], *rows)).url
    assert client.post(f"{path}import/").status_code == 302
    assert Comment.objects.count() == 8
    assert Notice.objects.filter(address="cai@example.org").count() == 5
    assert not may_mail_receipt("cai@example.org")


def test_o7_receipts_to_many_addresses_cost_no_query_each(bertta, activity):
    heads = ["Paperin numero", "Kohdan tunnus", "Kommentti", "Saapumispäivä", "Vastauksen lähettäminen"]
    client = signed_in(bertta)

    def asked(count: int) -> int:
        numbers = [f"{count}-{n}" for n in range(count)]
        rows = [[n, "A1", f"Paperi {n}.", today(), "Sähköpostilla", f"c{n}@example.org"] for n in numbers]
        path = send(client, book([*heads, "Sähköpostiosoite"], *rows)).url
        with CaptureQueriesContext(connection) as seen:
            assert client.post(f"{path}import/").status_code == 302
        return len(seen)

    assert asked(30) == asked(3)
    assert Notice.objects.filter(kind="comment_rounds.received").count() == 33
