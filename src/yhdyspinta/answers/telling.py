"""Who hears of answers: the senders of the comments, once each, and those who follow the process."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from yhdyspinta.answers.models import Answer
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.comments.receivers import receiver_of
from yhdyspinta.notices.outbox import Receiver, owe
from yhdyspinta.processes.follows import news_follow, receivers
from yhdyspinta.processes.models import Activity, Follow
from yhdyspinta.ui.mail_addresses import address_key


@dataclass(frozen=True)
class Reach:
    """How many senders are told of an answer, and how many left no address."""

    senders: int
    told: int

    @property
    def not_told(self) -> int:
        return self.senders - self.told


def reach(senders: Iterable[Sender]) -> Reach:
    """Who will be told; the senders come with their person."""
    unique = {sender.pk: sender for sender in senders}
    return Reach(len(unique), sum(1 for sender in unique.values() if receiver_of(sender) is not None))


def tell_of_answer(answer: Answer, comments: list[Comment], what: str, *, at: datetime) -> int:
    """Owe each sender one notice however many of their comments the answer has; then the followers, once a day.

    `what` is published, corrected or taken_back; followers hear only of what was published.
    """
    told: set[str] = set()
    for sender in {comment.sender_id: comment.sender for comment in comments}.values():
        receiver = receiver_of(sender)
        if receiver is None:
            continue
        told.add(address_key(receiver.address))
        owe(
            f"answers.{what}",
            to=receiver,
            authority=answer.activity.process.owner,
            at=at,
            once_key=f"answers.{what}:{answer.pk}:{answer.revision}:{sender.pk}",
            number=answer.number,
            is_final=answer.is_final,
            **values_of(answer.activity),
        )
    if what == "published":
        _followers("answers.new", answer.activity, at=at, once=f"{at:%Y-%m-%d}", skip=told)
    return len(told)


def tell_of_closing(activity: Activity, comments: list[Comment], reason: str, *, at: datetime) -> None:
    """Owe each sender one notice: the comment was read and gets no answer of its own, and why."""
    senders = Sender.objects.filter(comments__in=comments).select_related("person").distinct()
    for sender in senders.order_by("pk"):
        receiver = receiver_of(sender)
        if receiver is not None:
            owe(
                "answers.closed",
                to=receiver,
                authority=activity.process.owner,
                at=at,
                reason=reason,
                numbers=sorted(comment.number for comment in comments if comment.sender_id == sender.pk),
                **values_of(activity),
            )


def tell_of_round(kind: str, activity: Activity, *, at: datetime, once: str) -> None:
    """Owe the followers, and the senders who asked for news, a notice that concerns the whole activity.

    A sender's address must have been confirmed, and each notice has its way out: both come with their following.
    """
    told: set[str] = set()
    asked = Sender.objects.filter(activity=activity, wants_news=True).select_related("person")
    for sender in asked.order_by("pk"):
        follow = news_follow(activity.process, sender.person, sender.email)
        if follow is None:
            continue
        receiver = receiver_of(sender) or Receiver(language=sender.language, address=sender.email)
        if address_key(receiver.address) in told:
            continue
        told.add(address_key(receiver.address))
        owe(
            kind,
            to=replace(receiver, extra={"unsubscribe": follow.nonce}),
            authority=activity.process.owner,
            at=at,
            once_key=f"{kind}:{activity.pk}:{once}:s{sender.pk}",
            **values_of(activity),
        )
    _followers(kind, activity, at=at, once=once, skip=told)


def _followers(kind: str, activity: Activity, *, at: datetime, once: str, skip: set[str]) -> None:
    for receiver in receivers(activity.process, what=Follow.What.EVERYTHING):
        if receiver.address and address_key(receiver.address) in skip:
            continue
        who = receiver.extra.get("unsubscribe") or (receiver.person.pk if receiver.person else receiver.address)
        owe(
            kind,
            to=receiver,
            authority=activity.process.owner,
            at=at,
            once_key=f"{kind}:{activity.pk}:{once}:{who}"[:120],
            **values_of(activity),
        )


def values_of(activity: Activity) -> dict[str, Any]:
    """What the words of every notice of answers need."""
    process = activity.process
    return {
        "process": process.slug,
        "owner": process.owner.slug,
        "activity": activity.slug,
        "title": dict(process.title),
    }
