"""What staff see while answering: what waits, the drafts, and what is needed to write one answer."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.answers.looks import mark_of_rows
from yhdyspinta.answers.marks import Marks, marks_of, with_marks
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.place_names import PlaceName, PlaceNames, by_number
from yhdyspinta.answers.queries import WAITS_IN_NO_DRAFT
from yhdyspinta.answers.values import HANDLINGS
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.comments.queries import capacity_words as words_of_capacities
from yhdyspinta.comments.queries import organisation_of, speaks_for_it
from yhdyspinta.material.queries import of_themes, seen_to_by
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.text import HIGHEST
from yhdyspinta.wording.fields import Wording

#: So many waiting comments are read for the list of their places; of more it does not tell the senders' capacities.
MOST_READ: Final = 5_000
_TOLD: Final = 4  # capacities by name
TABS = ("waiting", "drafts", "done", "closed", "passed")


@dataclass(frozen=True)
class Filters:
    """Which comments are looked for."""

    thread: int | None = None
    capacity: str = ""
    words: str = ""
    number: int | None = None  # of one comment
    theme: str = ""  # its number, or NONE
    assignee: str = ""  # the number of a colleague, ME or NONE
    reader: int = 0  # who `ME` is

    def __bool__(self) -> bool:
        return any((self.thread, self.capacity, self.words, self.number, self.theme, self.assignee))


@dataclass(frozen=True)
class CommentLine:
    """A comment as the answerer sees it."""

    pk: int
    number: int
    text: str
    language: str
    capacities: str
    where: str  # its place in words, as far as it was asked for
    agree_count: int
    channel: str
    sender_id: int
    organisation: str = ""  # for staff: the one that speaks
    marks: Marks | None = None  # for staff: only the pages where answers are written put them in

    @property
    def initial(self) -> str:
        return self.capacities or f"{self.number}"


@dataclass(frozen=True)
class GroupLine:
    """An answer in the list on the left."""

    pk: int
    number: int
    title: Wording
    count: int
    places: str
    capacities: str
    published_at: Any
    ready_at: Any
    is_final: bool
    is_corrected: bool = False  # a correction of the published answer is being made
    revision: int = 0
    seen: str = ""  # the mark of its comments (`looks`)
    handling: str = ""
    is_unshown: bool = False  # published, and it tells words of a comment that is no longer shown


@dataclass(frozen=True)
class PlaceLine:
    """A place of the drafts in the list of what waits: how many comments, and in what capacities."""

    thread_id: int
    name: PlaceName
    origin: str  # which document and version, where there are several
    count: int
    capacities: str


def waiting_comments(activity: Activity, filters: Filters) -> QuerySet[Comment]:
    """Those that wait for an answer and stand in no draft, oldest first."""
    found = Comment.objects.filter(WAITS_IN_NO_DRAFT, activity=activity).select_related("sender").order_by("pk")
    return _filtered(found, filters)


def waiting_places(activity: Activity, names: PlaceNames, *, waiting: int) -> list[PlaceLine]:
    """The `waiting` comments by the place that they concern, the largest group first; one query.

    So many that they are not read on each page are told by the kept counters.
    """
    rows = _kept_places(activity) if waiting > MOST_READ else _read_places(activity)
    counts: Counter[int] = Counter()
    capacities: dict[int, Counter[str]] = defaultdict(Counter)
    for thread_id, keys, count in rows:
        counts[thread_id] += count
        for key in keys:
            capacities[thread_id][key] += count
    found = [
        PlaceLine(pk, names.of(pk), names.origin(pk), count, _counted_words(capacities[pk]))
        for pk, count in counts.items()
    ]
    return sorted(found, key=lambda place: (-place.count, by_number(place.name.number), place.thread_id))


def _read_places(activity: Activity) -> Iterable[tuple[int, list[str], int]]:
    rows = waiting_comments(activity, Filters()).order_by()
    return rows.values_list("thread", "sender__capacities").annotate(count=Count("pk"))


def _kept_places(activity: Activity) -> Iterable[tuple[int, list[str], int]]:
    """Without the capacities of the senders, which nobody counts."""
    rows = Thread.objects.filter(activity=activity, unanswered_count__gt=0)
    return ((pk, [], count) for pk, count in rows.values_list("pk", "unanswered_count"))


def closed_comments(activity: Activity, filters: Filters) -> QuerySet[Comment]:
    """Those closed without an answer, with their reasons."""
    found = _lines(Comment.objects.filter(activity=activity, handling=Comment.Handling.CLOSED))
    return _filtered(found.select_related("sender", "closure"), filters)


def comments_of(answer: Answer) -> list[Comment]:
    """The group's comments with their senders; most agreed first."""
    return list(_in_answer(answer))


def marked_comments_of(answer: Answer) -> list[Any]:
    """The same with what staff have marked of them."""
    return list(with_marks(_in_answer(answer)))


def _in_answer(answer: Answer) -> QuerySet[Comment]:
    found = _lines(Comment.objects.filter(answered__answer=answer))
    return with_speakers(found.select_related("sender__person").order_by("-agree_count", "pk"))


