"""Who hears of a passed-on comment: its sender, those who answer at the receiver, and who passed it on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from yhdyspinta.answers.telling import Reach, reach, values_of
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.personal import page_of
from yhdyspinta.comments.receivers import receivers_of, with_receivers
from yhdyspinta.intake.owing import letters_due_in, senders_told_by_staff
from yhdyspinta.notices.outbox import owe, owe_each
from yhdyspinta.people.actions import receiver_of as staff_receiver
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import ROLES
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.ui import dates
from yhdyspinta.wording.languages import page_language

_MOST = 100
_BY_STAFF = gettext_noop(
    "The sender gave a postal address, a phone number or an e-mail address that is not confirmed: staff tell by letter, phone or e-mail, and the desk lists it."
)
_ANSWERING = [key for key, role in ROLES.items() if "answer" in role.abilities]


def tell_sender(kind: str, transfer: Transfer, *, at: datetime) -> None:
    """Owe the sender of the comment a notice, if they left a way to reach them."""
    tell_senders(kind, [transfer], at=at)


def tell_senders(kind: str, transfers: Iterable[Transfer], *, at: datetime) -> None:
    """Owe each sender one notice however many of their comments it concerns; three queries for each round."""
    by_round: dict[int, list[Transfer]] = defaultdict(list)
    for transfer in transfers:
        by_round[transfer.comment.activity_id].append(transfer)
    for found in by_round.values():
        of_sender: dict[int, list[Transfer]] = defaultdict(list)
        for transfer in found:
            of_sender[transfer.comment.sender_id].append(transfer)
        told = with_receivers(transfer.comment.sender for transfer in found)
        owner = found[0].comment.activity.process.owner
        owe_each(kind, told=[(to, _values_of(of_sender[one.pk])) for one, to in told], authority=owner, at=at)


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


def senders_are_told(comments: Iterable[Comment]) -> str:
    """What is said to staff before a step that senders of many comments are to know of."""
    found = reach(comment.sender for comment in comments)
    words = ngettext(
        "%(count)s sender is told at once by e-mail, in one message.",
        "%(count)s senders are told at once by e-mail, each in one message.",
        found.told,
    )
    return _joined(found, words)


def senders_were_told(comments: Iterable[Comment]) -> str:
    """What is said to staff after it: only what is true."""
    found = reach(comment.sender for comment in comments)
    return _joined(found, ngettext("%(count)s sender was told.", "%(count)s senders were told.", found.told))


def _joined(found: Reach, words: str) -> str:
    mailed = words % {"count": dates.number(found.told, page_language())} if found.told else ""
    return " ".join(one for one in (mailed, *found.others()) if one)


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


def who_is_told_of_undoing(comment: Comment, told: str) -> str:
    """What is said to staff before a recorded answer is taken back: of a comment that is not on the page nobody hears.

    `told` is what `who_is_told` says; no queries.
    """
    if comment.state != Comment.State.VISIBLE:
        return _("The comment is not on the page, so its sender gets no message of this.")
    if told == _(_BY_STAFF):
        return _("If staff have told the sender of the answer, the desk lists that this has to be told too.")
    return told


def sender_told_of_undoing(comment: Comment) -> str:
    """What is said to staff after it: only what is owed."""
    if comment.state != Comment.State.VISIBLE:
        return _("The comment is not on the page, so its sender got no message of this.")
    if not is_reached(comment) and is_told_by_staff(comment):
        is_owed = letters_due_in([comment.activity.process_id]).filter(receipt=comment.receipt_id).exists()
        return (
            _(_BY_STAFF) if is_owed else _("Staff had not told the sender of the answer, so nothing is told of this.")
        )
    return sender_told(comment)


def tell_receiver(transfer: Transfer, *, at: datetime) -> None:
    """Owe those who answer at the receiving authority a notice; an authority outside the service gets none."""
    tell_receiver_of_many([transfer], at=at)


def tell_receiver_of_many(transfers: Sequence[Transfer], *, at: datetime) -> None:
    """The same of comments that came to one authority together: one notice for each person, whatever their number."""
    transfer = transfers[0]
    if transfer.receiver is None:
        return
    told = [(staff_receiver(person), _values_of(transfers)) for person in who_answers(transfer.receiver)]
    owe_each("transfers.came", told=told, authority=transfer.receiver, at=at)


def tell_receiver_of_taking_back(transfers: Sequence[Transfer], *, at: datetime) -> None:
    """Owe those who answer at the receiver a notice that what came together is with the first authority again."""
    for receiver in {one.receiver for one in transfers if one.receiver is not None}:
        came = [one for one in transfers if one.receiver_id == receiver.pk]
        told = [(staff_receiver(person), _values_of(came)) for person in who_answers(receiver)]
        owe_each("transfers.gone", told=told, authority=receiver, at=at)


def who_answers(receiver: Authority) -> list[Person]:
    """Those who answer comments at an authority."""
    grants = RoleGrant.objects.filter(authority=receiver, ended_at=None, role__in=_ANSWERING)
    people = Person.objects.filter(pk__in=grants.values("person"), is_active=True, erased_at=None)
    return list(people.order_by("pk")[:_MOST])


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


def _values_of(transfers: Sequence[Transfer]) -> dict[str, Any]:
    """What the words of one notice of several comments need: the first, and where there are more, all their numbers."""
    numbers = sorted(one.comment.number for one in transfers)
    return _values(transfers[0]) | ({"numbers": numbers} if len(numbers) > 1 else {})


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
