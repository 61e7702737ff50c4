"""Connections of the pool: asked only where the server has said something unasked."""

import pytest
from django.db import connection
from psycopg_pool import ConnectionPool

from yhdyspinta.database.engine.base import DatabaseWrapper

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pooled():
    options = {**connection.settings_dict["OPTIONS"], "pool": {"min_size": 1, "max_size": 1, "timeout": 10}}
    wrapper = DatabaseWrapper({**connection.settings_dict, "OPTIONS": options})
    yield wrapper
    wrapper.close()
    wrapper.close_pool()


def _process(wrapper):
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def _count_checks(monkeypatch):
    asked = []
    check = ConnectionPool.check_connection
    monkeypatch.setattr(ConnectionPool, "check_connection", staticmethod(lambda one: asked.append(one) or check(one)))
    return asked


def test_a_connection_that_nothing_was_heard_of_is_given_without_asking(pooled, monkeypatch):
    first = _process(pooled)
    pooled.close()
    asked = _count_checks(monkeypatch)
    assert _process(pooled) == first
    assert asked == []


def test_one_that_lives_though_something_was_heard_is_kept(pooled, monkeypatch):
    first = _process(pooled)
    with pooled.cursor() as cursor:
        cursor.execute("LISTEN a_word")
    pooled.close()
    with connection.cursor() as cursor:
        cursor.execute("NOTIFY a_word")
        cursor.execute("SELECT pg_sleep(0.2)")
    asked = _count_checks(monkeypatch)
    assert _process(pooled) == first
    assert len(asked) == 1


def test_one_that_the_server_ended_is_replaced_before_anybody_notices(pooled):
    first = _process(pooled)
    pooled.close()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 2000)", [first])
    assert _process(pooled) != first
