"""The sender is told of every decision that touches their words: by mail where they left an address."""

from datetime import datetime

from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.models import Decision
from yhdyspinta.notices.outbox import Receiver, owe


def tell_sender(kind: str, comment: Comment, decision: Decision, *, at: datetime, once: str = "") -> None:
    """Owe the sender a notice of the decision. Without an address the receipt page tells it."""
    sender = comment.sender
    person = sender.person if sender.person is not None and not sender.person.is_guest else None
    address = sender.email or (person.email if person is not None else "") or ""
    if person is None and not address:
        return
    process = comment.activity.process
    owe(
        kind,
        to=Receiver(language=sender.language, person=person, address=address),
        authority=process.owner,
        at=at,
        once_key=f"{kind}:{decision.pk}{once}",
        decision=decision.pk,
        number=comment.number,
        title=dict(process.title),
        owner=process.owner.slug,
        process=process.slug,
        activity=comment.activity.slug,
    )
