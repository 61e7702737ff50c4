"""Where a sender is told of what concerns their comments."""

from yhdyspinta.comments.models import Sender
from yhdyspinta.notices.outbox import Receiver
from yhdyspinta.people.models import Person
from yhdyspinta.ui.mail_addresses import same_address


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
