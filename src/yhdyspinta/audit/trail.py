"""Write the trail, seal it into a chain, and check the chain."""

import hashlib
import hmac
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final, Protocol

from django.conf import settings
from django.db import connection, models, transaction

from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry, Seal, Unsealed
from yhdyspinta.database.prepared_writes import PreparedInsert, Write

GENESIS = "0" * 64
SYSTEM = "system"
_VERBS: dict[str, Any] = {}
_STORED: Final = PreparedInsert(Entry)


class Owned(Protocol):
    """A process, of which this package knows only who owns it."""

    @property
    def pk(self) -> int: ...

    @property
    def owner_id(self) -> int: ...


def register_verbs(verbs: dict[str, Any]) -> None:
    """Add an app's verbs with their words; called once from its `apps.py`."""
    _VERBS.update(verbs)


def verb_words(verb: str) -> str:
    return str(_VERBS.get(verb, verb))


def reference(thing: models.Model) -> str:
    """How the trail names a thing: its kind and number."""
    return f"{thing._meta.model_name}:{thing.pk}"  # noqa: SLF001 (Django's documented way to a model's name)


def digest_of(
    *,
    at: datetime,
    verb: str,
    actor: str,
    target: str,
    authority_id: int | None,
    process_id: int | None,
    detail: dict[str, Any],
) -> str:
    """HMAC-SHA256 of the line in canonical form, under the installation's key of the trail."""
    stamp = at.astimezone(UTC).isoformat(timespec="microseconds")
    line = [stamp, verb, actor, target, authority_id, process_id, detail]
    return _keyed(json.dumps(line, sort_keys=True, ensure_ascii=False))


def _keyed(text: str) -> str:
    """Who can write into the database but does not have the key cannot make a line or a seal that fits."""
    return hmac.new(f"trail:{settings.TRAIL_KEY}".encode(), text.encode(), hashlib.sha256).hexdigest()


def record(
    verb: str,
    *,
    actor: models.Model | None,
    target: models.Model,
    at: datetime,
    process: Owned | None = None,
    authority_id: int | None = None,
    process_id: int | None = None,
    **detail: Any,
) -> Entry:
    """Add a line to the trail, inside the transaction of the change itself.

    With a `process` the line is its own and its owner's; else `authority_id` and `process_id` say whose it is.
    `detail` holds codes, numbers and references only. Raises RuntimeError outside a transaction and ValueError for a
    verb that no app has registered.
    """
    owned_by = (authority_id, process_id) if process is None else (process.owner_id, process.pk)
    return _STORED.add(_line(verb, actor=actor, target=target, at=at, owned_by=owned_by, detail=detail))


def recorded(
    verb: str, *, actor: models.Model | None, target: models.Model, at: datetime, process: Owned, **detail: Any
) -> Write:
    """As `record`, to be run together with other writes of the same transaction."""
    owned_by = (process.owner_id, process.pk)
    return _STORED.write(_line(verb, actor=actor, target=target, at=at, owned_by=owned_by, detail=detail))


def record_each(
    verb: str,
    *,
    actor: models.Model | None,
    targets: Iterable[tuple[models.Model, dict[str, Any]]],
    at: datetime,
    authority_id: int | None,
    process_id: int | None,
) -> None:
    """As `record` for one deed to many things, each with its own detail: a line for each, stored together."""
    owned_by = (authority_id, process_id)
    Entry.objects.bulk_create(
        _line(verb, actor=actor, target=target, at=at, owned_by=owned_by, detail=detail) for target, detail in targets
    )


