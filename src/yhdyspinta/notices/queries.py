"""Messages as people see them in lists."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import kinds, not_held, words_of
from yhdyspinta.people.models import Person


@dataclass(frozen=True)
class Line:
    """A message in somebody's list."""

    pk: int
    subject: str
    text: str
    path: str
    at: datetime
    is_new: bool


def messages_of(person: Person, *, at: datetime, before: int | None = None, limit: int = 20) -> list[Line]:
    """The person's messages, newest first, in the active language; `before` is the number of the last one seen."""
    found = Notice.objects.filter(not_held(at), person=person, kind__in=list(kinds()))
    found = found.select_related("authority").order_by("-pk")
    if before is not None:
        found = found.filter(pk__lt=before)
    return [_line(notice) for notice in found[:limit]]


def _line(notice: Notice) -> Line:
    message = words_of(notice)
    return Line(
        pk=notice.pk,
        subject=message.subject,
        text=" ".join(message.paragraphs),
        path=message.path,
        at=notice.owed_at,
        is_new=notice.read_at is None,
    )


def parked_of(authority: Authority) -> QuerySet[Notice]:
    """Messages of the authority that could not be sent after five tries, newest first."""
    return Notice.objects.filter(authority=authority, state=Notice.State.PARKED).order_by("-pk")


def new_messages(person: Person, *, at: datetime) -> int:
    """How many messages the person has not read."""
    return Notice.objects.filter(not_held(at), person=person, read_at=None).count()
