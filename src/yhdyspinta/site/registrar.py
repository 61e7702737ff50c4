"""Everything that an authority has received, in the order in which it arrived."""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import merge
from typing import Any, Final

from django.core import signing
from django.core.exceptions import BadRequest
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import AccessibilityFeedback, Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.moderation.models import Appeal, Decision, Mask, Report
from yhdyspinta.moderation.values import REASONS, REPORT_REASONS
from yhdyspinta.processes.models import Process
from yhdyspinta.ui.dates import HELSINKI
from yhdyspinta.wording.fields import Wording

SIZE: Final = 50
_BATCH: Final = 1_000
_KEYS: Final = 10_000
_SALT: Final = "site.registrar"
_COMMENT, _FEEDBACK, _APPEAL, _REPORT = range(4)  # of two that arrived at the same instant, which is first


@dataclass(frozen=True)
class Choices:
    """What the registrar wants to see; days are of the Helsinki calendar, both ends included."""

    process: Process | None = None
    since: date | None = None
    until: date | None = None
    channel: str = ""

    @property
    def takes_online(self) -> bool:
        """Whether what comes only through the site is wanted."""
        return self.channel in {"", "online"}

    @property
    def takes_feedback(self) -> bool:
        return self.process is None and self.takes_online

    def times(self) -> Q:
        """The days as instants, for fields named `arrived_at`."""
        wanted = Q()
        if self.since:
            wanted &= Q(arrived_at__gte=datetime.combine(self.since, time.min, tzinfo=HELSINKI))
        if self.until:
            wanted &= Q(arrived_at__lt=datetime.combine(self.until + timedelta(days=1), time.min, tzinfo=HELSINKI))
        return wanted


@dataclass(frozen=True)
class Received:
    """One thing that arrived, with its metadata."""

    key: tuple[datetime, int, int]
    kind: str
    number: int
    arrived_at: datetime
    entered_at: datetime
    channel: str
    publicity: str
    is_public: bool
    case_number: str
    process: Wording
    process_slug: str
    activity_slug: str
    method_key: str
    language: str
    sender: str
    text: str


@dataclass(frozen=True)
class Page:
    items: list[Received]
    next_token: str


def _comments(authority: Authority, choices: Choices) -> QuerySet[Comment]:
    hidden = Decision.objects.filter(comment=OuterRef("pk"), kind=Decision.Kind.HIDE, undone_at=None)
    found = Comment.objects.filter(choices.times(), activity__process__owner=authority)
    if choices.process is not None:
        found = found.filter(activity__process=choices.process)
    if choices.channel:
        found = found.filter(channel=choices.channel)
    return found.select_related("activity__process", "sender").annotate(
        hide_reason=Subquery(hidden.order_by("-pk").values("reason")[:1], output_field=CharField()),
        has_mask=Exists(Mask.objects.filter(comment=OuterRef("pk"), lifted_at=None)),
    )


def _feedback(authority: Authority, choices: Choices) -> QuerySet[AccessibilityFeedback]:
    if not choices.takes_feedback:
        return AccessibilityFeedback.objects.none()
    return AccessibilityFeedback.objects.filter(choices.times(), authority=authority)


def _appeals(authority: Authority, choices: Choices) -> QuerySet[Appeal]:
    found = Appeal.objects.select_related("decision__comment__activity__process")
    return _of_comments(found, "decision__comment__", authority, choices)


def _reports(authority: Authority, choices: Choices) -> QuerySet[Report]:
    found = Report.objects.select_related("comment__activity__process")
    return _of_comments(found, "comment__", authority, choices)


def _of_comments(found: QuerySet[Any], path: str, authority: Authority, choices: Choices) -> QuerySet[Any]:
    """Those of the authority's comments that fit the choices; they come through the site only."""
    dated: QuerySet[Any] = found.annotate(arrived_at=F("at"))
    if not choices.takes_online:
        return dated.none()
    wanted: dict[str, Any] = {f"{path}activity__process__owner": authority}
    if choices.process is not None:
        wanted[f"{path}activity__process"] = choices.process
    return dated.filter(choices.times(), **wanted)


def page(authority: Authority, choices: Choices, *, after: str = "", size: int = SIZE) -> Page:
    """One page, the newest arrival first; six queries however long the list is."""
    boundary = _read(after) if after else None
    found = _after(authority, choices, boundary, newest_first=True, size=size + 1)
    items = found[:size]
    return Page(items, _write(items[-1].key) if len(found) > size else "")


def every(authority: Authority, choices: Choices) -> Iterator[Received]:
    """Everything, the oldest arrival first: the order is read once, as numbers only, and then the rows in batches.

    So a million takes ten times what a hundred thousand does, and memory holds eight bytes of each.
    """
    sources = (_in_order(found, made) for _rank, found, made in _sources(authority, choices))
    return merge(*sources, key=lambda row: row.key)


def _in_order(found: QuerySet[Any], made: Callable[[Any], Received]) -> Iterator[Received]:
    """The rows of one kind in the order of their arrival."""
    ordered = found.order_by("arrived_at", "pk").values_list("pk", flat=True)
    keys = array("q", ordered.iterator(chunk_size=_KEYS))
    for first in range(0, len(keys), _BATCH):
        wanted = keys[first : first + _BATCH]
        rows = found.in_bulk(wanted)
        yield from (made(rows[pk]) for pk in wanted if pk in rows)


