"""Prepared writing stores, changes and deletes what Django's own would, and takes part in its transactions."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from psycopg.sql import SQL

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import CommentDraft, Thread
from yhdyspinta.database.prepared_writes import PreparedChange, PreparedInsert, run_together
from yhdyspinta.people.models import Person, RateWindow
from yhdyspinta.people.visitors import new_guest
from yhdyspinta.processes.models import Activity, Phase, SearchEntry

pytestmark = pytest.mark.django_db
_PEOPLE = PreparedInsert(Person)


@pytest.fixture
def activity() -> Activity:
    return factories.activity(factories.process(factories.authority()))


def test_a_row_is_stored_as_djangos_own_saving_stores_it() -> None:
    at = clock.now()
    own, prepared = new_guest(at=at, language="fi"), new_guest(at=at, language="fi")
    own.save()
    stored = _PEOPLE.add(prepared)
    assert stored.pk is not None
    assert not stored._state.adding
    rows = list(Person.objects.filter(pk__in=[own.pk, stored.pk]).order_by("pk").values())
    different = {name for name in rows[0] if rows[0][name] != rows[1][name]}
    assert different == {"id", "guest_token", "password"}  # no password, each its own


def test_a_stored_row_can_be_changed_and_saved_again() -> None:
    stored = _PEOPLE.add(new_guest(at=clock.now(), language="fi"))
    stored.language = "sv"
    stored.save()
    assert Person.objects.get(pk=stored.pk).language == "sv"


def test_what_the_database_forbids_is_an_integrity_error_and_nothing_stays(activity: Activity) -> None:
    person = factories.person()
    drafts = PreparedInsert(CommentDraft)
    at, key = clock.now(), uuid4()

    def draft() -> CommentDraft:
        return CommentDraft(activity=activity, person=person, key=key, content={"a": [1]}, began_at=at, saved_at=at)

    drafts.add(draft())
    with pytest.raises(IntegrityError), transaction.atomic():
        drafts.add(draft())
    assert [row.content for row in CommentDraft.objects.all()] == [{"a": [1]}]


def test_numbers_of_any_width_texts_lists_and_objects_go_in() -> None:
    entries = PreparedInsert(
        SearchEntry, vector=SQL("setweight(to_tsvector('simple', %s), 'A') || to_tsvector('simple', %s)")
    )
    process = factories.process(factories.authority())
    for number, text in enumerate(("a", "100 % 'x'; --", "ä" * 5000, "")):
        entry = SearchEntry(
            authority_id=process.owner_id, process=process, kind="comment", target=f"comment:{number}", language="fi",
            title="t", text=text, path="p", at=clock.now(),
        )  # fmt: skip
        entry.vector = ("otsikko", f"sana{number}")
        assert entries.add(entry).pk
    assert list(SearchEntry.objects.order_by("pk").values_list("text", flat=True))[1] == "100 % 'x'; --"
    assert SearchEntry.objects.extra(where=["vector @@ 'sana2'"]).count() == 1


def test_a_change_counts_its_rows_and_is_built_once(activity: Activity) -> None:
    built = []

    def build(thread: int, count: int) -> Any:
        built.append(thread)
        return Thread.objects.filter(pk=thread), {"visible_count": F("visible_count") + count}

    thread = Thread.objects.create(activity=activity)
    more = PreparedChange(build)
    assert [more.run(thread=thread.pk, count=count) for count in (1, 2, 70_000)] == [1, 1, 1]
    assert more.run(thread=thread.pk + 1_000_000, count=1) == 0
    thread.refresh_from_db()
    assert (thread.visible_count, len(built)) == (70_003, 1)


def test_a_change_without_new_values_deletes(activity: Activity) -> None:
    at = clock.now()
    for person in (factories.person(), factories.guest()):
        CommentDraft.objects.create(activity=activity, person=person, key=uuid4(), content={}, began_at=at, saved_at=at)
    away = PreparedChange(lambda person: (CommentDraft.objects.filter(person=person), {}))
    first = CommentDraft.objects.order_by("pk")[0]
    assert away.run(person=first.person_id) == 1
    assert away.run(person=first.person_id) == 0
    assert CommentDraft.objects.count() == 1


def test_everything_is_undone_with_its_transaction() -> None:
    with transaction.atomic():
        _PEOPLE.add(new_guest(at=clock.now(), language="fi"))
        transaction.set_rollback(True)
    assert not Person.objects.exists()


def test_the_statement_is_among_the_counted_queries() -> None:
    windows = PreparedInsert(RateWindow)
    with CaptureQueriesContext(connection) as asked:
        windows.add(RateWindow(key="a", since=clock.now(), ends_at=clock.now(), count=1))
    assert "ratewindow" in asked.captured_queries[-1]["sql"]
    assert RateWindow.objects.get().count == 1


def test_a_small_number_is_changed_though_its_mark_is_none(activity: Activity) -> None:
    change = PreparedChange(
        lambda process, at, title: (Phase.objects.filter(process=process, position=at), {"kind": title})
    )
    for kind in ("answers", "follow_up"):
        assert change.run(process=activity.process_id, at=activity.phase.position, title=kind) == 1
        assert Phase.objects.get(pk=activity.phase_id).kind == kind


def test_a_row_is_stored_once_the_query_before_it_has_waited() -> None:
    waiting = PreparedInsert(RateWindow, after=SQL("SELECT pg_advisory_xact_lock(%s)"))
    at = clock.now()
    with CaptureQueriesContext(connection) as queries:
        waiting.add(RateWindow(key="avain", since=at, ends_at=at, count=3), 7_126_999)
    assert len(queries) == 1
    assert RateWindow.objects.get(key="avain").count == 3
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7126999")
        assert cursor.fetchone() == (1,)


def test_writes_run_together_are_one_statement_that_does_them_all(activity: Activity) -> None:
    leaving, coming, at = factories.person(), factories.guest(), clock.now()
    drafts = PreparedInsert(CommentDraft)
    away = PreparedChange(lambda person: (CommentDraft.objects.filter(person=person), {}))

    def draft(person: Person) -> CommentDraft:
        return CommentDraft(activity=activity, person=person, key=uuid4(), content={}, began_at=at, saved_at=at)

    drafts.add(draft(leaving))
    with CaptureQueriesContext(connection) as asked:
        run_together([*away.writes(person=leaving.pk), drafts.write(draft(coming))])
    assert len(asked) == 1
    assert list(CommentDraft.objects.values_list("person", flat=True)) == [coming.pk]


def test_of_writes_run_together_all_or_none_stay(activity: Activity) -> None:
    person, at = factories.person(), clock.now()
    drafts, changed = (
        PreparedInsert(CommentDraft),
        PreparedChange(lambda pk: (Person.objects.filter(pk=pk), {"name": "A"})),
    )

    def draft() -> CommentDraft:
        return CommentDraft(activity=activity, person=person, key=uuid4(), content={}, began_at=at, saved_at=at)

    drafts.add(draft())
    with pytest.raises(IntegrityError), transaction.atomic():
        run_together([*changed.writes(pk=person.pk), drafts.write(draft())])
    assert Person.objects.get(pk=person.pk).name != "A"


@pytest.mark.parametrize("count", [0, 1, 12, 13])
def test_few_writes_are_one_statement_and_many_are_as_many(activity: Activity, count: int) -> None:
    windows = PreparedInsert(RateWindow)
    now = clock.now()
    rows = [RateWindow(key=f"{place}", since=now, ends_at=now, count=1) for place in range(count)]
    with CaptureQueriesContext(connection) as asked:
        run_together([windows.write(row) for row in rows])
    assert len(asked) == {0: 0, 1: 1, 12: 1, 13: 13}[count]
    assert RateWindow.objects.count() == count
