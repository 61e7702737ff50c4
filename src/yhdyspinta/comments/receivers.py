"""Where a sender is told of what concerns their comments."""

from collections.abc import Callable, Collection, Iterable, Mapping

from yhdyspinta.comments.models import Sender
from yhdyspinta.notices.outbox import Receiver
from yhdyspinta.people.models import Person
from yhdyspinta.ui.mail_addresses import address_key, same_address

AlsoTold = Callable[[Collection[Sender]], Mapping[int, Iterable[Receiver]]]

_also_told: list[AlsoTold] = []


def register_also_told(find: AlsoTold) -> None:
    """Let an app name others who stand behind what senders sent: those of an organisation behind its statement.

    `find` takes all the senders of a matter at once, and gives the others by the sender's key; it asks the database as
    often for many as for one.
    """
    if find not in _also_told:
        _also_told.append(find)


def receivers_by_sender(senders: Iterable[Sender]) -> dict[int, list[Receiver]]:
    """All who are told of what concerns each sender's comments, by the sender's key: the sender first, each address once.

    The senders come with their person and stand in the order in which they were given.
    """
    unique = {sender.pk: sender for sender in senders}
    found = {key: [own] if (own := receiver_of(sender)) else [] for key, sender in unique.items()}
    for find in _also_told if unique else ():
        for key, others in find(unique.values()).items():
            known = {address_key(receiver.address) for receiver in found[key]}
            found[key] += [receiver for receiver in others if address_key(receiver.address) not in known]
    return found


def with_receivers(senders: Iterable[Sender]) -> list[tuple[Sender, Receiver]]:
    """Each sender with each who is told of what concerns their comments, as `receivers_by_sender` finds them."""
    unique = {sender.pk: sender for sender in senders}
    return [(unique[key], to) for key, found in receivers_by_sender(unique.values()).items() for to in found]


def receivers_of(sender: Sender) -> list[Receiver]:
    """All who are told of what concerns one sender's comments, the sender first, each address once."""
    return receivers_by_sender([sender])[sender.pk]


def told_among(senders: Iterable[Sender]) -> set[int]:
    """The keys of the senders of whose comments somebody is told; others are looked for only behind who is not."""
    unique = {sender.pk: sender for sender in senders}
    told = {key for key, sender in unique.items() if receiver_of(sender) is not None}
    behind = receivers_by_sender(sender for key, sender in unique.items() if key not in told)
    return told | {key for key, receivers in behind.items() if receivers}


def owed_to(sender: Sender, receiver: Receiver) -> str:
    """What tells the notices of one event from each other: the sender, and who of those behind them it goes to."""
    is_own = receiver.person is None or receiver.person.pk == sender.person_id
    return str(sender.pk) if is_own else f"{sender.pk}:p{receiver.person.pk}"  # type: ignore[union-attr]


def receiver_of(sender: Sender) -> Receiver | None:
    """The address left with the comment once it is confirmed, or the sender's own account; None without either.

    Anybody can leave anybody's address: before it is confirmed nothing but the receipt goes there.
    """
    person = sender.person if sender.person is not None and not sender.person.is_guest else None
    own = (person.email or "") if person is not None else ""
    address = sender.email if is_confirmed(sender) else own
    if person is None and not address:
        return None
    return Receiver(language=sender.language, person=person, address=address, digest=Person.Digest.AT_ONCE)


def is_confirmed(sender: Sender) -> bool:
    """Whether the address left with the comment was shown to be the sender's: by a mailed link, or by their account."""
    if not sender.email:
        return False
    person = sender.person
    is_own = person is not None and not person.is_guest and same_address(person.email, sender.email)
    return is_own or sender.email_confirmed_at is not None
