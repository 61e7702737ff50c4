"""F8: a migration in an open round waits for moments only, so that nobody waits long behind it."""

import threading
import time
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection

from yhdyspinta.cli import running

pytestmark = pytest.mark.django_db(transaction=True)
WAIT = 0.2


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    assert running.LONGEST_WAIT == "2s"
    monkeypatch.setattr(running, "LONGEST_WAIT", f"{int(WAIT * 1000)}ms")
    monkeypatch.setattr(running, "_PAUSE", 0.1)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE open_round (words text)")
    yield "open_round"
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE open_round")


def somebody() -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor, "context": None})


def migrating(monkeypatch: pytest.MonkeyPatch, statement: str) -> list[str]:
    tried: list[str] = []

    def migrate(*_arguments: object, **_options: object) -> None:
        tried.append(statement)
        with connection.cursor() as cursor:
            cursor.execute(statement)

    monkeypatch.setattr(running, "call_command", migrate)
    return tried


def test_f8_nobody_waits_long_behind_a_migration(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = migrating(monkeypatch, "ALTER TABLE open_round ADD COLUMN more text")
    waited = []

    def others(is_over: threading.Event) -> None:
        with somebody() as reader:
            while not is_over.is_set():
                began = time.monotonic()
                reader.execute("SELECT count(*) FROM open_round")
                reader.commit()
                waited.append(time.monotonic() - began)
                time.sleep(0.01)

    is_over = threading.Event()
    with somebody() as writer:
        writer.execute("INSERT INTO open_round VALUES ('kesken')")
        reader = threading.Thread(target=others, args=(is_over,))
        ends = threading.Timer(1.2, writer.commit)
        for thread in (reader, ends):
            thread.start()
        running.migrate_beside_others()
        is_over.set()
        reader.join()
        ends.join()
    assert len(tried) > 1
    assert max(waited) < WAIT + 0.5
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, more FROM open_round")
        assert cursor.fetchall() == [("kesken", None)]


def test_f8_what_is_built_beside_the_writers_waits_for_them(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = migrating(monkeypatch, "CREATE INDEX CONCURRENTLY open_round_words ON open_round (words)")
    with somebody() as writer:
        writer.execute("INSERT INTO open_round VALUES ('kesken')")
        ends = threading.Timer(2 * WAIT, writer.commit)
        ends.start()
        running.migrate_beside_others()
        ends.join()
    assert len(tried) == 1


def test_f8_another_fault_of_a_migration_is_told_at_once(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = migrating(monkeypatch, "ALTER TABLE open_round ADD COLUMN words text")
    with pytest.raises(Exception, match="already exists"):
        running.migrate_beside_others()
    assert len(tried) == 1
