"""After a test that really commits, the database is put back as it was: the trail refuses to be emptied, and it
should; and what migrations put in (areas, authorities) has to stay for the tests that follow.

Before the first test the test database is copied; after such a test the copy takes its place, once the next test
begins that does not bring a database of its own.
"""

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import TransactionTestCase
from psycopg import sql

#: What puts the database back, where a test has written to it since.
_owed: list[Callable[[], None]] = []


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test in the demo world (`tests/journeys/conftest.py`) copies that one over whatever is there."""
    if "world_database" not in getattr(item, "fixturenames", ()):
        put_back()


def put_back() -> None:
    """The database is as migrations made it."""
    while _owed:
        _owed[-1]()
        _owed.pop()


@pytest.fixture(scope="session", autouse=True)
def _restored(request: pytest.FixtureRequest) -> Iterator[None]:
    if not any(_commits(item) for item in request.session.items):
        yield
        return
    request.getfixturevalue("django_db_setup")
    blocker = request.getfixturevalue("django_db_blocker")
    with blocker.unblock():
        name = connection.settings_dict["NAME"]
        kept = f"{name}_kept"
        connection.close()
        copy_database(name, kept)
    original = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda _case: _owe(lambda: copy_database(kept, name))
    yield
    TransactionTestCase._fixture_teardown = original
    _owed.clear()
    with blocker.unblock():
        drop_database(kept)
        _close_sessions(name)


def _owe(put: Callable[[], None]) -> None:
    connection.close()
    _owed[:] = [put]


def _commits(item: Any) -> bool:
    if {"live_server", "transactional_db"} & set(getattr(item, "fixturenames", ())):
        return True
    return any(mark.kwargs.get("transaction") for mark in item.iter_markers("django_db"))


def _administrator() -> psycopg.Connection[Any]:
    parameters = {**connection.get_connection_params(), "dbname": "postgres"}
    known = ("host", "port", "user", "password", "dbname")
    chosen = {key: value for key, value in parameters.items() if key in known}
    return psycopg.connect(**chosen, autocommit=True)


def drop_database(name: str) -> None:
    with _administrator() as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _close_sessions(name: str) -> None:
    """A server thread whose browser went away mid-answer may still hold the database that is about to be dropped."""
    connection.close()
    with _administrator() as server:
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])


def copy_database(source: str, target: str) -> None:
    """Make the target a copy of the source, which nobody uses meanwhile."""
    connection.close()
    drop_database(target)
    with _administrator() as server:
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(target), sql.Identifier(source)
            )
        )
