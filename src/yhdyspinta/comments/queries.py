"""What pages read of comments: sorted, filtered and paged in one query; words ready to be shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from yhdyspinta.comments.languages import COMMENT_LANGUAGES
from yhdyspinta.comments.models import Comment, Endorsement, Sender
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.people.models import Representation
from yhdyspinta.people.visitors import Someone
from yhdyspinta.ui import dates
from yhdyspinta.ui.paging import beyond
from yhdyspinta.ui.text import HIGHEST, number_of
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

PAGE_LENGTH: Final = 20
ALL_LENGTH: Final = 50  # every comment of a round
_ORDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "agreed": ("-agree_count", "-id"),
    "newest": ("-id",),
    "oldest": ("id",),
    "well_argued": ("-well_argued_count", "-id"),
}


@dataclass(frozen=True)
class Wanted:
    """How a reader wants the comments: order, filters, and the place where the page begins."""

    sort: str = "agreed"
    capacity: str = ""
    language: str = ""
    answered: str = ""  # yes, no
    quote: str = ""  # yes
    after: tuple[int, ...] = ()

    @property
    def filters(self) -> dict[str, str]:
        """What is asked besides the usual, for links."""
        kept = {"sort": self.sort if self.sort != "agreed" else ""}
        kept |= {name: getattr(self, name) for name in ("capacity", "language", "answered", "quote")}
        return {name: value for name, value in kept.items() if value}


def read_wanted(parameters: Mapping[str, str]) -> Wanted:
    """The wish in an address. Raises Refusal("unknown_choice") for a name outside the fixed lists."""
    allowed = {
        "sort": tuple(_ORDERS),
        "capacity": tuple(CAPACITIES),
        "language": tuple(COMMENT_LANGUAGES),
        "answered": ("yes", "no"),
        "quote": ("yes",),
    }
    chosen: dict[str, Any] = {}
    for name, values in allowed.items():
        value = parameters.get(name) or ""
        if value and value not in values:
            raise Refusal("unknown_choice", status=400)
        chosen[name] = value
    chosen["sort"] = chosen["sort"] or "agreed"
    return Wanted(**chosen, after=_read_after(parameters.get("after") or "", chosen["sort"]))


def _read_after(text: str, sort: str) -> tuple[int, ...]:
    if not text:
        return ()
    found = [number_of(part, most_digits=10) for part in text.split("-")]
    numbers = tuple(number for number in found if number is not None and number <= HIGHEST)
    if len(numbers) != len(found) or len(numbers) != len(_ORDERS[sort]):
        raise Refusal("unknown_choice", status=400)
    return numbers


@dataclass(frozen=True)
class Page:
    """Some comments, and where the next ones begin."""

    comments: list[Comment]
    after: str = ""


def speaks_for_it(comment: str = "") -> Exists:
    """Whether the sender of a comment, or of that at the path, is confirmed to speak for the organisation that they name."""
    person, organisation = OuterRef(f"{comment}sender__person"), OuterRef(f"{comment}sender__organisation")
    return Exists(Representation.objects.filter(person=person, organisation=organisation, confirmed_at__isnull=False))


def organisation_of(comment: Comment) -> str:
    """The organisation that the sender names, told as unconfirmed where it or its speaker is; empty without one."""
    return organisation_told(comment.sender, is_speaker=getattr(comment, "speaks_for_it", False))


def organisation_told(sender: Sender, *, is_speaker: bool) -> str:
    """The same of a sender of whom it is known whether they are confirmed to speak for it."""
    organisation = sender.organisation
    if organisation is None:
        return ""
    sure = bool(organisation.verified_at) and is_speaker
    return organisation.name if sure else _("%(name)s (unconfirmed)") % {"name": organisation.name}


def commented(reader: int | None) -> QuerySet[Comment]:
    """Comments with all that showing them needs: sender, quote, confirmation, and the marks of the reader with that key."""
    found = Comment.objects.select_related("sender__organisation", "quote").annotate(speaks_for_it=speaks_for_it())
    if reader is None:
        return found  # who wrote nothing has no marks
    marks = Endorsement.objects.filter(comment=OuterRef("pk"), person=reader)
    return found.annotate(
        agreed=Exists(marks.filter(kind=Endorsement.Kind.AGREE)),
        well_argued=Exists(marks.filter(kind=Endorsement.Kind.WELL_ARGUED)),
    )


#: What showing a comment reads of it, for lists of many.
SHOWN_FIELDS: Final = (
    "number", "thread_id", "parent_id", "public_text", "language", "state", "channel", "arrived_at", "is_day_only", "rewritten_at",
    "agree_count", "well_argued_count", "reply_count", "sender__person_id", "sender__capacities",
    "sender__organisation__name", "sender__organisation__verified_at", "sender__naming", "sender__display_name",
    "quote__words", "quote__passage",
)  # fmt: skip


def page_of(comments: QuerySet[Comment], wanted: Wanted, *, length: int = PAGE_LENGTH) -> Page:
    """One page of the comments in the wanted order, at most `length` of them; one query."""
    return cut(list(wanted_of(comments, wanted, wanted.after, length=length)), wanted, length=length)


def wanted_of(
    comments: QuerySet[Comment], wanted: Wanted, after: Sequence[int], *, length: int = PAGE_LENGTH
) -> QuerySet[Comment]:
    """The comments in the wanted order from a place on, one more than a page has."""
    found, order = _filtered(comments, wanted), _ORDERS[wanted.sort]
    if after:
        found = found.filter(beyond(found, order, after))
    return found.order_by(*order)[: length + 1]


def cut(rows: list[Comment], wanted: Wanted, *, length: int = PAGE_LENGTH) -> Page:
    """A page of rows that were read with one to spare."""
    if len(rows) <= length:
        return Page(rows)
    last = rows[length - 1]
    return Page(rows[:length], "-".join(str(getattr(last, name.lstrip("-"))) for name in _ORDERS[wanted.sort]))


def beginning_with(comment: Comment, wanted: Wanted) -> Wanted:
    """The same order and filters, on the page whose first comment this is."""
    order = _ORDERS[wanted.sort]
    before = comment.pk - 1 if order[-1] == "id" else comment.pk + 1
    return replace(wanted, after=(*(getattr(comment, name.lstrip("-")) for name in order[:-1]), before))


def _filtered(comments: QuerySet[Comment], wanted: Wanted) -> QuerySet[Comment]:
    if wanted.capacity:
        comments = comments.filter(sender__capacities__contains=[wanted.capacity])
    if wanted.language:
        comments = comments.filter(language=wanted.language)
    if wanted.answered == "yes":
        comments = comments.exclude(handling=Comment.Handling.OPEN)
    if wanted.answered == "no":
        comments = comments.filter(handling=Comment.Handling.OPEN)
    return comments.filter(quote__isnull=False) if wanted.quote else comments


@dataclass(frozen=True)
class CommentShown:
    """A comment as a reader gets it: plain values. A stub has neither text nor sender."""

    pk: int
    number: int
    by: str
    meta: str
    initial: str
    text: str
    language: str
    language_mark: str  # set when it is not the page's language
    quote: str
    quote_passage: int
    arrived_at: datetime
    arrived: date | datetime  # as exactly as it is known
    edited_at: datetime | None  # by its sender: a mended slip is nobody's edit
    stub: str
    agree_count: int
    well_argued_count: int
    reply_count: int
    agreed: bool
    well_argued: bool
    is_mine: bool
    thread_id: int
    is_reply: bool
    channel: str
    answer: Any = None
    translation: Any = None  # into the reader's language, by the authority
    came_back: Any = None  # from another authority, while it waits for an answer again
    paths: Any = None
    replies: tuple["CommentShown", ...] = ()
    where: str = ""

    @property
    def number_text(self) -> str:
        return str(self.number)

    @property
    def when(self) -> str:
        return dates.ago(self.arrived, page_language())


def shown(comment: Comment, language: str, person: Someone, **more: Any) -> CommentShown:
    """The comment in words; what it needs is loaded by `commented`. No queries."""
    gone = comment.state != Comment.State.VISIBLE
    by, meta = ("", "") if gone else who_and_what(comment)
    quote = None if gone else getattr(comment, "quote", None)
    return CommentShown(
        pk=comment.pk,
        number=comment.number,
        by=by,
        meta=meta,
        initial=by,
        text="" if gone else in_words(comment.public_text),
        language=comment.language,
        language_mark=comment.language if comment.language != language else "",
        quote=quote.words if quote else "",
        quote_passage=quote.passage if quote else 0,
        arrived_at=comment.arrived_at,
        arrived=comment.arrived,
        edited_at=comment.rewritten_at,
        stub=_stub(comment) if gone else "",
        agree_count=comment.agree_count,
        well_argued_count=comment.well_argued_count,
        reply_count=comment.reply_count,
        agreed=getattr(comment, "agreed", False),
        well_argued=getattr(comment, "well_argued", False),
        is_mine=person.pk is not None and comment.sender.person_id == person.pk,
        thread_id=comment.thread_id,
        is_reply=comment.parent_id is not None,
        channel=comment.channel,
        **more,
    )


def _stub(comment: Comment) -> str:
    if comment.state == Comment.State.WITHDRAWN:
        return _("The sender withdrew this comment.")
    return _("This comment is hidden. The reasons are told with the counts of the page.")


def who_and_what(comment: Comment) -> tuple[str, str]:
    """Who speaks and in what capacity, never more than they chose to show. Municipality and age group stay off the page."""
    sender = comment.sender
    capacities = capacity_words(sender.capacities)
    parts = [organisation_of(comment)]
    if sender.naming != "not_shown" and sender.display_name:
        parts.insert(0, capacities)
        return sender.display_name, " · ".join(part for part in parts if part)
    return capacities or _("Sender"), " · ".join(parts)


def capacity_words(capacities: Iterable[str]) -> str:
    """The capacities in words, as one text with a capital letter first."""
    return _capacity_words(tuple(capacities), page_language())


@lru_cache(maxsize=1024)
def _capacity_words(capacities: tuple[str, ...], language: str) -> str:
    with override(language):
        words = ", ".join(str(CAPACITIES[key]).lower() for key in capacities if key in CAPACITIES)
    return words[:1].upper() + words[1:]