def marked_lines(answer: Answer, comments: Sequence[Any], names: PlaceNames) -> list[CommentLine]:
    """As `line`, for the pages of staff."""
    return [replace(line(one, names), marks=marks_of(one, answer.activity)) for one in comments]


def with_speakers(found: QuerySet[Comment]) -> QuerySet[Comment]:
    """The comments with the organisation that speaks: staff who answer are told which it is."""
    return found.select_related("sender__organisation").annotate(speaks_for_it=speaks_for_it())


def _lines(found: QuerySet[Comment]) -> QuerySet[Comment]:
    return found.filter(state=Comment.State.VISIBLE).select_related("sender").order_by("pk")


def _filtered(found: QuerySet[Comment], filters: Filters) -> QuerySet[Comment]:
    if filters.thread:
        found = found.filter(thread=filters.thread)
    if filters.number:
        found = found.filter(number=min(filters.number, HIGHEST))
    if filters.capacity:
        found = found.filter(sender__capacities__contains=[filters.capacity])
    if filters.theme:
        found = found.filter(of_themes([filters.theme]))
    if filters.assignee:
        found = found.filter(seen_to_by(filters.assignee, person_id=filters.reader))
    for word in filters.words.split()[:8]:
        found = found.filter(public_text__icontains=word)
    return found


def line(comment: Comment, names: PlaceNames) -> CommentLine:
    """A loaded comment as a line; no queries."""
    return CommentLine(
        pk=comment.pk,
        number=comment.number,
        text=in_words(comment.public_text),
        language=comment.language,
        capacities=words_of_capacities(comment.sender.capacities),
        where=names.short(comment.thread_id),
        agree_count=comment.agree_count,
        channel=comment.channel,
        sender_id=comment.sender_id,
        organisation=organisation_of(comment) if hasattr(comment, "speaks_for_it") else "",
    )


#: Drafts with the largest group first, published answers with the newest first, corrections with the oldest first.
LARGEST_FIRST: Final = ("-comment_count", "-pk")
NEWEST_FIRST: Final = ("-published_at", "-pk")
OLDEST_FIRST: Final = ("correction__saved_at", "pk")
#: What waits for approval, who asked first before the others.
ASKED_FIRST: Final = ("ready_at", "pk")


def groups(activity: Activity, *, published: bool) -> QuerySet[Answer]:
    """Drafts or published answers, in no order yet."""
    return Answer.objects.filter(activity=activity, published_at__isnull=not published)


def asked_for(activity: Activity) -> QuerySet[Answer]:
    """Drafts that wait for approval; none where answers are not approved by another."""
    if not activity.process.owner.answers_need_approval:
        return Answer.objects.none()
    return groups(activity, published=False).filter(ready_at__isnull=False)


def corrected(activity: Activity) -> QuerySet[Answer]:
    """Published answers whose correction is being made; none where answers are not approved by another."""
    if not activity.process.owner.answers_need_approval:
        return Answer.objects.none()
    found = Answer.objects.filter(activity=activity, correction__isnull=False, published_at__isnull=False)
    return found.select_related("correction")


def group_lines(answers: Sequence[Answer], names: PlaceNames) -> list[GroupLine]:
    """The answers with where their comments stand and who sent them; one query however many there are."""
    rows = AnsweredComment.objects.filter(answer__in=answers, comment__state=Comment.State.VISIBLE)
    places: dict[int, set[int]] = defaultdict(set)
    senders: dict[int, dict[int, list[str]]] = defaultdict(dict)
    open_ones: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for answer_id, thread_id, sender_id, capacities, pk, revision, handling in rows.values_list(
        "answer", "comment__thread", "comment__sender", "comment__sender__capacities", "comment", "comment__revision",
        "comment__handling",
    ):  # fmt: skip
        places[answer_id].add(thread_id)
        senders[answer_id][sender_id] = capacities
        if handling == Comment.Handling.OPEN:
            open_ones[answer_id].append((pk, revision))
    return [
        GroupLine(
            pk=answer.pk,
            number=answer.number,
            title=Wording(answer.title),
            count=answer.comment_count,
            places=names.gathered(places[answer.pk]),
            capacities=capacity_words(senders[answer.pk].values()),
            published_at=answer.published_at,
            ready_at=answer.ready_at,
            is_final=answer.is_final,
            revision=answer.revision,
            seen=mark_of_rows(open_ones[answer.pk]),
            handling=str(HANDLINGS.get(answer.handling, "")),
            is_unshown=answer.unshown_at is not None,
        )
        for answer in answers
    ]


def capacity_words(capacities: Iterable[Sequence[str]]) -> str:
    """As in: asukas 22 · järjestön edustaja 9. A sender in two capacities is counted in both."""
    return _counted_words(Counter(key for keys in capacities for key in keys))


def _counted_words(counted: Counter[str]) -> str:
    """The largest first and of equal ones in their own order, so that a group reads the same everywhere."""
    known = sorted(((key, counted[key]) for key in CAPACITIES if counted[key]), key=lambda one: -one[1])
    told = [f"{str(CAPACITIES[key]).lower()}\N{NO-BREAK SPACE}{count}" for key, count in known[:_TOLD]]
    others = sum(count for _key, count in known[_TOLD:])
    return " · ".join([*told, *([_("other capacities %(count)s") % {"count": others}] if others else [])])
