"""Owe somebody a message: a row in the transaction of the change; delivery follows the commit."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import repeat
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import Q
from django.utils.functional import Promise
from procrastinate.contrib.django import app

from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.models import Person
from yhdyspinta.ui.text import readable
from yhdyspinta.wording.languages import page_language_of

MAIL_QUEUE: Final = "mail"
DELIVER_OWED: Final = "notices.deliver_owed"  # the task that sends what is owed
#: So long what a quick undo takes back stays unsaid.
UNDO_TIME: Final = timedelta(minutes=10)


@dataclass(frozen=True)
class Item:
    """One of several matters in a message: the daily summary has many."""

    heading: str
    text: str = ""
    path: str = ""
    unsubscribe_path: str = ""


@dataclass(frozen=True)
class Message:
    """A notice in words, in one language: plain values for the mail and the in-app list."""

    subject: str  # no names, no free text: it is seen on lock screens and in logs
    paragraphs: tuple[str, ...]
    button_text: str = ""
    path: str = ""  # where the button leads, within the installation
    unsubscribe_path: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class NoticeKind:
    """A kind of message: its name for staff and settings, and the function that words it in the active language."""

    key: str
    name: Promise | str
    words: Callable[[Notice], Message]
    can_wait_for_digest: bool = False


_KINDS: dict[str, NoticeKind] = {}


def register_kinds(*kinds: NoticeKind) -> None:
    """Add an app's notices; called once from its `apps.py`."""
    _KINDS.update({kind.key: kind for kind in kinds})


def kind_of(notice: Notice) -> NoticeKind:
    return _KINDS[notice.kind]


def words_of(notice: Notice) -> Message:
    """The notice in words of the active language, fit to be read: one line where one is meant, nothing hidden in any."""
    message = kind_of(notice).words(notice)
    return replace(
        message,
        subject=readable(message.subject, multiline=False),
        paragraphs=tuple(readable(text, multiline=True) for text in message.paragraphs),
        button_text=readable(message.button_text, multiline=False),
        items=tuple(_readable_item(item) for item in message.items),
    )


def _readable_item(item: Item) -> Item:
    return replace(item, heading=readable(item.heading, multiline=False), text=readable(item.text, multiline=False))


def kinds() -> Mapping[str, NoticeKind]:
    return _KINDS


@dataclass(frozen=True)
class Receiver:
    """Who a message goes to: a person, an address, or both, and their language, which may be one without pages."""

    language: str
    person: Person | None = None
    address: str = ""
    digest: str = Person.Digest.AT_ONCE
    extra: Mapping[str, Any] = field(default_factory=dict)  # e.g. the nonce of their unsubscribe link


