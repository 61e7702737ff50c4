"""Feedback on accessibility: received with a number, answered in two weeks (306/2019 10 §)."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Max

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import AccessibilityFeedback, Authority
from yhdyspinta.notices.outbox import Receiver, owe
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import Someone
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.refusals import Refusal

TWO_WEEKS: Final = timedelta(days=14)


def due_after(at: datetime) -> datetime:
    """The end of the fourteenth day, by the Helsinki clock."""
    local = in_helsinki(at) + TWO_WEEKS
    return local.replace(hour=23, minute=59, second=0, microsecond=0)


@transaction.atomic
def send_feedback(
    *,
    actor: Someone,
    authority: Authority,
    key: UUID,
    text: str,
    page_address: str,
    email: str,
    language: str,
    at: datetime,
    is_told: bool = True,
) -> AccessibilityFeedback:
    """Receive feedback on accessibility; a repeated sending of the same form gives the first receipt.

    Without `is_told` no letter says that it came; the page does.
    """
    key = uuid5(key, str(authority.pk))  # a form's key means nothing in another authority
    Authority.objects.select_for_update(no_key=True).get(pk=authority.pk)  # numbers follow each other
    earlier = AccessibilityFeedback.objects.filter(authority=authority, key=key).first()
    if earlier is not None:
        return earlier
    last = AccessibilityFeedback.objects.filter(authority=authority).aggregate(last=Max("number"))["last"] or 0
    feedback = AccessibilityFeedback.objects.create(
        authority=authority, number=last + 1, text=text, page_address=page_address, email=email, language=language,
        key=key, arrived_at=at, due_at=due_after(at),
    )  # fmt: skip
    who = actor if isinstance(actor, Person) else None
    record("site.feedback_received", actor=who, target=feedback, authority_id=authority.pk, at=at, number=last + 1)
    if is_told:
        _tell(feedback, "site.feedback_received", at=at)
    return feedback


@transaction.atomic
def extend_feedback(*, actor: Person, feedback: AccessibilityFeedback, at: datetime) -> AccessibilityFeedback:
    """Take two more weeks for a large request, once, and say so to the sender.

    Raises Refusal("feedback_extended") when it was already extended, Refusal("feedback_answered") when answered.
    """
    feedback = (
        AccessibilityFeedback.objects.select_for_update(of=("self",)).select_related("authority").get(pk=feedback.pk)
    )
    require_staff(actor, "administer", feedback.authority)
    if feedback.answered_at is not None:
        raise Refusal("feedback_answered")
    if feedback.extended_at is not None:
        raise Refusal("feedback_extended")
    feedback.extended_at = at
    feedback.due_at = due_after(feedback.due_at)
    feedback.save(update_fields=["extended_at", "due_at"])
    record("site.feedback_extended", actor=actor, target=feedback, authority_id=feedback.authority_id, at=at)
    _tell(feedback, "site.feedback_extended", at=at)
    return feedback


@transaction.atomic
def answer_feedback(
    *, actor: Person, feedback: AccessibilityFeedback, answer: str, at: datetime
) -> AccessibilityFeedback:
    """Answer the feedback; the sender is told when an address was given.

    Raises Refusal("feedback_answered") when somebody already answered.
    """
    feedback = (
        AccessibilityFeedback.objects.select_for_update(of=("self",)).select_related("authority").get(pk=feedback.pk)
    )
    require_staff(actor, "administer", feedback.authority)
    if feedback.answered_at is not None:
        raise Refusal("feedback_answered")
    feedback.answer, feedback.answered_at = answer, at
    feedback.save(update_fields=["answer", "answered_at"])
    record("site.feedback_answered", actor=actor, target=feedback, authority_id=feedback.authority_id, at=at)
    _tell(feedback, "site.feedback_answered", at=at)
    return feedback


def _tell(feedback: AccessibilityFeedback, kind: str, *, at: datetime) -> None:
    if not feedback.email:
        return
    owe(
        kind,
        to=Receiver(language=feedback.language, address=feedback.email),
        authority=feedback.authority,
        at=at,
        once_key=f"{kind}:{feedback.pk}",
        feedback=feedback.pk,
        number=feedback.number,
        owner=feedback.authority.slug,
    )
