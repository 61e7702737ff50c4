"""Whoever changes the trail is refused or found out."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from yhdyspinta.audit import trail
from yhdyspinta.audit.models import Entry, Seal
from yhdyspinta.audit.tests.lines import bare, covered, line, past_the_triggers


@pytest.mark.parametrize("table", ["audit_entry", "audit_seal"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {}"])
def test_v10_the_database_refuses_to_remove(sealed: list[Entry], table: str, statement: str) -> None:
    _refused(statement.format(table))


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_entry SET verb = 'other'", "UPDATE audit_seal SET previous_hash = hash"]
)
def test_v10_the_database_refuses_to_change(sealed: list[Entry], statement: str) -> None:
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
def test_v10_a_changed_line_is_found(sealed: list[Entry], change: str) -> None:
    past_the_triggers(f"UPDATE audit_entry SET {change} WHERE id = %s", sealed[1].pk)
    assert trail.problems() == [f"entry {sealed[1].pk} was changed"]


def test_v10_a_line_changed_with_its_digest_is_found(sealed: list[Entry]) -> None:
    digest = trail.digest_of(**{**bare(), "verb": "other", "detail": {"number": 1}})
    past_the_triggers("UPDATE audit_entry SET verb = 'other', digest = %s WHERE id = %s", digest, sealed[1].pk)
    assert trail.problems() == [f"seal {_seal_of(sealed[1]).number} does not fit the chain"]


def test_v10_a_removed_line_is_found(sealed: list[Entry]) -> None:
    past_the_triggers("DELETE FROM audit_entry WHERE id = %s", sealed[1].pk)
    assert trail.problems() == [f"entry {sealed[1].pk} was removed"]


def test_v10_a_line_kept_from_the_sealer_is_found(sealed: list[Entry]) -> None:
    waiting = line()
    assert trail.problems() == []
    past_the_triggers("DELETE FROM audit_unsealed WHERE entry_id = %s", waiting.pk)
    assert trail.problems() == [f"entry {waiting.pk} is under no seal"]


def test_v10_a_removed_seal_breaks_the_chain(sealed: list[Entry]) -> None:
    gone, after = _seal_of(sealed[1]), _seal_of(sealed[2])
    past_the_triggers("DELETE FROM audit_seal WHERE number = %s", gone.number)
    assert trail.problems() == [
        f"seal {after.number} does not fit the chain",
        f"entry {sealed[1].pk} is under no seal",
    ]


def test_v10_a_seal_made_anew_does_not_fit_the_next(sealed: list[Entry]) -> None:
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


def test_v10_without_the_key_a_chain_made_anew_does_not_fit(sealed: list[Entry], settings: Any) -> None:
    own, settings.TRAIL_KEY = settings.TRAIL_KEY, "somebody else's"
    _made_anew(sealed[1], actor="person:99")
    settings.TRAIL_KEY = own
    assert f"entry {sealed[1].pk} was changed" in trail.problems()


def test_v10_with_the_key_a_chain_made_anew_has_lost_the_noted_head(sealed: list[Entry]) -> None:
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
