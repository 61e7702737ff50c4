"""The sender is told of every decision that touches their words: by mail where they left an address and confirmed it."""

from datetime import datetime

from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.receivers import owed_to, receivers_of
from yhdyspinta.moderation.models import Decision
from yhdyspinta.notices.outbox import owe


def tell_sender(kind: str, comment: Comment, decision: Decision, *, at: datetime, once: str = "") -> None:
    """Owe the sender a notice of the decision. Without an address the receipt page tells it."""
    sender = comment.sender
    process = comment.activity.process
    for receiver in receivers_of(sender):
        whose = owed_to(sender, receiver).removeprefix(str(sender.pk))
        owe(
            kind,
            to=receiver,
            authority=process.owner,
            at=at,
            once_key=f"{kind}:{decision.pk}{once}{whose}",
            decision=decision.pk,
            number=comment.number,
            title=dict(process.title),
            owner=process.owner.slug,
            process=process.slug,
            activity=comment.activity.slug,
        )
