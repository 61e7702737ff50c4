"""Comments as the round's pages show them: with answers, replies and the places from which one acts."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.db.models import Case, F, OuterRef, QuerySet, Subquery, When
from django.utils.translation import gettext as _

from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.queries import AnswerShown, closed, shown
from yhdyspinta.answers.values import PASSED_ON
from yhdyspinta.comments import queries as base
from yhdyspinta.comments.models import ON_THE_PAGE, Comment, Receipt
from yhdyspinta.comments.queries import (
    ALL_LENGTH,
    PAGE_LENGTH,
    SHOWN_FIELDS,
    CommentShown,
    Page,
    Wanted,
    beginning_with,
    commented,
    cut,
    wanted_of,
)
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.documents.models import SectionText
from yhdyspinta.material.translations import TranslationShown, for_readers
from yhdyspinta.methods.comment_rounds.queries.paths import CommentPaths, comment_paths
from yhdyspinta.methods.comment_rounds.queries.places import labels_of
from yhdyspinta.people.visitors import VISITOR, Someone
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.shown import TransferShown, came_back, transfers_of, with_returns

_LIGHT = (*SHOWN_FIELDS, "handling", "answered__answer_id", "closure__reason", "closure__at")
_Answers = Mapping[int, AnswerShown]
_MOST_REPLIES = 200
BESIDE_THE_TEXT = 6  # comments of a section at a time


@dataclass(frozen=True)
class CommentsPage:
    """A page of comments ready for a template."""

    comments: tuple[CommentShown, ...]
    after: str
    wanted: Wanted


def _rows(activity: Activity | int, reader: int | None) -> QuerySet[Comment]:
    """The comments of the round with what showing them needs; their answers are read beside them, each once."""
    return with_returns(commented(reader).filter(activity=activity).select_related("answered", "closure"))


def _every(
    wanted: Wanted, length: int, *, activity: int, reader: int | None = None, after: Any = ()
) -> QuerySet[Comment]:
    rows = _rows(activity, reader).only(*_LIGHT).filter(state=Comment.State.VISIBLE)
    return wanted_of(rows, wanted, after, length=length)


def _of_threads(
    wanted: Wanted, length: int, *, activity: int, threads: Any, reader: int | None = None, after: Any = ()
) -> QuerySet[Comment]:
    rows = _rows(activity, reader).only(*_LIGHT).filter(ON_THE_PAGE, thread__in=threads, parent=None)
    return wanted_of(rows, wanted, after, length=length)


_EVERY: Final[Prepared[Comment]] = Prepared(_every)
_OF_THREADS: Final[Prepared[Comment]] = Prepared(_of_threads)


def _page(query: Prepared[Comment], wanted: Wanted, person: Someone, length: int, **values: Any) -> Page:
    """A page of one of the two, as the reader wants it."""
    more: dict[str, Any] = {"after": wanted.after} if wanted.after else {}
    more |= {"reader": person.pk} if person.pk is not None else {}
    return cut(query.rows(replace(wanted, after=()), length, **values, **more), wanted, length=length)


def thread_comments(
    activity: Activity,
    threads: Collection[int],
    wanted: Wanted,
    person: Someone,
    language: str,
    *,
    length: int = PAGE_LENGTH,
) -> CommentsPage:
    """The comments of some places with their replies; four queries at most."""
    found = _page(_OF_THREADS, wanted, person, length, activity=activity.pk, threads=threads)
    showing = _Showing(activity, person, language)
    return CommentsPage(showing.with_replies(found.comments), found.after, wanted)


def section_comments(
    activity: Activity, thread_id: int, wanted: Wanted, person: Someone, language: str
) -> CommentsPage:
    """The comments of a section: a few at a time, since they stand beside its text."""
    return thread_comments(activity, [thread_id], wanted, person, language, length=BESIDE_THE_TEXT)


def all_comments(
    activity: Activity, wanted: Wanted, person: Someone, language: str, *, length: int = ALL_LENGTH
) -> CommentsPage:
    """Every comment of the round, replies among them, each with its place; at most seven queries."""
    found = _page(_EVERY, wanted, person, length, activity=activity.pk)
    labels = labels_of(activity, {row.thread_id for row in found.comments}, language)
    showing = _Showing(activity, person, language)
    return CommentsPage(showing.every(found.comments, labels), found.after, wanted)


def page_that_shows(comment: Comment, wanted: Wanted, *, threads: Collection[int], length: int) -> Wanted | None:
    """The page of a list where the comment stands now: the wanted one, or else the one that begins with it.

    With `threads` it stands in their list, a reply beneath its parent; without, among every comment of the round.
    None when the list does not hold it. At most three queries.
    """
    listed: dict[str, Any] = {"activity": comment.activity_id}
    listed |= {"threads": list(threads)} if threads else {}
    pk = (comment.parent_id if threads else None) or comment.pk
    if _is_on(wanted, pk, length, listed):
        return wanted
    top = _TOP.first(pk=pk, **listed)
    if top is None:
        return None
    page = beginning_with(top, wanted)
    return page if _is_on(page, pk, length, listed) else None


def _is_on(page: Wanted, pk: int, length: int, listed: dict[str, Any]) -> bool:
    after: dict[str, Any] = {"after": page.after} if page.after else {}
    return pk in _PLACED.rows(replace(page, after=()), length, **listed, **after)[:length]


def _listed(activity: int, threads: Any = ()) -> QuerySet[Comment]:
    rows = Comment.objects.filter(activity=activity)
    if threads:
        return rows.filter(ON_THE_PAGE, thread__in=threads, parent=None)
    return rows.filter(state=Comment.State.VISIBLE)


_TOP: Final[Prepared[Comment]] = Prepared(lambda pk, activity, threads=(): _listed(activity, threads).filter(pk=pk))
_PLACED: Final[Prepared[int]] = Prepared(
    lambda wanted, length, activity, threads=(), after=(): wanted_of(
        _listed(activity, threads), wanted, after, length=length
    ).values_list("pk", flat=True)
)


def comment_page(activity: Activity, number: int, person: Someone, language: str) -> CommentShown | None:
    """One comment with its replies, for its own page; None when nobody may read it and no reply keeps its stub."""
    row = _rows(activity, person.pk).filter(ON_THE_PAGE, number=number).first()
    return _Showing(activity, person, language).with_replies([row])[0] if row is not None else None


def own_comments(
    activity: Activity, receipt: Receipt, person: Someone, language: str
) -> list[tuple[Comment, CommentShown]]:
    """The comments of a receipt, whatever their state, for their sender, each with the section that it is about."""
    rows = _rows(activity, person.pk).filter(receipt=receipt).order_by("number")
    texts = SectionText.objects.filter(section__thread=OuterRef("thread")).exclude(heading="")
    nearest = texts.order_by(Case(When(language=language, then=0), default=1), "pk")
    named = rows.annotate(
        about_number=F("thread__section__number"), about_heading=Subquery(nearest.values("heading")[:1])
    )
    comments = list(named)
    showing = _Showing(activity, person, language, is_own=True)
    shown = showing.every(comments, {row.thread_id: _about(row) for row in comments})
    return list(zip(comments, shown, strict=True))


def answers_of(activity: Activity, receipt: Receipt, language: str) -> list[tuple[Comment, AnswerShown | None]]:
    """What is on the page of a receipt's comments, each with its answer; one query, two where some was passed on."""
    rows = Comment.objects.filter(receipt=receipt, state=Comment.State.VISIBLE).order_by("number")
    paths = ("answered__answer__changed_section__version__document", "closure")
    comments = list(rows.select_related(*paths))
    closings = _Showing(activity, VISITOR, language).closings(comments)
    return [(row, closings.get(row.pk) or _published(row, activity, language)) for row in comments]