_Source = tuple[int, QuerySet[Any], Callable[[Any], Received]]


def _sources(authority: Authority, choices: Choices) -> tuple[_Source, ...]:
    """What is received comes from four tables."""
    return (
        (_COMMENT, _comments(authority, choices), _of_comment),
        (_FEEDBACK, _feedback(authority, choices), _of_feedback),
        (_APPEAL, _appeals(authority, choices), _of_appeal),
        (_REPORT, _reports(authority, choices), _of_report),
    )


def _after(
    authority: Authority,
    choices: Choices,
    boundary: tuple[datetime, int, int] | None,
    *,
    newest_first: bool,
    size: int,
) -> list[Received]:
    rows: list[Received] = []
    for rank, found, made in _sources(authority, choices):
        ordered = found.order_by("-arrived_at", "-pk") if newest_first else found.order_by("arrived_at", "pk")
        if boundary is not None:
            ordered = ordered.filter(_beyond(boundary, rank, newest_first=newest_first))
        rows += [made(row) for row in ordered[:size]]
    rows.sort(key=lambda row: row.key, reverse=newest_first)
    return rows[:size]


def _beyond(boundary: tuple[datetime, int, int], rank: int, *, newest_first: bool) -> Q:
    """Rows of one kind that come after the boundary in the common order (instant, kind, number)."""
    at, bound_rank, pk = boundary
    way = "lt" if newest_first else "gt"
    further = Q(**{f"arrived_at__{way}": at})
    if rank == bound_rank:
        return further | Q(arrived_at=at, **{f"pk__{way}": pk})
    comes_later = rank < bound_rank if newest_first else rank > bound_rank
    return further | Q(arrived_at=at) if comes_later else further


def _of_comment(comment: Any) -> Received:
    process: Process = comment.activity.process
    return Received(
        key=(comment.arrived_at, _COMMENT, comment.pk),
        kind=_("Comment"),
        number=comment.number,
        arrived_at=comment.arrived_at,
        entered_at=comment.entered_at,
        channel=str(CHANNELS.get(comment.channel, comment.channel)),
        publicity=_publicity(comment),
        is_public=comment.state == Comment.State.VISIBLE,
        case_number=process.case_number,
        process=process.title,
        process_slug=process.slug,
        activity_slug=comment.activity.slug,
        method_key=comment.activity.method_key,
        language=comment.language,
        sender=comment.sender.display_name if comment.sender.naming != "not_shown" else "",
        text=comment.public_text,
    )


def _publicity(comment: Any) -> str:
    if comment.state == Comment.State.HIDDEN:
        reason = REASONS.get(comment.hide_reason or "")
        return _("Hidden: %(reason)s") % {"reason": reason} if reason else _("Hidden")
    if comment.state == Comment.State.WITHDRAWN:
        return _("Withdrawn by its sender")
    if comment.state == Comment.State.WAITING:
        return _("Waiting to be checked")
    return _("Public, a passage is masked") if comment.has_mask else _("Public")


def _of_feedback(feedback: AccessibilityFeedback) -> Received:
    return Received(
        key=(feedback.arrived_at, _FEEDBACK, feedback.pk),
        kind=_("Accessibility feedback"),
        number=feedback.number,
        arrived_at=feedback.arrived_at,
        entered_at=feedback.arrived_at,
        channel=str(CHANNELS["online"]),
        publicity=_("Not shown on the site"),
        is_public=False,
        case_number="",
        process=Wording(),
        process_slug="",
        activity_slug="",
        method_key="",
        language=feedback.language,
        sender="",
        text=feedback.text,
    )


def _of_appeal(appeal: Any) -> Received:
    return _about(appeal.decision.comment, appeal, _APPEAL, _("Appeal"), appeal.text)


def _of_report(report: Any) -> Received:
    reason = str(REPORT_REASONS.get(report.reason, report.reason))
    return _about(report.comment, report, _REPORT, _("Report on a comment"), f"{reason}. {report.words}".strip())


def _about(comment: Comment, row: Any, rank: int, kind: str, text: str) -> Received:
    """What was sent about a comment: it has the comment's number and is never public."""
    process = comment.activity.process
    return Received(
        key=(row.at, rank, row.pk),
        kind=kind,
        number=comment.number,
        arrived_at=row.at,
        entered_at=row.at,
        channel=str(CHANNELS["online"]),
        publicity=_("Not public"),
        is_public=False,
        case_number=process.case_number,
        process=process.title,
        process_slug=process.slug,
        activity_slug=comment.activity.slug,
        method_key=comment.activity.method_key,
        language="",
        sender="",
        text=text,
    )


def _write(key: tuple[datetime, int, int]) -> str:
    return signing.dumps([key[0].isoformat(), key[1], key[2]], salt=_SALT, compress=True)


def _read(token: str) -> tuple[datetime, int, int]:
    try:
        at, rank, pk = signing.loads(token, salt=_SALT)
        return datetime.fromisoformat(at), int(rank), int(pk)
    except (signing.BadSignature, ValueError, TypeError, UnicodeError):
        raise BadRequest("The page address is not valid.") from None
