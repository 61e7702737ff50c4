"""Whom the desk owes an answer: senders whom the service cannot tell by itself."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.models import Entry, Unsaid
from yhdyspinta.processes.models import Process


def letters_due(authority: Authority) -> QuerySet[Entry]:
    """Senders whom staff still have to tell an answer, or why there is none; again when that changes after a telling.

    A change is a correction, a further answer, and also that what was told stands no more (`unsaid.py`).
    """
    found = _due().filter(receipt__activity__process__owner=authority)
    return found.select_related("receipt__activity__process__owner", "receipt__sender").order_by("pk")


def letters_due_in(process_ids: Collection[int]) -> QuerySet[Entry]:
    """The same in some processes."""
    return _due().filter(receipt__activity__process__in=process_ids)


def processes_owing(authority: Authority) -> list[Process]:
    """Of which processes staff have somebody to tell; one query."""
    return list(Process.objects.filter(owner=authority, pk__in=_due().values("receipt__activity__process")))


def told_by_staff() -> Q:
    """Entries whose sender the service does not write to: by letter, by phone, at an address that is not confirmed."""
    sender = "receipt__sender"
    has_account = Q(**{f"{sender}__person__is_guest": False})
    unconfirmed = Q(reply_by=Entry.ReplyBy.EMAIL, **{f"{sender}__email_confirmed_at": None}) & ~Q(
        **{f"{sender}__email": ""}
    )
    return Q(reply_by__in=(Entry.ReplyBy.LETTER, Entry.ReplyBy.PHONE)) | unconfirmed & ~has_account


def senders_told_by_staff(senders: Collection[int]) -> set[int]:
    """Which senders asked staff for the answer in a way that the service cannot use by itself; one query."""
    rows = Entry.objects.filter(told_by_staff(), receipt__sender__in=senders)
    return set(rows.values_list("receipt__sender", flat=True))


def _due() -> QuerySet[Entry]:
    told = OuterRef("told_at")
    sent = Comment.objects.filter(receipt=OuterRef("receipt"))
    answered = sent.filter(answered__answer__published_at__isnull=False, answered__answer__is_final=True)
    closed = sent.filter(closure__isnull=False)
    later = Q(transfers__answered_at__gt=told) | Q(transfers__corrected_at__gt=told)
    passed_on = sent.filter(later, transfers__state="answered")
    unsaid = Unsaid.objects.filter(
        entry=OuterRef("pk"), since__lte=told, at__gt=told, comment__state=Comment.State.VISIBLE
    )
    by_then = (
        Q(Exists(answered.filter(_answer_is_later_than(told))))
        | Q(Exists(closed.filter(closure__at__gt=told)))
        | Q(Exists(passed_on))
        | Q(Exists(unsaid))
    )
    return Entry.objects.filter(told_by_staff(), Q(told_at=None) & (Exists(answered) | Exists(closed)) | by_then)


def _answer_is_later_than(told: OuterRef) -> Q:
    """It was published, joined to the comment or corrected after the sender was told."""
    return (
        Q(answered__answer__published_at__gt=told)
        | Q(answered__joined_at__gt=told)
        | Q(answered__answer__corrected_at__gt=told)
    )
