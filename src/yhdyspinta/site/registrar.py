"""Everything that an authority has received, in the order in which it arrived."""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import merge
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.core import signing
from django.core.exceptions import BadRequest
from django.db.models import Case, CharField, DateTimeField, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Cast

from yhdyspinta.authorities.models import AccessibilityFeedback, Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.queries import speaks_for_it
from yhdyspinta.moderation.models import Appeal, Decision, Mask, Report
from yhdyspinta.open_data.models import BroughtRequest
from yhdyspinta.processes.models import Process
from yhdyspinta.site import register_places
from yhdyspinta.site import register_rows as rows
from yhdyspinta.site.register_names import with_names, with_person
from yhdyspinta.site.register_rows import Received
from yhdyspinta.statements.models import Statement
from yhdyspinta.transfers.models import FormerReply, Transfer
from yhdyspinta.ui.dates import HELSINKI

SIZE: Final = 50
_BATCH: Final = 1_000
_KEYS: Final = 10_000
_SALT: Final = "site.registrar"


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
    def takes_own(self) -> bool:
        """Whether what belongs to no process of the authority's is wanted."""
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
class Source:
    """One kind of row: where it is kept, and when a row of it is new to whoever exported the register before.

    `process` is how a row tells the number of its process ("" where it belongs to none) and `moments` are the fields,
    dates of having come or been changed, by which `unregistered` tells what no export holds yet.
    """

    rank: int
    found: QuerySet[Any]
    made: Callable[[Any], Received]
    process: str
    moments: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    items: list[Received]
    next_token: str


def _with_publicity(found: QuerySet[Any], comment: str) -> QuerySet[Any]:
    """With why a comment is hidden and whether it is masked."""
    hidden = Decision.objects.filter(comment=OuterRef(comment), kind=Decision.Kind.HIDE, undone_at=None)
    told: QuerySet[Any] = found.annotate(
        hide_reason=Subquery(hidden.order_by("-pk").values("reason")[:1], output_field=CharField()),
        has_mask=Exists(Mask.objects.filter(comment=OuterRef(comment), lifted_at=None)),
    )
    return told


def _comments(authority: Authority, choices: Choices) -> QuerySet[Any]:
    found = Comment.objects.filter(choices.times(), activity__process__owner=authority)
    if choices.process is not None:
        found = found.filter(activity__process=choices.process)
    if choices.channel:
        found = found.filter(channel=choices.channel)
    beside = ("sender__organisation", "entered_by", "receipt__sheet__batch")
    found = found.select_related(*beside, *register_places.paths())
    statement = Statement.objects.filter(receipt=OuterRef("receipt"))
    told = found.annotate(is_statement=Exists(statement), speaks_for_it=speaks_for_it()).prefetch_related("revisions")
    return with_names(_with_publicity(told, "pk"))


def _transfers(authority: Authority, choices: Choices) -> QuerySet[Any]:
    """What other authorities passed on here, also what was then given back: it arrived (906/2019 25 §)."""
    found = Transfer.objects.annotate(arrived_at=F("passed_at"))
    if not choices.takes_online:
        return found.none()
    found = found.filter(choices.times(), receiver=authority)
    if choices.process is not None:
        found = found.filter(comment__activity__process=choices.process)
    found = found.select_related("comment__sender__organisation", *register_places.paths("comment__"))
    found = found.annotate(speaks_for_it=speaks_for_it("comment__"))
    return _with_publicity(found, "comment")


def _answers_of_others(authority: Authority, choices: Choices) -> QuerySet[Any]:
    """What other authorities answered to comments passed on to them, or gave back: that is received here (906/2019 25 §).

    The answer of one outside this service came by post or e-mail, on a day that was written down; one that was written
    down by mistake is told as that, because a register may have it.
    """
    states, found = Transfer.State, Transfer.objects.all()
    mistaken = Q(state__in=(states.OUTSIDE, states.TAKEN_BACK), receiver=None)
    newest: QuerySet[Any] = FormerReply.objects.filter(transfer=OuterRef("pk")).order_by("-revision")
    if choices.channel:
        found = found.filter(receiver__isnull=choices.channel != "online")
        found = found if choices.channel in {"online", "paper", "email"} else found.none()
    arrived = Case(
        When(state=states.RETURNED, then=F("ended_at")),
        When(answered_on__isnull=False, then=Cast("answered_on", DateTimeField())),
        When(mistaken, then=Cast(Subquery(newest.values("answered_on")[:1]), DateTimeField())),
        default=F("answered_at"),
    )
    found = found.filter(Q(state__in=(states.ANSWERED, states.RETURNED)) | mistaken & Q(Exists(newest)))
    found = found.annotate(arrived_at=arrived)
    found = found.filter(choices.times(), comment__activity__process__owner=authority)
    if choices.process is not None:
        found = found.filter(comment__activity__process=choices.process)
    beside = ("receiver", "answered_by", *register_places.paths("comment__"))
    told: QuerySet[Any] = found.select_related(*beside).annotate(
        formerly=ArraySubquery(_former("answer")),
        replaced=ArraySubquery(_former("replaced_at")),
        mended_at=Subquery(newest.values("replaced_at")[:1]),  # the day of arrival alone, too
        returned_at=Case(When(state=states.RETURNED, then=F("ended_at"))),
    )
    return told


def _former(name: str) -> QuerySet[Any]:
    found: QuerySet[Any] = FormerReply.objects.filter(transfer=OuterRef("pk")).order_by("revision").values(name)
    return found


