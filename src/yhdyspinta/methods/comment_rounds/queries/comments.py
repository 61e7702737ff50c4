"""Comments as the round's pages show them: with answers, replies and the places from which one acts."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, OuterRef, QuerySet, Subquery, When
from django.utils.translation import gettext as _

from yhdyspinta.answers.queries import AnswerShown, closed, shown
from yhdyspinta.comments import queries as base
from yhdyspinta.comments.models import ON_THE_PAGE, Comment, Receipt
from yhdyspinta.comments.queries import (
    PAGE_LENGTH,
    CommentShown,
    Wanted,
    beginning_with,
    commented,
    page_of,
)
from yhdyspinta.documents.models import SectionText
from yhdyspinta.methods.comment_rounds.queries.paths import comment_paths
from yhdyspinta.methods.comment_rounds.queries.places import Place, places_of
from yhdyspinta.people.visitors import Someone
from yhdyspinta.processes.models import Activity

_ANSWER = ("answered__answer__changed_section__version__document", "closure")
_MOST_REPLIES = 200
BESIDE_THE_TEXT = 6  # comments of a section at a time


@dataclass(frozen=True)
class CommentsPage:
    """A page of comments ready for a template."""

    comments: tuple[CommentShown, ...]
    after: str
    wanted: Wanted


def _with_answers(activity: Activity, person: Someone) -> QuerySet[Comment]:
    return commented(person).filter(activity=activity).select_related("sender__organisation", "quote", *_ANSWER)


def thread_comments(
    activity: Activity,
    threads: Collection[int],
    wanted: Wanted,
    person: Someone,
    language: str,
    *,
    length: int = PAGE_LENGTH,
) -> CommentsPage:
    """The comments of some places with their replies; two queries."""
    rows = _with_answers(activity, person).filter(ON_THE_PAGE, thread__in=threads, parent=None)
    found = page_of(rows, wanted, length=length)
    replies = _replies(activity, found.comments, person, language)
    comments = tuple(_shown(activity, row, person, language, replies=replies.get(row.pk, ())) for row in found.comments)
    return CommentsPage(comments, found.after, wanted)


def section_comments(
    activity: Activity, thread_id: int, wanted: Wanted, person: Someone, language: str
) -> CommentsPage:
    """The comments of a section: a few at a time, since they stand beside its text."""
    return thread_comments(activity, [thread_id], wanted, person, language, length=BESIDE_THE_TEXT)


def all_comments(activity: Activity, wanted: Wanted, person: Someone, language: str) -> CommentsPage:
    """Every comment of the round, replies among them, each with its place; at most six queries."""
    found = page_of(_with_answers(activity, person).filter(state=Comment.State.VISIBLE), wanted)
    places = places_of(activity, {row.thread_id for row in found.comments}, language)
    comments = tuple(
        _shown(activity, row, person, language, where=_label(places.get(row.thread_id))) for row in found.comments
    )
    return CommentsPage(comments, found.after, wanted)


def page_that_shows(comment: Comment, wanted: Wanted, *, threads: Collection[int], length: int) -> Wanted | None:
    """The page of a list where the comment stands now: the wanted one, or else the one that begins with it.

    With `threads` it stands in their list, a reply beneath its parent; without, among every comment of the round.
    None when the list does not hold it. At most three queries.
    """
    rows = Comment.objects.filter(activity=comment.activity_id)
    if threads:
        rows = rows.filter(ON_THE_PAGE, thread__in=threads, parent=None)
    else:
        rows = rows.filter(state=Comment.State.VISIBLE)
    top = rows.filter(pk=(comment.parent_id if threads else None) or comment.pk).first()
    if top is None:
        return None
    pages = (wanted, beginning_with(top, wanted))
    return next((page for page in pages if top in page_of(rows, page, length=length).comments), None)


def _label(place: Place | None) -> str:
    return place.label if place else ""


def comment_page(activity: Activity, number: int, person: Someone, language: str) -> CommentShown | None:
    """One comment with its replies, for its own page; None when nobody may read it and no reply keeps its stub."""
    row = _with_answers(activity, person).filter(ON_THE_PAGE, number=number).first()
    if row is None:
        return None
    return _shown(activity, row, person, language, replies=_replies(activity, [row], person, language).get(row.pk, ()))


def own_comments(
    activity: Activity, receipt: Receipt, person: Someone, language: str
) -> list[tuple[Comment, CommentShown]]:
    """The comments of a receipt, whatever their state, for their sender, each with the section that it is about."""
    rows = _with_answers(activity, person).filter(receipt=receipt).order_by("number")
    texts = SectionText.objects.filter(section__thread=OuterRef("thread")).exclude(heading="")
    nearest = texts.order_by(Case(When(language=language, then=0), default=1), "pk")
    named = rows.annotate(
        about_number=F("thread__section__number"), about_heading=Subquery(nearest.values("heading")[:1])
    )
    return [(row, _shown(activity, row, person, language, where=_about(row))) for row in named]


def _about(row: Any) -> str:
    """The number and heading of a comment's section; nothing for one on a whole document or matter."""
    return f"{row.about_number} {row.about_heading or ''}".strip() if row.about_number else ""


def _replies(
    activity: Activity, parents: Iterable[Comment], person: Someone, language: str
) -> dict[int, tuple[CommentShown, ...]]:
    wanted = [row.pk for row in parents if row.reply_count]
    if not wanted:
        return {}
    rows = _with_answers(activity, person).filter(parent__in=wanted, state=Comment.State.VISIBLE).order_by("pk")
    found: dict[int, list[CommentShown]] = defaultdict(list)
    for row in rows[:_MOST_REPLIES]:
        found[row.parent_id or 0].append(_shown(activity, row, person, language))
    return {pk: tuple(replies) for pk, replies in found.items()}


def _shown(
    activity: Activity, row: Comment, person: Someone, language: str, *, replies: tuple[CommentShown, ...] = (),
    where: str = "",
) -> CommentShown:  # fmt: skip
    return base.shown(
        row, language, person, answer=_answer(activity, row, language), paths=comment_paths(activity, row.number),
        replies=replies, where=where,
    )  # fmt: skip


def _answer(activity: Activity, row: Comment, language: str) -> AnswerShown | None:
    """The published answer or closure, from rows that are loaded already."""
    closure = getattr(row, "closure", None)
    if closure is not None:
        row.activity = activity
        closure.comment = row
        return closed(closure, language)
    answered = getattr(row, "answered", None)
    if answered is None or answered.answer.published_at is None:
        return None
    answered.answer.activity = activity
    return shown(answered.answer, language)


def state_words(comment: Comment) -> str:
    """What a sender reads of the state of their own comment."""
    return {
        Comment.State.WAITING: _("Waiting to be checked before it is shown"),
        Comment.State.VISIBLE: _("Shown on the page"),
        Comment.State.HIDDEN: _("Hidden"),
        Comment.State.WITHDRAWN: _("Withdrawn by you"),
    }[Comment.State(comment.state)]
