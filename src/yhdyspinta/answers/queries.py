"""What pages outside answering read of answers."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from yhdyspinta.answers.links import answer_path, passage_path, section_label
from yhdyspinta.answers.models import Answer, AnsweredComment, Closure
from yhdyspinta.answers.values import CLOSURE_REASONS, HANDLINGS, REASONS
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.shown import TransferShown
from yhdyspinta.wording.fields import Wording


@dataclass(frozen=True)
class AnswerShown:
    """What a reader of a comment gets to know of its handling: an answer, or why it needs none."""

    number: int | None  # None where the comment was closed without an answer
    title: Wording
    handling: str
    handling_words: str
    body: Wording
    reason: str
    reason_words: str  # the reason's name
    reason_text: Wording  # the authority's own words of it
    passed_to: Wording
    published_at: datetime
    corrected_at: datetime | None
    by: str  # the unit, never a person
    is_final: bool
    path: str  # the answer's own page
    changed_path: str
    changed_label: str
    closure: str  # the key of the reason why no answer is needed
    closure_words: str
    transfer: TransferShown | None = None  # where it was passed on, and the answer from there


#: Of a comment: it can be read, waits for an answer and stands in none, written or published. It is asked with a subquery:
#: an outer join would mislead the planner, which then reads all comments of the round for one page of them.
WAITS_IN_NO_DRAFT: Final = Q(
    ~Exists(AnsweredComment.objects.filter(comment=OuterRef("pk"))),
    state=Comment.State.VISIBLE,
    handling=Comment.Handling.OPEN,
)


def in_drafts() -> QuerySet[AnsweredComment]:
    """Unanswered comments that stand in a draft answer already."""
    return AnsweredComment.objects.filter(
        answer__published_at=None, comment__state=Comment.State.VISIBLE, comment__handling=Comment.Handling.OPEN
    )


def comments_in_drafts(activity_ids: Collection[int]) -> dict[int, int]:
    """How many of the unanswered comments stand in a draft answer already, by activity; one query."""
    rows = in_drafts().filter(answer__activity__in=activity_ids)
    return dict(rows.values_list("answer__activity").annotate(count=Count("pk")).order_by())


#: A draft that is ready, or a published answer with a correction that was not given back.
WAITS_FOR_APPROVAL: Final = Q(ready_at__isnull=False, published_at=None) | Q(
    published_at__isnull=False, correction__returned_note=""
)


@dataclass(frozen=True)
class Approvals:
    """What waits for approval in an activity: how much, since when, and the page of it."""

    count: int
    since: datetime
    path: str


def waiting_for_approval(activities: Iterable[Activity]) -> dict[int, Approvals]:
    """How many answers and corrections wait for approval, and since when, by activity; at most one query."""
    asked = {activity.pk: activity for activity in activities if activity.process.owner.answers_need_approval}
    if not asked:
        return {}
    rows = Answer.objects.filter(WAITS_FOR_APPROVAL, activity__in=asked).order_by()
    since = Coalesce("correction__saved_at", "ready_at")
    found = rows.values_list("activity").annotate(
        count=Count("pk"), first=Min(since), number=Min("number"), published=Min("published_at")
    )
    return {
        pk: Approvals(count, first, _approving(asked[pk], number if count == 1 else None, published is not None))
        for pk, count, first, number, published in found
    }


def _approving(activity: Activity, number: int | None, is_corrected: bool) -> str:
    """The page where the only one is approved, or the list of all that wait."""
    if number is None:
        return activity_address(activity, "answers:work") + "?show=drafts"
    return activity_address(activity, "answers:correction" if is_corrected else "answers:publish", number=number)


@dataclass(frozen=True)
class Unshown:
    """Published answers of an activity that tell words of comments that are no longer shown: how many, and the page of it."""

    count: int
    path: str


def unfinished(activities: Sequence[Activity]) -> tuple[dict[int, int], dict[int, Unshown]]:
    """By activity: how many unanswered comments stand in drafts, and which published answers have to be corrected; one query."""
    asked = {activity.pk: activity for activity in activities}
    due = [activity.pk for activity in activities if activity.due_count]
    drafts = in_drafts().filter(answer__activity__in=due).order_by()
    drafted = drafts.values_list("answer__activity", Value("drafted")).annotate(
        n=Count("pk"), number=Min("answer__number")
    )
    told = Answer.objects.filter(activity__in=asked, unshown_at__isnull=False, published_at__isnull=False).order_by()
    rows = told.values_list("activity", Value("unshown")).annotate(n=Count("pk"), number=Min("number"))
    counts: dict[int, int] = {}
    unshown: dict[int, Unshown] = {}
    for pk, kind, count, number in rows.union(drafted, all=True):
        if kind == "drafted":
            counts[pk] = count
        else:
            unshown[pk] = Unshown(count, activity_address(asked[pk], "answers:edit", number=number))
    return counts, unshown


def words_of_drafts(count: int) -> str:
    """What is said after a count of unanswered comments: how many of them stand in a draft answer; empty when none."""
    return _("%(count)s of them in a draft answer") % {"count": count} if count else ""


#: What an answer needs loaded before it is shown.
PATHS = ("activity__process__owner", "changed_section__version__document")


def published_answers(activity_ids: Collection[int]) -> QuerySet[Answer]:
    """The published answers of activities, newest first, ready to be shown."""
    found = Answer.objects.filter(activity__in=activity_ids, published_at__isnull=False)
    return found.select_related(*PATHS).order_by("-published_at", "-pk")


def unit_name(authority: Authority, language: str) -> str:
    """Who answers: the unit that looks after taking part, or the authority itself."""
    return (Wording(authority.contact_unit) or Wording(authority.name)).for_reader(language).text


def _who_closed(owner: Authority, transfer: TransferShown | None, language: str) -> str:
    """Between two authorities the one that passed a comment on is named, not its unit: they may be called the same."""
    return Wording(owner.name).for_reader(language).text if transfer else unit_name(owner, language)


def shown(answer: Answer, language: str) -> AnswerShown:
    """A published answer as a reader of the language gets it; no queries when its paths are loaded."""
    section = answer.changed_section
    return AnswerShown(
        number=answer.number,
        title=Wording(answer.title),
        handling=answer.handling,
        handling_words=str(HANDLINGS.get(answer.handling, "")),
        body=Wording(answer.body),
        reason=answer.reason,
        reason_words=str(REASONS.get(answer.reason, "")),
        reason_text=Wording(answer.reason_words),
        passed_to=Wording(answer.passed_to),
        published_at=answer.published_at or answer.saved_at,
        corrected_at=answer.corrected_at,
        by=unit_name(answer.activity.process.owner, language),
        is_final=answer.is_final,
        path=answer_path(answer, language=language),
        changed_path=passage_path(answer, language=language),
        changed_label=section_label(section, language) if section else "",
        closure="",
        closure_words="",
    )


def closed(row: Closure, language: str, transfer: TransferShown | None = None) -> AnswerShown:
    """Why a comment needs no answer, as its reader gets it; no queries when its comment is loaded to the owner."""
    return AnswerShown(
        number=None,
        title=Wording(),
        handling="",
        handling_words="",
        body=Wording(),
        reason="",
        reason_words="",
        reason_text=Wording(),
        passed_to=Wording(),
        published_at=row.at,
        corrected_at=None,
        by=_who_closed(row.comment.activity.process.owner, transfer, language),
        is_final=True,
        path="",
        changed_path="",
        changed_label="",
        closure=row.reason,
        closure_words=str(CLOSURE_REASONS.get(row.reason, "")),
        transfer=transfer,
    )
