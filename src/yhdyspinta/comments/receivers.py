"""Where a sender is told of what concerns their comments."""

from collections.abc import Callable, Iterable

from yhdyspinta.comments.models import Sender
from yhdyspinta.notices.outbox import Receiver
from yhdyspinta.people.models import Person
from yhdyspinta.ui.mail_addresses import address_key, same_address

_also_told: list[Callable[[Sender], Iterable[Receiver]]] = []


def register_also_told(find: Callable[[Sender], Iterable[Receiver]]) -> None:
    """Let an app name others who stand behind what a sender sent: those of an organisation behind its statement."""
    if find not in _also_told:
        _also_told.append(find)


def receivers_of(sender: Sender) -> list[Receiver]:
    """All who are told of what concerns the sender's comments, the sender first, each address once."""
    own = receiver_of(sender)
    found = [own] if own is not None else []
    for find in _also_told:
        known = {address_key(receiver.address) for receiver in found}
        found += [receiver for receiver in find(sender) if address_key(receiver.address) not in known]
    return found


def is_told(sender: Sender) -> bool:
    """Whether anybody is told of what concerns the sender's comments; others are looked for only where the sender is not."""
    return receiver_of(sender) is not None or bool(receivers_of(sender))


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
