"""Keep spam off without riddles: a trap field, the time a form took, and limits per person and address.

What is caught waits for a moderator. It is never thrown away and its sender gets a receipt like everybody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from yhdyspinta.comments.models import Comment
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.people.limits import Limit, allow
from yhdyspinta.people.visitors import Someone
from yhdyspinta.processes.models import Activity

#: The name of the trap: a field that people do not see and that programs fill in.
TRAP_FIELD: Final = "website"
LEAST_TIME: Final = timedelta(seconds=4)
MOST_BY_PERSON: Final = 30  # comments in an hour in one activity; a form of many sections is within it
MOST_BY_ADDRESS: Final = 300  # sendings in ten minutes: a library or a hall full of people is within it
MOST_LINKS: Final = 2
#: Warnings of how a comment was sent: new words do not undo them.
OF_SENDING: Final = frozenset({"too_fast", "many"})
_HOUR: Final = timedelta(hours=1)
_TEN_MINUTES: Final = timedelta(minutes=10)
#: Warnings that make a comment wait even where comments are checked after publishing.
_WAIT_FOR: Final = frozenset({"identity_code", "health", "too_fast", "many"})

_RECENT: Final[Prepared[int]] = Prepared(
    lambda person, activity, after: Comment.objects.filter(
        sender__person=person, sender__activity=activity, sender__is_statement=False, arrived_at__gt=after
    ).values_list("pk", flat=True)[: MOST_BY_PERSON + 1]
)


@dataclass(frozen=True)
class Sending:
    """What is known of a sending before it is stored."""

    person: Someone
    activity: Activity
    began_at: datetime | None
    at: datetime
    trap: str = ""
    is_crowd: bool = False  # whether `is_crowd` said so of the network address
    texts: tuple[str, ...] = ()


def must_wait(warnings: Iterable[str], *, checked_before: bool, sender_saw: bool = True) -> bool:
    """Whether a comment with these warnings waits for a moderator.

    `checked_before` is the round's own setting. Where the sender did not see the warnings before sending, as when
    staff type what came by phone or on paper, any warning is enough.
    """
    found = set(warnings)
    return checked_before or bool(found & _WAIT_FOR if sender_saw else found)


def hold(
    sending: Sending, *, warnings: Iterable[str] = (), checked_before: bool = False
) -> tuple[bool, tuple[str, ...]]:
    """Whether the comments of a sending wait for a moderator, and every warning that goes with them.

    `warnings` are those of `checks.warnings_in`; `checked_before` is the round's own setting.
    """
    found = [*warnings]
    if sending.trap or _is_fast(sending):
        found.append("too_fast")
    if _is_many(sending):
        found.append("many")
    kept = tuple(dict.fromkeys(found))
    return has_many_links(sending.texts) or must_wait(kept, checked_before=checked_before), kept


def has_many_links(texts: Iterable[str]) -> bool:
    """More links than a comment needs."""
    return sum(text.count("://") for text in texts) > MOST_LINKS


def _is_fast(sending: Sending) -> bool:
    return sending.began_at is not None and sending.at - sending.began_at < LEAST_TIME


def _is_many(sending: Sending) -> bool:
    return sending.is_crowd or _over_for_person(sending)


def _over_for_person(sending: Sending) -> bool:
    if sending.person.pk is None:
        return False
    recent = _RECENT.rows(person=sending.person.pk, activity=sending.activity.pk, after=sending.at - _HOUR)
    return len(recent) + max(len(sending.texts), 1) > MOST_BY_PERSON


def is_crowd(address: str) -> bool:
    """Whether more is sent from one network address than a hall full of people sends; asked once of each sending.

    Counted under a keyed hash for ten minutes, for every web worker alike: addresses are not stored. Ask it before the
    sending's own transaction, so that people behind one address do not wait for each other.
    """
    return bool(address) and not allow(Limit(f"spam:{address}", MOST_BY_ADDRESS, _TEN_MINUTES))
