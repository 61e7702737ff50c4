"""Those who answer comments that another authority passed on are reminded before the day they owe an answer, and after it."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Count, Q

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.outbox import owe
from yhdyspinta.notices.reminded import reminded_of
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.telling import who_answers
from yhdyspinta.ui.dates import in_helsinki

SOON: Final = timedelta(days=7)
#: Of what came just now they have heard.
_FRESH: Final = timedelta(days=3)
KINDS: Final = ("transfers.due_soon", "transfers.due_late")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Due:
    """Comments to be answered by one day."""

    receiver: int
    on: date
    count: int
    is_late: bool

    def key(self, person: Person) -> str:
        return f"{KINDS[self.is_late]}:{self.receiver}:{person.pk}:{self.on.isoformat()}"


def remind_receivers(*, at: datetime) -> int:
    """Owe each what is due to be told today; asking again owes nothing more. Returns how many messages.

    One that fails keeps no other waiting; it is tried again the next morning.
    """
    today = in_helsinki(at).date()
    waiting = Transfer.objects.filter(
        Q(due_on__lt=today) | Q(passed_at__lte=at - _FRESH), due_on__lte=today + SOON, receiver__isnull=False,
        state=Transfer.State.WAITING, comment__state=Comment.State.VISIBLE,
    )  # fmt: skip
    rows = waiting.values_list("receiver", "due_on").annotate(count=Count("pk")).order_by("due_on")
    due: dict[int, list[_Due]] = defaultdict(list)
    for receiver, on, count in rows:
        due[receiver].append(_Due(receiver, on, count, is_late=on < today))
    authorities = Authority.objects.in_bulk(list(due))
    return sum(_reminded(authorities[pk], found, at) for pk, found in due.items())


def _reminded(receiver: Authority, due: Sequence[_Due], at: datetime) -> int:
    people = who_answers(receiver)
    keys = {one.key(person) for one in due for person in people}
    told = reminded_of(keys, people=[person.pk for person in people], kinds=KINDS)
    found = ((person, [one for one in due if one.key(person) not in told]) for person in people)
    return sum(_tried(person, receiver, new, at) for person, new in found if new)


def _tried(person: Person, receiver: Authority, due: Sequence[_Due], at: datetime) -> int:
    try:
        return _owed(person, receiver, due, at)
    except Exception:  # noqa: BLE001 (whatever it is, the others are reminded)
        _log.exception("somebody was not reminded of comments that were passed on")
        return 0


@transaction.atomic
def _owed(person: Person, receiver: Authority, due: Sequence[_Due], at: datetime) -> bool:
    """One message with the key of the first and those of all: how many are late and since when, how many due and by when."""
    late, soon = ([one for one in due if one.is_late is which] for which in (True, False))
    kind = "transfers.due_late" if late else "transfers.due_soon"
    owed = owe(
        kind, to=receiver_of(person), authority=receiver, at=at, once_key=due[0].key(person),
        told=[one.key(person) for one in due], receiver=receiver.slug,
        late=sum(one.count for one in late), since=late[0].on.isoformat() if late else "",
        soon=sum(one.count for one in soon), by=soon[0].on.isoformat() if soon else "",
    )  # fmt: skip
    return owed is not None
