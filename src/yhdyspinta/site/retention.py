"""What is deleted when it is no longer needed: each kind once a night, counted, and safe to run again."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import CommentDraft
from yhdyspinta.notices.models import Letter, Notice
from yhdyspinta.open_data.actions import remove_old_files
from yhdyspinta.people.models import Person, SpeakerInvitation
from yhdyspinta.processes.models import Follow, Invitation
from yhdyspinta.site import retention_of_documents, retention_of_intake
from yhdyspinta.site.daily import is_late, last_slot, next_slot
from yhdyspinta.site.models import RetentionCount, RetentionRun

HOUR: Final = 1  # 03:10 in Helsinki in winter, 04:10 in summer
MINUTE: Final = 10
DRAFTS: Final = timedelta(days=30)
GUESTS: Final = timedelta(days=30)
MESSAGES: Final = timedelta(days=90)
UNCONFIRMED: Final = timedelta(days=14)
ENDED: Final = timedelta(days=30)

_OWN_TIME: Final = _("when the process’s own time has passed since commenting closed")

#: By kind: what is deleted, and when, in words.
KINDS: Final = {
    "drafts": (_("Unsent drafts of comments"), _("30 days after the last save")),
    "guests": (_("Visitors who wrote nothing"), _("30 days after the first visit")),
    "notices": (_("Messages that were delivered"), _("90 days after sending")),
    "letters": (_("Copies of messages in the demo’s mailbox"), _("90 days after sending")),
    "unconfirmed": (_("Follows that were never confirmed"), _("14 days after asking")),
    "ended": (_("Follows that have ended"), _("30 days after the end")),
    "invitations": (_("Invitations that were not used"), _("30 days after they expired")),
    "contacts": (_("Senders’ contact details"), _OWN_TIME),
    "background": (_("Age groups and municipalities of senders; totals stay"), _OWN_TIME),
    "unseen": (_("Words of withdrawn, hidden and never checked comments, and masked passages"), _OWN_TIME),
    "revisions": (_("Former wordings of edited comments"), _OWN_TIME),
    "reports": (_("Reports on comments"), _OWN_TIME),
    "notes": (_("Notes among staff on comments"), _OWN_TIME),
    "appeals": (_("Words of decided appeals and of moderators’ decisions"), _OWN_TIME),
    "files": (_("Files of comments that were never brought in"), _("30 days after the upload")),
    "tables": (
        _("Notes that came by the links of an event’s tables"),
        _("30 days after they were taken in or left out, others 90 days after the link’s end"),
    ),
    "statements": (_("Statements of organisations that were not sent"), _("30 days after the round closed")),
    "colleagues": (
        _("Addresses of colleagues who did not join a statement"),
        _("30 days after the invitation expired"),
    ),
    "sent_statements": (
        _("Notes and colleagues’ addresses of sent statements, and their words that nobody may read"),
        _OWN_TIME,
    ),
    "feedback": (_("Words and addresses of accessibility feedback"), _("24 months after the answer")),
    "downloads": (_("Files of open data"), _("when newer ones are made; the newest of a round stay")),
    "sessions": (_("Sign-ins that have expired"), _("the next night")),
}

Counts = Counter[int | None]


def _deleted(found: QuerySet[Any], owner: str) -> Counts:
    """Delete the rows and count them by authority."""
    counts: Counts = Counter()
    rows = list(found.values_list("pk", owner))
    for _pk, authority_id in rows:
        counts[authority_id] += 1
    found.filter(pk__in=[pk for pk, _authority in rows]).delete()
    return counts


def _drafts(at: datetime) -> Counts:
    return _deleted(CommentDraft.objects.filter(saved_at__lt=at - DRAFTS), "activity__process__owner")


def _empty_guests(at: datetime) -> QuerySet[Person]:
    """Guests to whom nothing in the whole database points."""
    found = Person.objects.filter(is_guest=True, created_at__lt=at - GUESTS)
    for relation in Person._meta.get_fields(include_hidden=True):  # noqa: SLF001 (Django's documented way)
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one):
            field = relation.field  # type: ignore[union-attr]
            found = found.exclude(Exists(field.model._base_manager.filter(**{field.name: OuterRef("pk")})))  # noqa: SLF001
    return found


def _guests(at: datetime) -> Counts:
    pks = list(_empty_guests(at).values_list("pk", flat=True))
    Person.objects.filter(pk__in=pks).delete()
    return Counter({None: len(pks)})


def _notices(at: datetime) -> Counts:
    delivered = Notice.objects.filter(state__in=(Notice.State.SENT, Notice.State.SHOWN))
    return _deleted(delivered.filter(owed_at__lt=at - MESSAGES), "authority")


def _letters(at: datetime) -> Counts:
    return Counter({None: Letter.objects.filter(sent_at__lt=at - MESSAGES).delete()[0]})


def _unconfirmed(at: datetime) -> Counts:
    found = Follow.objects.filter(confirmed_at=None, ended_at=None, since__lt=at - UNCONFIRMED)
    return _deleted(found, "process__owner")


def _ended(at: datetime) -> Counts:
    return _deleted(Follow.objects.filter(ended_at__lt=at - ENDED), "process__owner")


def _invitations(at: datetime) -> Counts:
    """To a role, and to speak for an organisation."""
    ended = Q(expires_at__lt=at - ENDED) | Q(revoked_at__lt=at - ENDED)
    to_roles = _deleted(Invitation.objects.filter(ended, accepted_at=None), "authority")
    return to_roles + _deleted(SpeakerInvitation.objects.filter(ended, accepted_at=None), "organisation__authority")


def _downloads(at: datetime) -> Counts:
    return remove_old_files(at=at)


def _sessions(at: datetime) -> Counts:
    return Counter({None: Session.objects.filter(expire_date__lt=at).delete()[0]})


_RULES: Final[dict[str, Callable[[datetime], Counts]]] = {
    "drafts": _drafts,
    "notices": _notices,
    "letters": _letters,
    "unconfirmed": _unconfirmed,
    "ended": _ended,
    "invitations": _invitations,
    **retention_of_documents.RULES,
    **retention_of_intake.RULES,
    "downloads": _downloads,
    "sessions": _sessions,
    "guests": _guests,  # last: the others may leave a guest with nothing
}


@transaction.atomic
def run(*, at: datetime) -> RetentionRun:
    """Delete everything whose time has passed, and keep the counts."""
    made = RetentionRun.objects.create(started_at=at, finished_at=at)
    totals = {}
    for kind, rule in _RULES.items():
        counts = rule(at)
        totals[kind] = counts.total()
        RetentionCount.objects.bulk_create(_counted(made, kind, counts))
    record("site.retention_run", actor=None, target=made, at=at, counts=totals)
    return made


def _counted(made: RetentionRun, kind: str, counts: Counts) -> Iterable[RetentionCount]:
    for authority_id, count in counts.items():
        if count:
            yield RetentionCount(run=made, authority_id=authority_id, kind=kind, count=count)


def _last() -> RetentionRun | None:
    return RetentionRun.objects.order_by("-finished_at", "-pk").first()


def is_due(at: datetime) -> bool:
    """Whether the latest night's deletion has not been done yet."""
    last = _last()
    return last is None or last.finished_at < last_slot(at, HOUR, MINUTE)


def next_run(at: datetime) -> datetime:
    return next_slot(at, HOUR, MINUTE)


def skipped(at: datetime) -> bool:
    """Whether a night's deletion is missing: the desk of the data protection officer and the operator warns of it."""
    last = _last()
    return is_late(last.finished_at if last else None, at, HOUR, MINUTE)
