"""What goes of received documents when a process has had its time: words nobody may read, and what points to a person.

Visible comments, answers and decisions are the authority's documents (906/2019 25-26 §) and stay; so do published
totals. The process's own `retention_months`, counted from when commenting closed, is the local rule for all the rest.
Feedback on accessibility belongs to no process and has a time of its own.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, Final

from django.db.models import Count, Exists, F, Max, Model, OuterRef, Q, QuerySet

from yhdyspinta.answers.models import Answer, AnsweredComment, FormerAnswer
from yhdyspinta.authorities.models import AccessibilityFeedback
from yhdyspinta.comments.models import BackgroundTotal, Comment, Revision, Sender
from yhdyspinta.intake.models import Entry
from yhdyspinta.material.models import StaffNote, Translation
from yhdyspinta.material.translations import WITHHELD, standing_of, with_standing
from yhdyspinta.moderation.masking import MASK_MARK, joined
from yhdyspinta.moderation.models import Appeal, Decision, Mask, Report
from yhdyspinta.outcomes.models import FormerPromise, Measure
from yhdyspinta.processes.models import Process
from yhdyspinta.statements.models import Colleague, StatementNote, StatementPart
from yhdyspinta.translating.models import ReturnedFile

FEEDBACK_MONTHS: Final = 24
#: Comments that nobody may read: one that nobody ever checked is no more the public's than one that was hidden. One that
#: was shown and waits again is a document like those that are shown.
UNSEEN: Final = Q(state__in=(Comment.State.WITHDRAWN, Comment.State.HIDDEN)) | Q(
    state=Comment.State.WAITING, was_shown=False
)
#: Its words are what an appeal asks to have back, until it is decided; who has withdrawn them asks for nothing.
_APPEALED: Final = Q(pk__in=Appeal.objects.filter(decided_at=None).values("decision__comment")) & ~Q(
    state=Comment.State.WITHDRAWN
)

Counts = Counter[int | None]


def kept_until(since: datetime, months: int) -> datetime:
    """The moment so many months later, or earlier when negative; a month that is too short ends on its last day."""
    years, month = divmod(since.month - 1 + months, 12)
    year = since.year + years
    day = min(since.day, monthrange(year, month + 1)[1])
    return since.replace(year=year, month=month + 1, day=day)


def _past(at: datetime) -> dict[int, int]:
    """Processes whose time has passed, with their owners."""
    closing = Process.objects.annotate(closed_at=Max("activities__stages__closes_at")).exclude(closed_at=None)
    rows = closing.values_list("pk", "owner", "retention_months", "closed_at")
    return {pk: owner for pk, owner, months, closed_at in rows if kept_until(closed_at, months) < at}


def _contacts(process: int) -> int:
    """How senders are reached; what they sent is the authority's document."""
    senders = Sender.objects.filter(activity__process=process).filter(~Q(email="") | Q(wants_news=True))
    entries = Entry.objects.filter(receipt__activity__process=process)
    entries = entries.exclude(name="", postal_address="", phone="")
    cleared = senders.update(email="", email_confirmed_at=None, wants_news=False)
    return cleared + entries.update(name="", postal_address="", phone="")


def _background(process: int) -> int:
    """Age group and municipality leave the sender; totals of the activity stay."""
    told = Sender.objects.filter(activity__process=process).filter(~Q(age_group="") | Q(municipality__isnull=False))
    counted = told.filter(visible_comments__gt=0)
    _add_up(counted.exclude(age_group=""), "age_group")
    _add_up(counted.exclude(municipality=None), "municipality")
    return told.update(age_group="", municipality=None, listed_until=None)


def _add_up(senders: QuerySet[Sender], what: str) -> None:
    """Each of the two apart: no row tells of an age group in a municipality."""
    column = "municipality_id" if what == "municipality" else what
    for row in senders.values("activity_id", column).annotate(number=Count("pk")).order_by():
        number = row.pop("number")
        total, _is_new = BackgroundTotal.objects.get_or_create(**row)
        BackgroundTotal.objects.filter(pk=total.pk).update(count=F("count") + number)


def _unseen(process: int) -> int:
    """Words of withdrawn, hidden and never checked comments, and masked passages, but of what waits for an appeal;
    and translations that tell them.
    """
    comments = Comment.objects.filter(activity__process=process).exclude(_APPEALED)
    gone = comments.filter(UNSEEN).exclude(text="", public_text="")
    found = comments.filter(masks__lifted_at=None, masks__isnull=False)
    masked = list(found.exclude(text=F("public_text")).exclude(text="").distinct().exclude(pk__in=gone))
    for comment in masked:
        _forget_masked(comment)
    ReturnedFile.objects.filter(process=process).update(rows=[], problems=[])  # they may tell comments again
    return _translated(comments) + _titles(process) + len(masked) + gone.update(text="", public_text="")