def _requests(authority: Authority, choices: Choices) -> QuerySet[Any]:
    """Requests for statements that were brought in from the national service."""
    found = BroughtRequest.objects.annotate(arrived_at=F("at"))
    if choices.channel not in {"", "elsewhere"}:
        return found.none()
    found = found.filter(choices.times(), authority=authority)
    if choices.process is not None:
        found = found.filter(process=choices.process)
    return found.select_related("process")


def _feedback(authority: Authority, choices: Choices) -> QuerySet[AccessibilityFeedback]:
    if not choices.takes_own:
        return AccessibilityFeedback.objects.none()
    return AccessibilityFeedback.objects.filter(choices.times(), authority=authority)


def _appeals(authority: Authority, choices: Choices) -> QuerySet[Appeal]:
    found = Appeal.objects.select_related("decision__comment__sender", *register_places.paths("decision__comment__"))
    return with_person(
        _of_comments(found, "decision__comment__", authority, choices), "decision__comment__sender__person"
    )


def _reports(authority: Authority, choices: Choices) -> QuerySet[Report]:
    found = Report.objects.select_related("person", *register_places.paths("comment__"))
    return with_person(_of_comments(found, "comment__", authority, choices), "person")


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
    """One page, the newest arrival first; ten queries however long the list is."""
    boundary = _read(after) if after else None
    found = _after(authority, choices, boundary, newest_first=True, size=size + 1)
    items = found[:size]
    return Page(items, _write(items[-1].key) if len(found) > size else "")


def every(authority: Authority, choices: Choices) -> Iterator[Received]:
    """Everything, the oldest arrival first: the order is read once, as numbers only, and then the rows in batches.

    So a million takes ten times what a hundred thousand does, and memory holds eight bytes of each.
    """
    found = (_in_order(source) for source in sources(authority, choices))
    return merge(*found, key=lambda row: row.key)


def _in_order(source: Source) -> Iterator[Received]:
    """The rows of one kind in the order of their arrival."""
    ordered = source.found.order_by("arrived_at", "pk").values_list("pk", flat=True)
    keys = array("q", ordered.iterator(chunk_size=_KEYS))
    for first in range(0, len(keys), _BATCH):
        wanted = keys[first : first + _BATCH]
        held = source.found.in_bulk(wanted)
        yield from (source.made(held[pk]) for pk in wanted if pk in held)


def sources(authority: Authority, choices: Choices) -> tuple[Source, ...]:
    """What is received comes from six tables, one of which tells of both ways."""
    passed, replies = "comment__activity__process_id", ("answered_at", "corrected_at", "mended_at", "returned_at")
    return (
        Source(
            rows.COMMENT, _comments(authority, choices), rows.of_comment,
            "activity__process_id", ("entered_at", "rewritten_at"),
        ),
        Source(rows.FEEDBACK, _feedback(authority, choices), rows.of_feedback, "", ("arrived_at",)),
        Source(rows.APPEAL, _appeals(authority, choices), rows.of_appeal, f"decision__{passed}", ("at",)),
        Source(rows.REPORT, _reports(authority, choices), rows.of_report, passed, ("at",)),
        Source(rows.TRANSFER, _transfers(authority, choices), rows.of_transfer, passed, ("passed_at",)),
        Source(rows.REQUEST, _requests(authority, choices), rows.of_request, "process_id", ("at",)),
        Source(rows.REPLY, _answers_of_others(authority, choices), rows.of_reply, passed, replies),
    )  # fmt: skip


def _after(
    authority: Authority,
    choices: Choices,
    boundary: tuple[datetime, int, int] | None,
    *,
    newest_first: bool,
    size: int,
) -> list[Received]:
    first: list[Received] = []
    order = ("-arrived_at", "-pk") if newest_first else ("arrived_at", "pk")
    for source in sources(authority, choices):
        ordered = source.found.order_by(*order)
        if boundary is not None:
            ordered = ordered.filter(_beyond(boundary, source.rank, newest_first=newest_first))
        first += [source.made(row) for row in ordered[:size]]
    first.sort(key=lambda row: row.key, reverse=newest_first)
    return first[:size]


def _beyond(boundary: tuple[datetime, int, int], rank: int, *, newest_first: bool) -> Q:
    """Rows of one kind that come after the boundary in the common order (instant, kind, number)."""
    at, bound_rank, pk = boundary
    way = "lt" if newest_first else "gt"
    further = Q(**{f"arrived_at__{way}": at})
    if rank == bound_rank:
        return further | Q(arrived_at=at, **{f"pk__{way}": pk})
    comes_later = rank < bound_rank if newest_first else rank > bound_rank
    return further | Q(arrived_at=at) if comes_later else further


def masked_count(authority: Authority, choices: Choices) -> int:
    """Of how many comments that fit the choices a passage is masked: their words as received are in the file."""
    masked = Mask.objects.filter(lifted_at=None).values("comment")
    return _comments(authority, choices).filter(pk__in=masked).order_by().values("pk").count()


def _write(key: tuple[datetime, int, int]) -> str:
    return signing.dumps([key[0].isoformat(), key[1], key[2]], salt=_SALT, compress=True)


def _read(token: str) -> tuple[datetime, int, int]:
    try:
        at, rank, pk = signing.loads(token, salt=_SALT)
        return datetime.fromisoformat(at), int(rank), int(pk)
    except (signing.BadSignature, ValueError, TypeError, UnicodeError):
        raise BadRequest("The page address is not valid.") from None