def _line(
    verb: str,
    *,
    actor: models.Model | None,
    target: models.Model,
    at: datetime,
    owned_by: tuple[int | None, int | None],
    detail: dict[str, Any],
) -> Entry:
    if not connection.in_atomic_block:
        raise RuntimeError("audit.record stands inside the transaction of the change.")
    if verb not in _VERBS:
        raise ValueError(f"The verb {verb} is not registered.")
    authority_id, process_id = owned_by
    line = {
        "at": at,
        "verb": verb,
        "actor": SYSTEM if actor is None else reference(actor),
        "target": reference(target),
        "authority_id": authority_id,
        "process_id": process_id,
        "detail": detail,
    }
    return Entry(**line, digest=digest_of(**line))  # type: ignore[arg-type]


def _link(previous_hash: str, number: int, entries: list[Entry]) -> str:
    body = json.dumps([previous_hash, number, [[e.pk, e.digest] for e in entries]])
    return _keyed(body)


@transaction.atomic
def seal(*, at: datetime | None = None, limit: int = 5_000) -> Seal | None:
    """Bind all finished lines that no seal covers into the next link of the chain; None when there are none.

    Only the lines that wait are looked at. One whose transaction ends late waits for the next seal, whatever its
    number is.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(7126001)")
    ids = list(Unsealed.objects.order_by("pk").values_list("pk", flat=True)[:limit])
    if not ids:
        return None
    last = Seal.objects.order_by("-number").first()
    entries = list(Entry.objects.filter(pk__in=ids).order_by("pk"))
    previous = last.hash if last else GENESIS
    number = last.number + 1 if last else 1
    Unsealed.objects.filter(pk__in=ids).delete()
    return Seal.objects.create(
        number=number,
        entry_ids=ids,
        previous_hash=previous,
        hash=_link(previous, number, entries),
        sealed_at=at or clock.now(),
    )


def head() -> str:
    """The newest seal as "number:hash": noted outside the installation, it shows a chain that was made anew."""
    last = Seal.objects.order_by("-number").first()
    return f"{last.number}:{last.hash}" if last else f"0:{GENESIS}"


def holds(noted: str) -> bool:
    """Whether the chain still has a head that was noted earlier. Raises ValueError for what is no head."""
    number, mark, link = noted.strip().partition(":")
    if not mark or not number.isdecimal() or len(link) != len(GENESIS):
        raise ValueError("A noted head is a number, a colon and 64 signs.")
    return int(number) == 0 or Seal.objects.filter(number=int(number), hash=link).exists()


def problems() -> list[str]:
    """Check every line and link; returns what is wrong, empty when the trail is whole."""
    newest = Seal.objects.order_by("-number").values_list("number", flat=True).first() or 0
    found, digests = _changed_lines()
    loose = set(digests) - set(Unsealed.objects.values_list("pk", flat=True))
    previous = GENESIS
    for number, link in enumerate(Seal.objects.order_by("number").iterator(chunk_size=500), start=1):
        loose.difference_update(link.entry_ids)
        if link.number > newest:  # sealed while this check was reading
            continue
        gone = [pk for pk in link.entry_ids if pk not in digests]
        found += [f"entry {pk} was removed" for pk in gone]
        entries = [Entry(pk=pk, digest=digests.get(pk, "")) for pk in link.entry_ids]
        if (
            link.number != number
            or link.previous_hash != previous
            or (not gone and _link(previous, link.number, entries) != link.hash)
        ):
            found.append(f"seal {link.number} does not fit the chain")
        previous = link.hash
    return found + [f"entry {pk} is under no seal" for pk in sorted(loose)]


def _changed_lines() -> tuple[list[str], dict[int, str]]:
    """What is wrong in the lines themselves, and the digest of each."""
    found: list[str] = []
    digests: dict[int, str] = {}
    for entry in Entry.objects.order_by("pk").iterator(chunk_size=2_000):
        expected = digest_of(
            at=entry.at,
            verb=entry.verb,
            actor=entry.actor,
            target=entry.target,
            authority_id=entry.authority_id,
            process_id=entry.process_id,
            detail=entry.detail,
        )
        if expected != entry.digest:
            found.append(f"entry {entry.pk} was changed")
        digests[entry.pk] = entry.digest
    return found, digests
