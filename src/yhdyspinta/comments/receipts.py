"""What a sender may still do with a receipt besides its comments: tell of themselves, have the code sent again."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.codes import within
from yhdyspinta.comments.models import Receipt, Sender
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Receiver, owe
from yhdyspinta.people.capacities import AGE_GROUPS, MINORS
from yhdyspinta.people.limits import Limit, allow, tries_left
from yhdyspinta.people.models import Person
from yhdyspinta.places.models import Area
from yhdyspinta.wording.refusals import Refusal

_MOST_MAILS: Final = 5


@transaction.atomic
def tell_background(
    *, actor: Person, receipt: Receipt, municipality: Area | None, age_group: str, at: datetime
) -> Sender:
    """Store what a sender tells of themselves after sending, once per activity and changeable.

    Who is under 18 has their name no longer shown.

    Raises Refusal("not_yours"), also of an organisation's statement, or ("unknown_choice").
    """
    sender = (
        Sender.objects.select_for_update(of=("self",)).select_related("activity__process").get(pk=receipt.sender_id)
    )
    if sender.person_id != actor.pk or sender.is_statement:
        raise Refusal("not_yours", status=403)
    if age_group and age_group not in AGE_GROUPS:
        raise Refusal("unknown_choice", status=422, field="age_group")
    if sender.municipality_id != (municipality and municipality.pk):
        sender.listed_until = None
    sender.municipality, sender.age_group = municipality, age_group
    hide_name_of_minor(sender)
    sender.save(update_fields=["municipality", "listed_until", "age_group", "naming", "display_name"])
    process = sender.activity.process
    record("comments.background_told", actor=actor, target=sender, at=at, process=process)
    return sender


def hide_name_of_minor(sender: Sender) -> None:
    """Take a minor's own name off the pages at once (D7); a pseudonym is no name. For the caller's transaction."""
    if sender.naming == "named" and sender.age_group in MINORS:
        sender.naming, sender.display_name = "not_shown", ""


@transaction.atomic
def hand_on(*, actor: Person, receipt: Receipt, person: Person, at: datetime, by: Person | None = None) -> Sender:
    """Pass what was sent for an organisation to another who speaks for it: the code goes on working.

    What the former sender told of themselves goes. Passing to the same person again changes nothing. `by` is who has it
    passed on, where that is not the sender.
    Raises Refusal("not_yours").
    """
    sender = (
        Sender.objects.select_for_update(of=("self",)).select_related("activity__process").get(pk=receipt.sender_id)
    )
    if sender.person_id == person.pk:
        return sender
    if sender.person_id != actor.pk or sender.organisation_id is None:
        raise Refusal("not_yours", status=403)
    sender.person, sender.email, sender.email_confirmed_at, sender.wants_news = person, "", None, False
    sender.municipality, sender.listed_until, sender.age_group = None, None, ""
    told = ["email", "email_confirmed_at", "wants_news", "municipality", "listed_until", "age_group"]
    sender.save(update_fields=["person", *told])
    record("comments.handed_on", actor=by or actor, target=sender, at=at, process=sender.activity.process)
    return sender


@transaction.atomic
def confirm_address(*, receipt: Receipt, at: datetime) -> Sender:
    """The sender opened a link mailed to the address they gave: it is theirs, and what concerns them goes there.

    Confirming again changes nothing.
    """
    sender = (
        Sender.objects.select_for_update(of=("self",)).select_related("activity__process").get(pk=receipt.sender_id)
    )
    if sender.email_confirmed_at is not None or not sender.email:
        return sender
    same = Sender.objects.filter(person=sender.person_id, email=sender.email, email_confirmed_at=None)
    (same if sender.person_id else Sender.objects.filter(pk=sender.pk)).update(email_confirmed_at=at)
    sender.email_confirmed_at = at
    process = sender.activity.process
    record("comments.address_confirmed", actor=sender.person, target=sender, at=at, process=process)
    return sender


@transaction.atomic
def send_codes_again(*, authority: Authority, email: str, language: str, kind: str, at: datetime) -> int:
    """Owe the codes of the address's receipts to that address; says nothing of whether there were any."""
    found = Receipt.objects.filter(within(authority), sender__email=email, revoked_at=None).select_related(
        "sender__person", "activity__process"
    )
    receipts = list(found.order_by("-pk")) if email else []
    if not receipts:
        return 0
    owe(
        kind,
        to=Receiver(language=language, address=receipts[0].sender.email),
        authority=authority,
        at=at,
        once_key=f"{kind}:{receipts[0].pk}:{at.replace(minute=at.minute // 10 * 10):%Y%m%d%H%M}",
        receipts=[receipt.pk for receipt in receipts],
    )
    for receipt in receipts:
        record(
            "comments.code_sent_again", actor=receipt.sender.person, target=receipt, at=at, authority_id=authority.pk,
            process_id=receipt.activity.process_id,
        )  # fmt: skip
    return len(receipts)


def may_mail_receipt(email: str) -> bool:
    """Anybody can give anybody's address: one that is not confirmed gets a few receipts a day."""
    return allow(_mails_to(email))


def may_mail_receipts(emails: Sequence[str]) -> list[bool]:
    """The same of all that one transaction brings in. They are counted when it has ended: no address is held meanwhile,
    so whoever gives the same one does not wait for a long file, nor the file for them.
    """
    limits = [_mails_to(email) for email in emails]
    here: Counter[str] = Counter()
    told = []
    for limit, left in zip(limits, tries_left(limits), strict=True):
        here[limit.key.casefold()] += 1
        told.append(here[limit.key.casefold()] <= left)
    mailed = [limit for limit, may in zip(limits, told, strict=True) if may]
    transaction.on_commit(lambda: [allow(limit) for limit in mailed], robust=True)
    return told


def _mails_to(email: str) -> Limit:
    return Limit(f"receipt-mail:{email}", _MOST_MAILS, timedelta(days=1))


def receipt_key(receipt: Receipt) -> str:
    """What the notice of a receipt is owed under, once."""
    return f"receipt:{receipt.pk}"


def is_mailed(receipt: Receipt) -> bool:
    """Whether the receipt was sent by e-mail too."""
    return Notice.objects.filter(once_key=receipt_key(receipt)).exists()


AGAIN_WITHIN = timedelta(hours=1)
AGAIN_TIMES = 5
