"""The trail only grows, its lines are bound together in order, and whoever reaches past that is found out."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from yhdyspinta.audit import trail
from yhdyspinta.audit.models import Entry, Seal

AT = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
VERB = "tried.in_a_test"
THING = Seal(number=7)  # anything with a kind and a number


@pytest.fixture(autouse=True)
def _verb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(trail._VERBS, VERB, "Tried")


def line(**detail: Any) -> Entry:
    return trail.record(VERB, actor=None, target=THING, at=AT, **detail)


@pytest.fixture
def sealed(db: None) -> list[Entry]:
    """Three lines, each under its own seal."""
    while trail.seal(at=AT):
        pass
    lines = []
    for number in range(3):
        lines.append(line(number=number))
        assert trail.seal(at=AT) is not None
    assert trail.problems() == []
    return lines


def past_the_triggers(statement: str, *values: Any) -> None:
    """What an intruder with the rights of the database's owner could do; undone with the test's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, values)
        cursor.execute("SET LOCAL session_replication_role = origin")


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
            [AT, VERB, trail.digest_of(**_bare())],
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


def _bare() -> dict[str, Any]:
    names: dict[str, Any] = {"verb": VERB, "actor": "system", "target": "seal:7"}
    return {"at": AT, **names, "authority_id": None, "process_id": None, "detail": {}}


def covered() -> set[int]:
    return {pk for link in Seal.objects.all() for pk in link.entry_ids}


@pytest.mark.parametrize("table", ["audit_entry", "audit_seal"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {}"])
def test_the_database_refuses_to_remove(sealed: list[Entry], table: str, statement: str) -> None:
    _refused(statement.format(table))


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_entry SET verb = 'other'", "UPDATE audit_seal SET previous_hash = hash"]
)
def test_the_database_refuses_to_change(sealed: list[Entry], statement: str) -> None:
    _refused(statement)


def _refused(statement: str) -> None:
    counts = (Entry.objects.count(), Seal.objects.count())
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert (Entry.objects.count(), Seal.objects.count()) == counts
    assert trail.problems() == []


@pytest.mark.parametrize(
    "change",
    [
        "at = at + interval '1 second'",
        "verb = 'other'",
        "actor = 'person:1'",
        "target = 'seal:8'",
        "authority_id = 1",
        "process_id = 1",
        "detail = '{}'",
    ],
)
def test_a_changed_line_is_found(sealed: list[Entry], change: str) -> None:
    past_the_triggers(f"UPDATE audit_entry SET {change} WHERE id = %s", sealed[1].pk)
    assert trail.problems() == [f"entry {sealed[1].pk} was changed"]


def test_a_line_changed_with_its_digest_is_found(sealed: list[Entry]) -> None:
    digest = trail.digest_of(**{**_bare(), "verb": "other", "detail": {"number": 1}})
    past_the_triggers("UPDATE audit_entry SET verb = 'other', digest = %s WHERE id = %s", digest, sealed[1].pk)
    assert trail.problems() == [f"seal {_seal_of(sealed[1]).number} does not fit the chain"]


def test_a_removed_line_is_found(sealed: list[Entry]) -> None:
    past_the_triggers("DELETE FROM audit_entry WHERE id = %s", sealed[1].pk)
    assert trail.problems() == [f"entry {sealed[1].pk} was removed"]


def test_a_line_kept_from_the_sealer_is_found(sealed: list[Entry]) -> None:
    waiting = line()
    assert trail.problems() == []
    past_the_triggers("DELETE FROM audit_unsealed WHERE entry_id = %s", waiting.pk)
    assert trail.problems() == [f"entry {waiting.pk} is under no seal"]


def test_a_removed_seal_breaks_the_chain(sealed: list[Entry]) -> None:
    gone, after = _seal_of(sealed[1]), _seal_of(sealed[2])
    past_the_triggers("DELETE FROM audit_seal WHERE number = %s", gone.number)
    assert trail.problems() == [
        f"seal {after.number} does not fit the chain",
        f"entry {sealed[1].pk} is under no seal",
    ]


def test_a_seal_made_anew_does_not_fit_the_next(sealed: list[Entry]) -> None:
    forged, after = _seal_of(sealed[1]), _seal_of(sealed[2])
    anew = trail._link(forged.previous_hash, forged.number, [])
    past_the_triggers("UPDATE audit_seal SET entry_ids = '{}', hash = %s WHERE number = %s", anew, forged.number)
    assert trail.problems() == [
        f"seal {after.number} does not fit the chain",
        f"entry {sealed[1].pk} is under no seal",
    ]


def _seal_of(entry: Entry) -> Seal:
    return Seal.objects.get(entry_ids__contains=[entry.pk])


def test_the_command_seals_and_says_the_trail_is_whole(sealed: list[Entry], capsys: pytest.CaptureFixture[str]) -> None:
    fresh = line()
    call_command("audit_verify")
    assert capsys.readouterr().out == f"The trail is whole.\nHead: {trail.head()}\n"
    assert fresh.pk in covered()


def test_the_command_fails_and_says_what_is_wrong(sealed: list[Entry]) -> None:
    past_the_triggers("DELETE FROM audit_entry WHERE id = %s", sealed[0].pk)
    with pytest.raises(CommandError, match=f"The trail is broken: entry {sealed[0].pk} was removed"):
        call_command("audit_verify")


def _made_anew(entry: Entry, **changes: Any) -> None:
    """What somebody with the rights of the tables' owner does: change a line and make every digest and seal fit it."""
    told = {
        name: getattr(entry, name) for name in ("at", "verb", "actor", "target", "authority_id", "process_id", "detail")
    }
    past_the_triggers(
        "UPDATE audit_entry SET actor = %s, digest = %s WHERE id = %s",
        changes["actor"], trail.digest_of(**{**told, **changes}), entry.pk,
    )  # fmt: skip
    previous = trail.GENESIS
    for link in Seal.objects.order_by("number"):
        entries = list(Entry.objects.filter(pk__in=link.entry_ids).order_by("pk"))
        own = trail._link(previous, link.number, entries)
        past_the_triggers(
            "UPDATE audit_seal SET previous_hash = %s, hash = %s WHERE number = %s", previous, own, link.number
        )
        previous = own


def test_without_the_key_a_chain_made_anew_does_not_fit(sealed: list[Entry], settings: Any) -> None:
    own, settings.TRAIL_KEY = settings.TRAIL_KEY, "somebody else's"
    _made_anew(sealed[1], actor="person:99")
    settings.TRAIL_KEY = own
    assert f"entry {sealed[1].pk} was changed" in trail.problems()


def test_with_the_key_a_chain_made_anew_has_lost_the_noted_head(sealed: list[Entry]) -> None:
    noted = trail.head()
    line()
    call_command("audit_verify", noted=noted)
    _made_anew(sealed[1], actor="person:99")
    assert trail.problems() == []
    with pytest.raises(CommandError, match="made anew"):
        call_command("audit_verify", noted=noted)


@pytest.mark.parametrize("noted", ["7", "x:" + "0" * 64, "7:abc", ":" + "0" * 64])
def test_what_is_no_head_is_refused_in_words(sealed: list[Entry], noted: str) -> None:
    with pytest.raises(CommandError, match="a number, a colon"):
        call_command("audit_verify", noted=noted)
