"""F5 to F7: a database that takes nothing, is slow or was cut off has its page, and everything goes on afterwards."""

import threading
import time
from contextlib import contextmanager

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from yhdyspinta.comments.models import Comment, CommentDraft
from yhdyspinta.database.engine.base import DatabaseWrapper
from yhdyspinta.site import front

pytestmark = pytest.mark.django_db(transaction=True)


def known():
    allowed = ("host", "port", "user", "password", "dbname", "options")
    return {key: value for key, value in connection.get_connection_params().items() if key in allowed}


@contextmanager
def told(**values):
    """The session's connection under other settings, as when an operator changes them for all."""
    with connection.cursor() as cursor:
        for name, value in values.items():
            cursor.execute("SELECT set_config(%s, %s, false)", [name, value])
        yield
        for name in values:
            cursor.execute(f"RESET {name}")


def test_f5_a_read_only_database_is_read_and_takes_the_words_afterwards(world):
    aino = Client(raise_request_exception=False)
    assert aino.post(world.write_path(), {"text": "Kirjatkaa määräaika."}).status_code == 303
    assert aino.post(world.path("write/about-you/"), {"capacities": ["resident"]}).status_code == 303
    world.age_drafts()
    key = str(CommentDraft.objects.latest("pk").key)
    with told(default_transaction_read_only="on"):
        assert aino.get(world.path()).status_code == 200
        for path, words in ((world.path("write/send/"), {"key": key}), (world.write_path(), {"text": "Toinen."})):
            answer = aino.post(path, words, headers={"accept-language": "fi"})
            assert answer.status_code == 503
            assert answer.headers["Retry-After"]
            assert "Yritä hetken" in answer.content.decode()
    assert not Comment.objects.exists()
    for _ in range(2):
        assert aino.post(world.path("write/send/"), {"key": key}).status_code == 303
    assert Comment.objects.get().text == "Kirjatkaa määräaika."


def test_f6_a_slow_query_is_ended_and_its_asker_told(world, monkeypatch):
    assert "statement_timeout=10000" in settings.DATABASES["default"]["OPTIONS"]["options"]

    def slow(*_arguments):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(30)")

    monkeypatch.setattr(front, "upcoming_phases", slow)
    with told(statement_timeout="200ms"):
        began = time.monotonic()
        answer = Client(raise_request_exception=False).get(f"/{world.county.slug}/fi/")
    assert time.monotonic() - began < 5
    assert answer.status_code == 503
    monkeypatch.undo()
    assert Client().get(f"/{world.county.slug}/fi/").status_code == 200


def test_f6_others_are_served_meanwhile(world):
    """A query of half a minute runs beside them, over the very rows that they read and write."""
    other = psycopg.connect(**known() | {"options": ""})
    asleep = threading.Thread(target=lambda: _sleep(other))
    asleep.start()
    took = []
    try:
        for _ in range(20):
            began = time.monotonic()
            assert Client().get(world.path()).status_code == 200
            took.append(time.monotonic() - began)
        assert world.send(Client()).state == "visible"
        assert asleep.is_alive()
    finally:
        other.cancel_safe()
        asleep.join()
        other.close()
    assert sorted(took)[18] < 1


def _sleep(other):
    try:
        other.execute("SELECT count(*), pg_sleep(30) FROM comments_comment, processes_activity")
    except psycopg.errors.QueryCanceled:
        other.rollback()


def test_f7_after_a_failover_no_request_gets_a_dead_connection():
    options = {**connection.settings_dict["OPTIONS"], "pool": {"min_size": 1, "max_size": 2, "timeout": 10}}
    wrapper = DatabaseWrapper({**connection.settings_dict, "OPTIONS": options})
    try:
        for _ in range(3):
            with wrapper.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                (pid,) = cursor.fetchone()
            wrapper.close()
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s, 2000)", [pid])
                assert cursor.fetchone() == (True,)
    finally:
        wrapper.close()
        wrapper.close_pool()


def test_f7_what_is_acknowledged_has_been_kept():
    with connection.cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        assert cursor.fetchone() == ("on",)
