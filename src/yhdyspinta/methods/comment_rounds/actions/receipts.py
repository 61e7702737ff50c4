"""The receipt of a sending by e-mail: to whom it may go, and that it goes once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.comments.models import Receipt
from yhdyspinta.comments.receipts import may_mail_receipt, receipt_key
from yhdyspinta.methods.comment_rounds.notices import RECEIVED
from yhdyspinta.notices.outbox import Receiver, owe, owe_each_once
from yhdyspinta.people.models import Person
from yhdyspinta.processes.follows import follow_for_news
from yhdyspinta.ui.mail_addresses import same_address


def mail_receipt(receipt: Receipt, actor: Person, facts: SenderFacts, *, at: datetime) -> None:
    """The receipt to the address that was given; the same letter asks to confirm the news that were asked for."""
    if not facts.email or not _may_write_to(facts.email, actor):
        return
    waiting = None
    if facts.wants_news:
        waiting = follow_for_news(
            actor=actor, process=receipt.activity.process, email=facts.email, language=facts.language, at=at
        )
    owe_receipt(
        receipt,
        to=Receiver(language=facts.language, person=actor, address=facts.email),
        at=receipt.at,
        follow=waiting.pk if waiting else None,
    )


def _may_write_to(email: str, actor: Person) -> bool:
    """Anybody can give anybody's address: one that is not confirmed gets a few letters a day, and the code is on the page."""
    is_own = not actor.is_guest and same_address(actor.email, email)
    return is_own or may_mail_receipt(email)


def owe_receipt(
    receipt: Receipt, *, to: Receiver, at: datetime, follow: int | None = None, organisation: str = ""
) -> None:
    """The receipt by e-mail, once; with a `follow` that waits, it asks to confirm that too.

    `organisation` is the name of the one whose statement it is.
    """
    asked: dict[str, Any] = {"follow": follow} if follow else {}
    asked |= {"organisation": organisation} if organisation else {}
    owe(
        RECEIVED, to=to, authority=receipt.activity.process.owner, at=at, once_key=receipt_key(receipt),
        receipts=[receipt.pk], **asked,
    )  # fmt: skip


def owe_receipts(told: Sequence[tuple[Receipt, Receiver]], *, at: datetime) -> None:
    """As `owe_receipt`, of many in one activity: stored together."""
    if told:
        mails = {receipt_key(receipt): (to, {"receipts": [receipt.pk]}) for receipt, to in told}
        owe_each_once(RECEIVED, told=mails, authority=told[0][0].activity.process.owner, at=at)
