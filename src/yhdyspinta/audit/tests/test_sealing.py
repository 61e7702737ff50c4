"""Lines of the trail are written in transactions and sealed in a chain."""

from datetime import timedelta, timezone
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction

from yhdyspinta.audit import trail
from yhdyspinta.audit.models import Entry, Seal
from yhdyspinta.audit.tests.lines import AT, THING, VERB, bare, covered, line
from yhdyspinta.processes.models import Process


@pytest.mark.django_db(transaction=True)
def test_a_line_outside_a_transaction_is_refused() -> None:
    before = Entry.objects.count()
    with pytest.raises(RuntimeError, match="inside the transaction"):
        line()
    assert Entry.objects.count() == before


@pytest.mark.django_db
def test_an_unknown_verb_is_refused() -> None:
    before = Entry.objects.count()
    with pytest.raises(ValueError, match="nobody\\.knows"):
        trail.record("nobody.knows", actor=None, target=THING, at=AT)
    assert Entry.objects.count() == before


@pytest.mark.django_db
def test_a_line_holds_references_and_its_digest() -> None:
    kept = Entry.objects.get(pk=line(reason="spam").pk)
    assert (kept.actor, kept.target, kept.detail) == ("system", "seal:7", {"reason": "spam"})
    told = {"at": AT, "verb": VERB, "actor": "system", "target": "seal:7", "authority_id": None, "process_id": None}
    assert kept.digest == trail.digest_of(**told, detail={"reason": "spam"})


@pytest.mark.django_db
def test_a_line_of_a_process_is_its_owner_s_too() -> None:
    process = Process(pk=4, owner_id=3)
    with transaction.atomic():
        kept = trail.record(VERB, actor=None, target=THING, at=AT, process=process, count=1)
    assert (kept.authority_id, kept.process_id, kept.detail) == (3, 4, {"count": 1})


def test_the_digest_is_of_every_field_and_of_the_moment_in_any_zone() -> None:
    told: dict[str, Any] = {
        "at": AT,
        "verb": VERB,
        "actor": "person:1",
        "target": "comment:2",
        "authority_id": 3,
        "process_id": 4,
        "detail": {"a": 1, "b": 2},
    }
    digest = trail.digest_of(**told)
    same = {"at": AT.astimezone(timezone(timedelta(hours=2))), "detail": {"b": 2, "a": 1}}
    assert trail.digest_of(**{**told, **same}) == digest
    others = {
        "at": AT + timedelta(microseconds=1),
        "verb": "x",
        "actor": "person:2",
        "target": "comment:3",
        "authority_id": None,
        "process_id": 5,
        "detail": {"a": 1},
    }
    assert len({trail.digest_of(**{**told, field: value}) for field, value in others.items()} | {digest}) == 8


def test_a_seal_binds_its_lines_to_the_seal_before(sealed: list[Entry]) -> None:
    *_, before, last = Seal.objects.order_by("number")
    assert last.number == before.number + 1
    assert last.previous_hash == before.hash
    assert last.entry_ids == [sealed[-1].pk]
    assert trail.seal(at=AT) is None


@pytest.mark.django_db(transaction=True)
def test_a_line_of_a_transaction_that_ends_late_is_sealed() -> None:
    with psycopg.connect(**connection.get_connection_params(), autocommit=False) as slow:
        older = slow.execute(
            "INSERT INTO audit_entry (at, verb, actor, target, detail, digest)"
            " VALUES (%s, %s, 'system', 'seal:7', '{}', %s) RETURNING id",
            [AT, VERB, trail.digest_of(**bare())],
        ).fetchone()
        with transaction.atomic():
            newer = line()
        trail.seal(at=AT)
        assert newer.pk in covered()
        slow.commit()
    assert older is not None
    assert older[0] < newer.pk
    assert trail.seal(at=AT) is not None
    assert older[0] in covered()
    assert trail.problems() == []


def rows_read(name: str) -> int:
    """How many rows of a table this transaction has read, by index or by going through it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables WHERE relname = %s", [name]
        )
        return int(cursor.fetchone()[0])


def rows_read_by_sealing() -> int:
    tables = ("audit_entry", "audit_seal", "audit_unsealed")
    line()
    line()
    before = sum(rows_read(name) for name in tables)
    assert trail.seal(at=AT) is not None
    return sum(rows_read(name) for name in tables) - before


def test_sealing_reads_no_more_rows_when_the_trail_is_long(sealed: list[Entry]) -> None:
    with connection.cursor() as cursor:  # a database of many lines would choose its indexes anyway
        cursor.execute("SET LOCAL enable_seqscan = off")
    few = rows_read_by_sealing()
    for number in range(300):
        line(number=number)
        assert trail.seal(at=AT, limit=1) is not None
    assert few <= rows_read_by_sealing() <= few + 2  # the last seal is looked up among its neighbours
    assert trail.problems() == []


def test_a_long_queue_is_sealed_in_parts(sealed: list[Entry]) -> None:
    lines = [line(number=number) for number in range(5)]
    while trail.seal(at=AT, limit=2):
        pass
    assert {one.pk for one in lines} <= covered()
    assert trail.problems() == []