def _published(row: Comment, activity: Activity, language: str) -> AnswerShown | None:
    answer = row.answered.answer if hasattr(row, "answered") else None
    if answer is None or answer.published_at is None:
        return None
    answer.activity = activity
    return shown(answer, language)


def _about(row: Any) -> str:
    """The number and heading of a comment's section; nothing for one on a whole document or matter."""
    return f"{row.about_number} {row.about_heading or ''}".strip() if row.about_number else ""


@dataclass(frozen=True)
class _Beside:
    """What stands beside comments: answers, and translations into the reader's language."""

    answers: _Answers
    translations: Mapping[int, TranslationShown]


@dataclass(frozen=True)
class _Showing:
    """Rows of comments made ready for one reader."""

    activity: Activity
    person: Someone
    language: str
    is_own: bool = False  # to its sender, who needs no translation of it

    def every(self, rows: Sequence[Comment], labels: Mapping[int, str]) -> tuple[CommentShown, ...]:
        """One by one, each with the name of its place; one query for the answers of those that have one,
        one for the translations of those in another language.
        """
        beside, paths = self._beside(rows), comment_paths(self.activity)
        return tuple(self._one(row, beside, paths, where=labels.get(row.thread_id, "")) for row in rows)

    def with_replies(self, rows: Sequence[Comment]) -> tuple[CommentShown, ...]:
        """Each with its replies; one query for these, one for the answers, one for translations."""
        replies = self._replies(rows)
        beside, paths = self._beside([*rows, *replies]), comment_paths(self.activity)
        below: dict[int, list[CommentShown]] = defaultdict(list)
        for reply in replies:
            below[reply.parent_id or 0].append(self._one(reply, beside, paths))
        return tuple(self._one(row, beside, paths, replies=tuple(below[row.pk])) for row in rows)

    def _replies(self, parents: Iterable[Comment]) -> list[Comment]:
        wanted = [row.pk for row in parents if row.reply_count]
        if not wanted:
            return []
        rows = _rows(self.activity, self.person.pk).only(*_LIGHT).filter(parent__in=wanted, state=Comment.State.VISIBLE)
        return list(rows.order_by("pk")[:_MOST_REPLIES])

    def _one(self, row: Comment, beside: _Beside, paths: Callable[[int], CommentPaths], **more: Any) -> CommentShown:
        more |= {"answer": beside.answers.get(row.pk), "translation": beside.translations.get(row.pk)}
        more |= {"came_back": came_back(row, self.activity.process.owner), "paths": paths(row.number)}
        return base.shown(row, self.language, self.person, **more)

    def _beside(self, rows: Sequence[Comment]) -> _Beside:
        return _Beside(self._answers(rows), {} if self.is_own else for_readers(rows, self.language))

    def _answers(self, rows: Sequence[Comment]) -> _Answers:
        """The published answer, or the closure, of each comment that has one."""
        standing = {row.pk: row.answered.answer_id for row in rows if hasattr(row, "answered")}
        found = Answer.objects.filter(pk__in=set(standing.values()), published_at__isnull=False)
        published: dict[int, AnswerShown] = {}
        for answer in found.select_related("changed_section__version__document") if standing else ():
            answer.activity = self.activity
            published[answer.pk] = shown(answer, self.language)
        answers = {pk: published[answer] for pk, answer in standing.items() if answer in published}
        return {**answers, **self.closings(rows)}

    def closings(self, rows: Sequence[Comment]) -> _Answers:
        """Why each comment that was closed without an answer was; one query where some was passed on."""
        closures = [row for row in rows if hasattr(row, "closure")]
        passed = transfers_of([row.pk for row in closures if row.closure.reason == PASSED_ON])
        return {row.pk: self._closed(row, passed.get(row.pk)) for row in closures}

    def _closed(self, row: Comment, transfer: TransferShown | None) -> AnswerShown:
        row.activity = self.activity
        row.closure.comment = row
        return closed(row.closure, self.language, transfer)


def state_words(comment: Comment) -> str:
    """What a sender reads of the state of their own comment."""
    return {
        Comment.State.WAITING: _("Waiting to be checked before it is shown"),
        Comment.State.VISIBLE: _("Shown on the page"),
        Comment.State.HIDDEN: _("Hidden"),
        Comment.State.WITHDRAWN: _("Withdrawn by you"),
    }[Comment.State(comment.state)]
