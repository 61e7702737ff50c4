"""Health and readiness, as a watching machine asks for them."""

import pytest
from django.db import OperationalError

from yhdyspinta.site import health


def test_health_asks_no_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        answer = client.get("/health/")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer["Cache-Control"]
    assert client.post("/health/").status_code == 405


def test_ready_when_database_and_migrations_are(client, db):
    answer = client.get("/ready/")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.fixture
def fresh(monkeypatch):
    monkeypatch.setattr(health, "_seen", {"migrated": False})


def test_not_ready_while_migrations_wait(client, db, fresh, monkeypatch):
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda *_args, **_kwargs: ["one"])
    answer = client.get("/ready/")
    assert (answer.status_code, answer.content) == (503, b"migrations wait\n")


def test_not_ready_without_the_database(client, db, monkeypatch):
    def refuse():
        raise OperationalError("gone")

    with monkeypatch.context() as cut:
        cut.setattr(health.connection, "cursor", refuse)
        answer = client.get("/ready/")
    assert (answer.status_code, answer.content) == (503, b"the database does not answer\n")