def owe(
    kind: str,
    *,
    to: Receiver,
    authority: Authority,
    at: datetime,
    once_key: str | None = None,
    hold: timedelta | None = None,
    **values: Any,
) -> Notice | None:
    """Write the message down, inside the transaction of the change. None when it was already owed under the same key.

    With `hold` it waits so long, and `take_back` can undo it as if it had never been; then it goes with the next round of
    the worker. `values` are numbers, codes and public titles; never a secret. Raises RuntimeError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("notices.owe stands inside the transaction of the change.")
    if kind not in _KINDS:
        raise ValueError(f"The notice {kind} is not registered.")
    if once_key is not None and Notice.objects.filter(once_key=once_key).exists():
        return None
    notice = _made(kind, to, authority, values, at=at, once_key=once_key, held_until=at + hold if hold else None)
    notice.save(force_insert=True)
    if notice.state == Notice.State.OWED and not hold:
        wake_after_commit()
    return notice


def owe_each(
    kind: str, *, told: Iterable[tuple[Receiver, Mapping[str, Any]]], authority: Authority, at: datetime
) -> None:
    """As `owe` for many receivers, each with values of their own: the rows are stored together. Raises as `owe`."""
    _owe_together(kind, repeat(None), told, authority, at=at)


def _owe_together(
    kind: str, keys: Iterable[str | None], told: Iterable[tuple[Receiver, Mapping[str, Any]]], authority: Authority, *,
    at: datetime, hold: timedelta | None = None,
) -> None:  # fmt: skip
    if not connection.in_atomic_block:
        raise RuntimeError("notices.owe_each stands inside the transaction of the change.")
    if kind not in _KINDS:
        raise ValueError(f"The notice {kind} is not registered.")
    until = at + hold if hold else None
    notices = [
        _made(kind, to, authority, values, at=at, once_key=key, held_until=until)
        for key, (to, values) in zip(keys, told, strict=False)
    ]
    Notice.objects.bulk_create(notices)
    if not hold and any(notice.state == Notice.State.OWED for notice in notices):
        wake_after_commit()


def owe_each_once(
    kind: str, *, told: Mapping[str, tuple[Receiver, Mapping[str, Any]]], authority: Authority, at: datetime,
    hold: timedelta | None = None,
) -> None:  # fmt: skip
    """As `owe_each`, each under a key of its own: what is owed under one already is not owed again. `hold` as in `owe`."""
    owed = set(Notice.objects.filter(once_key__in=list(told)).values_list("once_key", flat=True))
    new = {key: one for key, one in told.items() if key not in owed}
    _owe_together(kind, new, new.values(), authority, at=at, hold=hold)


def _made(
    kind: str, to: Receiver, authority: Authority, values: Mapping[str, Any], *, at: datetime,
    once_key: str | None = None, held_until: datetime | None = None,
) -> Notice:  # fmt: skip
    return Notice(
        kind=kind,
        person=to.person if to.person is not None and not to.person.is_guest else None,
        address=to.address,
        language=page_language_of(to.language, authority.duty_languages),
        authority=authority,
        values={**values, **to.extra},
        once_key=once_key,
        owed_at=at,
        held_until=held_until,
        state=_first_state(kind, to),
    )


def not_held(at: datetime) -> Q:
    """Those that may go out and be seen."""
    return Q(held_until=None) | Q(held_until__lte=at)


def take_back(once_keys: Iterable[str], *, at: datetime) -> list[tuple[Notice, bool]]:
    """Take back what was owed under the keys; returns each, and whether it had already reached somebody.

    What has reached nobody is gone. To the others a correction is owed. One that is just being sent counts as one of them:
    a mail server may take longer over it than a lock may be waited for.
    """
    rows = Notice.objects.select_related("person").filter(once_key__in=list(once_keys)).order_by("pk")
    ours = {notice.pk: notice for notice in rows.select_for_update(of=("self",), skip_locked=True)}
    told = [(found, found.pk not in ours or _has_reached(ours[found.pk], at)) for found in rows]
    Notice.objects.filter(pk__in=[notice.pk for notice, has_reached in told if not has_reached]).delete()
    return told


def _has_reached(notice: Notice, at: datetime) -> bool:
    """Whether it was mailed, or could have been seen in the receiver's list of messages."""
    if notice.state == Notice.State.SENT or notice.read_at is not None:
        return True
    is_held = notice.held_until is not None and notice.held_until > at
    return notice.person_id is not None and not is_held


def wake_after_commit() -> None:
    """Wake the worker once, however many messages the transaction owes."""
    if not any(entry[1] is _wake for entry in connection.run_on_commit):
        transaction.on_commit(_wake, robust=True)


def _wake() -> None:
    """The task goes by its name: `tasks` imports delivery, which imports this."""
    app.configure_task(DELIVER_OWED, queue=MAIL_QUEUE).defer()


def _first_state(kind: str, to: Receiver) -> str:
    if not to.address:
        return Notice.State.SHOWN
    if _KINDS[kind].can_wait_for_digest and to.digest == Person.Digest.DAILY:
        return Notice.State.DIGEST
    if _KINDS[kind].can_wait_for_digest and to.digest == Person.Digest.NEVER:
        return Notice.State.SHOWN
    return Notice.State.OWED
