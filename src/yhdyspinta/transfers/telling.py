"""Who hears of a passed-on comment: its sender, those who answer at the receiver, and who passed it on."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from yhdyspinta.answers.telling import values_of
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.personal import page_of
from yhdyspinta.comments.receivers import receivers_of
from yhdyspinta.intake.owing import senders_told_by_staff
from yhdyspinta.notices.outbox import owe
from yhdyspinta.people.actions import receiver_of as staff_receiver
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import ROLES
from yhdyspinta.transfers.models import Transfer

_MOST = 100
_BY_STAFF = gettext_noop(
    "The sender gave a postal address, a phone number or an e-mail address that is not confirmed: staff tell by letter, phone or e-mail, and the desk lists it."
)
_ANSWERING = [key for key, role in ROLES.items() if "answer" in role.abilities]


def tell_sender(kind: str, transfer: Transfer, *, at: datetime) -> None:
    """Owe the sender of the comment a notice, if they left a way to reach them."""
    comment = transfer.comment
    for to in receivers_of(comment.sender):
        owe(kind, to=to, authority=comment.activity.process.owner, at=at, **_values(transfer))


def is_reached(comment: Comment) -> bool:
    """Whether the service writes to the sender."""
    return bool(receivers_of(comment.sender))


def who_is_told(comment: Comment) -> str:
    """What is said to staff before a step that the sender is to know of."""
    if is_reached(comment):
        return _("The sender is told at once.")
    if is_told_by_staff(comment):
        return _(_BY_STAFF)
    return _("The sender left no address and gets no message: it is told beside the comment and on its receipt.")


def is_told_by_staff(comment: Comment) -> bool:
    """Whether the sender asked for a letter or a call, or for e-mail at an address that is not confirmed."""
    return bool(senders_told_by_staff([comment.sender_id]))


def sender_told(comment: Comment, *, is_listed: bool = True) -> str:
    """What is said to staff after a step that the sender is to know of: only what is true."""
    if is_reached(comment):
        return _("The sender was told.")
    if is_told_by_staff(comment):
        return (
            _(_BY_STAFF)
            if is_listed
            else _("The sender got no message. It is told beside the comment and on its receipt.")
        )
    return _("The sender left no address and got no message. It is told beside the comment and on its receipt.")


def tell_receiver(transfer: Transfer, *, at: datetime) -> None:
    """Owe those who answer at the receiving authority a notice; an authority outside the service gets none."""
    if transfer.receiver is None:
        return
    grants = RoleGrant.objects.filter(authority=transfer.receiver_id, ended_at=None, role__in=_ANSWERING)
    people = Person.objects.filter(pk__in=grants.values("person"), is_active=True, erased_at=None)
    for person in people.order_by("pk")[:_MOST]:
        owe("transfers.came", to=staff_receiver(person), authority=transfer.receiver, at=at, **_values(transfer))


def tell_passer(transfer: Transfer, *, at: datetime) -> None:
    """Owe who passed the comment on a notice that it came back, if they still work."""
    person = transfer.passed_by
    if person is not None and person.is_active:
        owner = transfer.comment.activity.process.owner
        owe("transfers.returned", to=staff_receiver(person), authority=owner, at=at, **_values(transfer))


def tell_writer(transfer: Transfer, writer: Person, *, at: datetime) -> None:
    """Owe the writer of a draft a notice that it came back to be mended."""
    if transfer.receiver is not None and writer.is_active:
        owe("transfers.to_mend", to=staff_receiver(writer), authority=transfer.receiver, at=at, **_values(transfer))


def _values(transfer: Transfer) -> dict[str, Any]:
    """Codes, numbers and public titles; the words are read when the message is made."""
    comment = transfer.comment
    receiver = transfer.receiver
    return values_of(comment.activity) | {
        "transfer": transfer.pk,
        "number": comment.number,
        "page": page_of(comment),
        "passed_to": dict(receiver.name) if receiver else {"fi": transfer.outside_name},
        "receiver": receiver.slug if receiver else "",
        "passed_from": dict(comment.activity.process.owner.name),
        "due_on": transfer.due_on.isoformat() if transfer.due_on else "",
    }
