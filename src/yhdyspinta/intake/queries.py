"""What the desk and the intake pages read."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.documents.queries import published_documents, readings
from yhdyspinta.intake.models import Entry
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording


def letters_due(authority: Authority) -> QuerySet[Entry]:
    """Answers, and reasons for giving none, still to be told by letter or phone, also those after an earlier telling."""
    found = _letters_due().filter(receipt__activity__process__owner=authority)
    return found.select_related("receipt__activity__process__owner").order_by("pk")


def letters_due_in(process_ids: Collection[int]) -> QuerySet[Entry]:
    """The same in some processes."""
    return _letters_due().filter(receipt__activity__process__in=process_ids)


def _letters_due() -> QuerySet[Entry]:
    told = OuterRef("told_at")
    sent = Comment.objects.filter(receipt=OuterRef("receipt"))
    answered = sent.filter(answered__answer__published_at__isnull=False, answered__answer__is_final=True)
    closed = sent.filter(closure__isnull=False)
    by_then = Exists(answered.filter(answered__answer__published_at__gt=told)) | Exists(
        closed.filter(closure__at__gt=told)
    )
    return Entry.objects.filter(
        Q(told_at=None) & (Exists(answered) | Exists(closed)) | by_then,
        reply_by__in=(Entry.ReplyBy.LETTER, Entry.ReplyBy.PHONE),
    )


def comments_with_answers(receipt: Receipt) -> list[Comment]:
    """The comments of a receipt, each with its answer and the reason of closing, if any."""
    found = receipt.comments.select_related(
        "activity__process__owner", "sender__person", "receipt", "thread__section", "answered__answer", "closure"
    )
    return list(found.prefetch_related(Prefetch("thread__section__texts")).order_by("number"))


def places(activity: Activity, language: str) -> list[tuple[str, str]]:
    """The parts that can be commented on: each document as a whole and its sections; five queries."""
    found: list[tuple[str, str]] = []
    for reading in readings(published_documents(activity), language):
        title = Wording(reading.document.title).text(language)
        if reading.thread_id:
            found.append((str(reading.thread_id), title))
        found += [
            (str(section.thread_id), f"{title}: {section.number} {section.heading}")
            for section in reading.sections
            if section.thread_id
        ]
    return found
