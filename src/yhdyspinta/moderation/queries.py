"""What moderators' pages read, and what the public page tells of hidden comments."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Prefetch, Q, QuerySet, Value, When

from yhdyspinta.comments.models import Comment, Revision
from yhdyspinta.comments.queries import who_and_what
from yhdyspinta.moderation.checks import findings
from yhdyspinta.moderation.deadlines import appeal_due, report_due
from yhdyspinta.moderation.masking import Span, joined
from yhdyspinta.moderation.models import Appeal, Decision, Mask, Report
from yhdyspinta.moderation.values import REASONS, REPORT_REASONS, WARNINGS
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording

KINDS: Final = ("all", "waiting", "reported", "appealed", "warned")
URGENT_REPORTS: Final = 3  # so many readers cannot wait for their turn
ORDER: Final = ("-urgent", "arrived_at", "id")


@dataclass(frozen=True)
class Wanted:
    """How a moderator narrows the queue."""

    kind: str = "all"
    warning: str = ""
    document: int = 0


def queue(processes: Iterable[Process] | QuerySet[Process], wanted: Wanted) -> QuerySet[Comment]:
    """Everything that waits for a moderator, what many reported first, then the oldest."""
    reports = Report.objects.filter(comment=OuterRef("pk"), handled_at=None)
    appeals = Appeal.objects.filter(decision__comment=OuterRef("pk"), decided_at=None)
    decided = Decision.objects.filter(comment=OuterRef("pk"), undone_at=None).filter(
        Q(at__gte=OuterRef("edited_at")) | Q(comment__edited_at=None)
    )
    open_reports = Count("reports", filter=Q(reports__handled_at=None))
    found = (
        Comment.objects.filter(activity__process__in=processes)
        .exclude(state=Comment.State.WITHDRAWN)
        .annotate(open_reports=open_reports)
    )
    ways = {
        "waiting": Q(state=Comment.State.WAITING),
        "reported": Exists(reports),
        "appealed": Exists(appeals),
        "warned": Q(state=Comment.State.VISIBLE) & ~Q(warnings=[]) & ~Exists(decided),
    }
    one = Q(ways["waiting"]) | Q(ways["reported"]) | Q(ways["appealed"]) | Q(ways["warned"])
    found = found.filter(one if wanted.kind == "all" else ways[wanted.kind])
    if wanted.warning:
        found = found.filter(warnings__contains=[wanted.warning])
    if wanted.document:
        in_section = Q(thread__section__version__document=wanted.document)
        found = found.filter(in_section | Q(thread__document_version__document=wanted.document))
    urgent = Case(When(open_reports__gte=URGENT_REPORTS, then=Value(1)), default=Value(0), output_field=IntegerField())
    return _with_context(found.annotate(urgent=urgent))


def in_bursts(processes: Iterable[Process] | QuerySet[Process]) -> int:
    """How many of what waits came as one of many in a short time from one sender or network; one query."""
    waiting = Comment.objects.filter(activity__process__in=processes, state=Comment.State.WAITING)
    return waiting.filter(warnings__contains=["many"]).count()


def _with_context(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    decisions = Decision.objects.select_related("by", "appeal", "appeal__decided_by").order_by("pk")
    return comments.select_related(
        "activity__process__owner",
        "sender__organisation",
        "sender__municipality",
        "quote",
        "parent",
        "entered_by",
        "thread__section__version__document",
        "thread__document_version__document",
    ).prefetch_related(
        Prefetch("reports", queryset=Report.objects.order_by("pk")),
        Prefetch("decisions", queryset=decisions),
        Prefetch("masks", queryset=Mask.objects.filter(lifted_at=None).order_by("start")),
        "thread__section__texts",
    )


def one_for_staff(activity: Activity, number: int) -> Comment | None:
    """A comment of the activity with everything a moderator sees."""
    found = _with_context(Comment.objects.filter(activity=activity, number=number))
    return found.prefetch_related(Prefetch("revisions", queryset=Revision.objects.order_by("number"))).first()


@dataclass(frozen=True)
class Piece:
    """A stretch of the original text: plain, warned of, or masked."""

    text: str
    kind: str = ""  # "", "warned", "masked"
    words: str = ""


@dataclass(frozen=True)
class QueueLine:
    """A comment as a moderator sees it: plain values."""

    pk: int
    number: int
    revision: int
    state: str
    by: str
    meta: str
    process_title: Any
    place: str
    parent_text: str
    quote: str
    pieces: tuple[Piece, ...]
    language: str
    channel: str
    arrived_at: date | datetime
    due_at: datetime | None  # None when nothing waits
    is_late: bool
    warnings: tuple[str, ...]
    reports: tuple[dict[str, Any], ...]
    appeal: Appeal | None
    history: tuple[dict[str, Any], ...]  # only on the comment's own page
    masks: tuple[Mask, ...]
    has_words: bool  # false when retention has deleted them: then the comment cannot be shown
    can_uphold: bool  # whether what the appeal asks for can still be done
    can_lift: bool


def line(comment: Comment, language: str, *, at: datetime, with_history: bool = False) -> QueueLine:
    """The comment in words; no queries when it comes from this module (history: from `one_for_staff`)."""
    by, meta = who_and_what(comment)
    owner = comment.activity.process.owner
    masks = tuple(comment.masks.all())
    decisions = list(comment.decisions.all())
    open_appeal = next((a for d in decisions if (a := getattr(d, "appeal", None)) and a.decided_at is None), None)
    of_mask = open_appeal is not None and open_appeal.decision.kind == Decision.Kind.MASK
    quote = getattr(comment, "quote", None)
    due_at = _due_at(comment, owner.moderation_hours, open_appeal)
    return QueueLine(
        pk=comment.pk,
        number=comment.number,
        revision=comment.revision,
        state=comment.state,
        by=by,
        meta=meta,
        process_title=comment.activity.process.title,
        place=_place(comment, language),
        parent_text=comment.parent.public_text if comment.parent else "",
        quote=quote.words if quote else "",
        pieces=pieces(comment.text, spans_of(masks)),
        language=comment.language,
        channel=comment.channel,
        arrived_at=comment.arrived,
        due_at=due_at,
        is_late=due_at is not None and due_at <= at,
        warnings=tuple(str(WARNINGS[code]) for code in comment.warnings if code in WARNINGS),
        reports=tuple(_report(one) for one in comment.reports.all() if one.handled_at is None),
        appeal=open_appeal,
        history=tuple(_history(comment, decisions)) if with_history else (),
        masks=masks,
        has_words=bool(comment.text),
        can_uphold=comment.text != comment.public_text if of_mask else bool(comment.text),
        can_lift=bool(masks) and comment.text != comment.public_text,
    )


def _due_at(comment: Comment, hours: int, appeal: Appeal | None) -> datetime | None:
    """The first of what the comment waits for: its check, a look at the reports, the decision of an appeal."""
    due = [comment.entered_at + timedelta(hours=hours)] if comment.state == Comment.State.WAITING else []
    due += [report_due(in_helsinki(one.at).date(), hours) for one in comment.reports.all() if one.handled_at is None]
    return min([*due, *([appeal_due(in_helsinki(appeal.at).date())] if appeal else [])], default=None)


def spans_of(masks: Iterable[Mask]) -> list[Span]:
    return [(mask.start, mask.end) for mask in masks]


def pieces(text: str, covered: Iterable[Span]) -> tuple[Piece, ...]:
    """The original with what is covered of it and with what the checks point at."""
    marks = [(start, end, "masked", "") for start, end in joined(covered)]
    for finding in findings(text):
        if all(finding.end <= start or finding.start >= end for start, end, *_ in marks):
            marks.append((finding.start, finding.end, "warned", str(WARNINGS[finding.code])))
    found: list[Piece] = []
    place = 0
    for start, end, kind, words in sorted(marks):
        found += [Piece(text[place:start]), Piece(text[start:end], kind, words)]
        place = end
    return tuple(piece for piece in [*found, Piece(text[place:])] if piece.text)


def _place(comment: Comment, language: str) -> str:
    """The section's number and heading, or the document's title."""
    section = getattr(comment.thread, "section", None)
    if section is not None:
        texts = {text.language: text.heading for text in section.texts.all()}
        return f"{section.number} {Wording(texts).text(language)}".strip()
    version = getattr(comment.thread, "document_version", None)
    return Wording(version.document.title).text(language) if version is not None else ""


def _report(report: Report) -> dict[str, Any]:
    return {"reason": str(REPORT_REASONS.get(report.reason, report.reason)), "words": report.words, "at": report.at}


def _history(comment: Comment, decisions: Iterable[Decision]) -> list[dict[str, Any]]:
    """Arrival, edits, decisions and appeals in their order."""
    rows: list[dict[str, Any]] = [
        {"at": comment.arrived_at, "told": comment.arrived, "what": "arrived", "who": "", "words": ""}
    ]
    rows += [{"at": old.replaced_at, "what": "edited", "who": "", "words": old.text} for old in comment.revisions.all()]
    for decision in decisions:
        reason = str(REASONS.get(decision.reason, ""))
        words = " ".join(part for part in (reason and f"{reason}.", decision.words) if part)
        rows.append({"at": decision.at, "what": decision.kind, "who": str(decision.by or ""), "words": words})
        if decision.undone_at:
            rows.append({"at": decision.undone_at, "what": "undone", "who": str(decision.by or ""), "words": ""})
        appeal = getattr(decision, "appeal", None)
        if appeal is not None:
            rows.append({"at": appeal.at, "what": "appealed", "who": "", "words": appeal.text})
            if appeal.decided_at:
                what = "upheld" if appeal.is_upheld else "dismissed"
                who = str(appeal.decided_by or "")
                rows.append({"at": appeal.decided_at, "what": what, "who": who, "words": appeal.reply})
    return sorted(rows, key=lambda row: row["at"])


def hidden_by_reason(activity: Activity) -> dict[str, int]:
    """How many comments are hidden now, by the reason in force; the most common first. One query."""
    latest = (
        Decision.objects.filter(
            comment__activity=activity, comment__state=Comment.State.HIDDEN, kind=Decision.Kind.HIDE, undone_at=None
        )
        .order_by("comment", "-pk")
        .distinct("comment")
    )
    counted: dict[str, int] = {}
    for reason in latest.values_list("reason", flat=True):
        counted[reason] = counted.get(reason, 0) + 1
    return dict(sorted(counted.items(), key=lambda row: -row[1]))


def decisions_in_force(comment_ids: Iterable[int]) -> dict[int, list[Decision]]:
    """For a receipt: what keeps its sender's words off the page, by comment, each with its appeal. One query."""
    masked = Mask.objects.filter(decision=OuterRef("pk"), lifted_at=None)
    hidden = Q(kind=Decision.Kind.HIDE, comment__state=Comment.State.HIDDEN)
    found = Decision.objects.filter(hidden | Q(Exists(masked), kind=Decision.Kind.MASK), undone_at=None)
    rows: dict[int, list[Decision]] = {}
    for decision in found.filter(comment__in=list(comment_ids)).select_related("appeal").order_by("pk"):
        kept = rows.setdefault(decision.comment_id, [])
        if decision.kind == Decision.Kind.HIDE:
            kept[:] = [one for one in kept if one.kind != Decision.Kind.HIDE]
        kept.append(decision)
    return rows