def _titles(process: int) -> int:
    """Titles of answers and words of measures that told such words: staff have had them, in case the comment had come back."""
    held = Answer.objects.filter(activity__process=process, withheld_title__isnull=False).exclude(withheld_title={})
    appealed = AnsweredComment.objects.filter(comment__in=Comment.objects.filter(_APPEALED)).values("answer")
    former = FormerAnswer.objects.filter(answer__activity__process=process, is_withheld=True).exclude(title={})
    gone = former.exclude(answer__in=appealed).update(title={}, body={}, reason_words={}, passed_to={})
    measures = Measure.objects.filter(process=process, withheld__isnull=False).exclude(answer__in=appealed)
    promises = FormerPromise.objects.filter(measure__process=process, withheld__isnull=False)
    told = _forget_withheld(*measures, *promises.exclude(measure__answer__in=appealed))
    return held.exclude(pk__in=appealed).update(withheld_title={}) + gone + told


def _forget_withheld(*rows: Measure | FormerPromise) -> int:
    """It goes on being told that words were left out; which, nobody knows any more."""
    known = [row for row in rows if row.withheld and any(row.withheld.values())]
    for row in known:
        row.withheld = {name: {} for name in row.withheld or ()}
        row.save(update_fields=["withheld"])
    return len(known)


def _translated(comments: QuerySet[Comment]) -> int:
    """Translations of words that nobody may read, and those that may hold words masked since."""
    of_unseen = Translation.objects.filter(comment__in=comments.filter(UNSEEN)).delete()[0]
    rest = with_standing(Translation.objects.filter(comment__in=comments))
    withheld = [one.pk for one in rest if standing_of(one) == WITHHELD]
    return of_unseen + Translation.objects.filter(pk__in=withheld).delete()[0]


def _forget_masked(comment: Comment) -> None:
    """Only the public words stay; the masks come to stand on the marks in them."""
    masks = list(Mask.objects.filter(comment=comment, lifted_at=None))
    moved = 0
    for start, end in joined((mask.start, mask.end) for mask in masks):
        within = [mask.pk for mask in masks if start <= mask.start < end]
        Mask.objects.filter(pk__in=within).update(start=start + moved, end=start + moved + len(MASK_MARK))
        moved += len(MASK_MARK) - (end - start)
    Comment.objects.filter(pk=comment.pk).update(text=comment.public_text)


def _all(model: type[Model], path: str, process: int) -> int:
    found: QuerySet[Any] = model._base_manager.filter(**{path: process})  # noqa: SLF001 (the documented way)
    return found.delete()[0]


def _appeals(process: int) -> int:
    """Words of decided appeals and of decisions; what was decided, when and why in a code stays."""
    appeals = Appeal.objects.filter(decision__comment__activity__process=process).exclude(decided_at=None)
    decisions = Decision.objects.filter(comment__activity__process=process).exclude(words="")
    decisions = decisions.exclude(appeal__isnull=False, appeal__decided_at=None)
    cleared = appeals.exclude(text="", reply="").update(text="", reply="")
    return cleared + decisions.update(words="")


def _sent_statements(process: int) -> int:
    """What stands beside sent statements: notes, addresses, and words that their comments no longer tell."""
    sent = Q(statement__activity__process=process, statement__receipt__isnull=False)
    told = Comment.objects.exclude(UNSEEN & ~_APPEALED).filter(
        receipt=OuterRef("statement__receipt"), text=OuterRef("text")
    )
    kept = told.filter(Q(thread__section=OuterRef("section")) | Q(thread__document_version=OuterRef("version")))
    of_matter = told.filter(thread__section=None, thread__document_version=None)
    gone = StatementPart.objects.filter(sent).exclude(text="").exclude(Exists(kept))
    gone = gone.exclude(Exists(of_matter), section=None, version=None)
    rows = (StatementNote.objects.filter(sent), Colleague.objects.filter(sent), gone)
    return sum(found.delete()[0] for found in rows)


_OF_A_PROCESS: Final[dict[str, Callable[[int], int]]] = {
    "contacts": _contacts,
    "background": _background,
    "unseen": _unseen,
    "revisions": partial(_all, Revision, "comment__activity__process"),
    "notes": partial(_all, StaffNote, "comment__activity__process"),
    "reports": partial(_all, Report, "comment__activity__process"),
    "appeals": _appeals,
    "sent_statements": _sent_statements,  # after what is unseen
}


def _in_each(rule: Callable[[int], int], at: datetime) -> Counts:
    counts: Counts = Counter()
    for process, owner in _past(at).items():
        counts[owner] += rule(process)
    return counts


def _feedback(at: datetime) -> Counts:
    """Words and addresses of answered feedback; its number and dates stay in the register."""
    old = AccessibilityFeedback.objects.filter(answered_at__lt=kept_until(at, -FEEDBACK_MONTHS))
    old = old.exclude(text="", page_address="", email="", answer="")
    counts: Counts = Counter(old.values_list("authority", flat=True))
    old.update(text="", page_address="", email="", answer="")
    return counts


RULES: Final[dict[str, Callable[[datetime], Counts]]] = {
    **{kind: partial(_in_each, rule) for kind, rule in _OF_A_PROCESS.items()},
    "feedback": _feedback,
}
