"""Groups of like comments and the words of their one answer, until it is published."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.values import HANDLINGS, REASONS
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.counters import count_grouped
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Section
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class AnswerText:
    """What staff write of an answer."""

    title: Wording = field(default_factory=Wording)
    body: Wording = field(default_factory=Wording)
    handling: str = ""
    reason: str = ""
    reason_words: Wording = field(default_factory=Wording)
    passed_to: Wording = field(default_factory=Wording)
    changed_section_id: int | None = None
    changed_passage: int | None = None
    is_final: bool = True

    @classmethod
    def of(cls, answer: Answer) -> "AnswerText":
        return cls(**{part.name: getattr(answer, part.name) for part in fields(cls)})


@transaction.atomic
def start_answer(
    *, actor: Person, activity: Activity, comments: Collection[int], title: Wording, at: datetime
) -> Answer:
    """Begin one answer to a comment or to a group of like ones.

    Raises Refusal("no_comments_chosen"), ("comment_needs_no_answer") or ("comment_in_another_answer").
    """
    require_staff(actor, "answer", activity.process)
    chosen = open_comments(activity, comments)
    Activity.objects.select_for_update(no_key=True).get(pk=activity.pk)  # running numbers
    last = Answer.objects.filter(activity=activity).aggregate(last=Max("number"))["last"] or 0
    answer = Answer.objects.create(
        activity=activity, number=last + 1, title=title, created_at=at, created_by=actor, saved_at=at, saved_by=actor
    )
    _put(answer, chosen)
    note("answers.started", actor, answer, at, comments=[comment.number for comment in chosen])
    return answer


@transaction.atomic
def add_to_answer(*, actor: Person, answer: Answer, comments: Collection[int], at: datetime) -> Answer:
    """Put further comments into a draft. Raises Refusal as `start_answer`, or ("already_published")."""
    answer = locked_draft(actor, answer)
    chosen = open_comments(answer.activity, comments)
    _put(answer, chosen)
    note("answers.grouped", actor, answer, at, comments=[comment.number for comment in chosen])
    return answer


@transaction.atomic
def remove_from_answer(*, actor: Person, answer: Answer, comments: Collection[int], at: datetime) -> Answer:
    """Take comments out of a draft; they wait for an answer again. Raises Refusal("no_comments_chosen")."""
    answer = locked_draft(actor, answer)
    out = _held(answer, comments)
    if not out:
        raise Refusal("no_comments_chosen", status=422, field="comments")
    answer.answered.filter(comment__in=out).delete()
    count_grouped(out, 1)
    _count(answer)
    note("answers.ungrouped", actor, answer, at, comments=sorted(one.number for one in out))
    return answer


@transaction.atomic
def split_answer(*, actor: Person, answer: Answer, comments: Collection[int], title: Wording, at: datetime) -> Answer:
    """Move some comments of a draft into a new draft of their own; the words begin as in the old one."""
    answer = locked_draft(actor, answer)
    remove_from_answer(actor=actor, answer=answer, comments=comments, at=at)
    new = start_answer(actor=actor, activity=answer.activity, comments=comments, title=title or answer.title, at=at)
    for part in fields(AnswerText):
        if part.name != "title":
            setattr(new, part.name, getattr(answer, part.name))
    new.save()
    return new


@transaction.atomic
def remove_draft(*, actor: Person, answer: Answer, at: datetime) -> None:
    """Throw a draft away; its comments wait for an answer again."""
    answer = locked_draft(actor, answer)
    note("answers.removed", actor, answer, at)
    count_grouped(_held(answer), 1)
    answer.delete()


@transaction.atomic
def save_answer(*, actor: Person, answer: Answer, text: AnswerText, revision: int, at: datetime) -> Answer:
    """Keep a draft's words.

    Raises Refusal("changed_meanwhile") with the `saved` and the `typed` text when somebody else saved first, or
    ("already_published"), ("unknown_choice") or ("passage_not_here").
    """
    answer = locked_draft(actor, answer)
    if answer.revision != revision:
        raise Refusal("changed_meanwhile", saved=AnswerText.of(answer), typed=text, revision=answer.revision)
    if AnswerText.of(answer) == text:
        return answer
    write(answer, text)
    answer.saved_at, answer.saved_by = at, actor
    answer.ready_at = answer.ready_by = None  # other words wait for no approval
    answer.save()
    note("answers.saved", actor, answer, at, revision=answer.revision)
    return answer


def write(answer: Answer, text: AnswerText) -> None:
    """Set the words on a locked answer and count the revision; saving is left to the caller."""
    if text.handling and text.handling not in HANDLINGS:
        raise Refusal("unknown_choice", status=422, field="handling")
    if text.reason and text.reason not in REASONS:
        raise Refusal("unknown_choice", status=422, field="reason")
    if text.changed_section_id is not None:
        own = Section.objects.filter(pk=text.changed_section_id, version__document__activity=answer.activity_id)
        if not own.exists():
            raise Refusal("passage_not_here", status=422, field="changed")
    for part in fields(AnswerText):
        setattr(answer, part.name, getattr(text, part.name))
    answer.revision += 1


def locked(actor: Person, answer: Answer) -> Answer:
    """The answer, held until the end of the transaction, for somebody who may answer there."""
    require_staff(actor, "answer", answer.activity.process)
    found = Answer.objects.select_for_update().get(pk=answer.pk)
    found.activity = answer.activity
    return found


def locked_draft(actor: Person, answer: Answer) -> Answer:
    answer = locked(actor, answer)
    if answer.published_at is not None:
        raise Refusal("already_published")
    return answer


def open_comments(activity: Activity, ids: Iterable[int]) -> list[Comment]:
    """The chosen comments, locked: each visible, without an answer or a closure, and in no other answer."""
    wanted = set(ids)
    found = list(
        Comment.objects.select_for_update(of=("self",)).filter(activity=activity, pk__in=wanted).order_by("pk")
    )
    if not found or len(found) != len(wanted):
        raise Refusal("no_comments_chosen", status=422, field="comments")
    if any(comment.state != Comment.State.VISIBLE or comment.handling != Comment.Handling.OPEN for comment in found):
        raise Refusal("comment_needs_no_answer", status=422, field="comments")
    if AnsweredComment.objects.filter(comment__in=wanted).exists():
        raise Refusal("comment_in_another_answer", status=409, field="comments")
    return found


def _held(answer: Answer, comments: Collection[int] | None = None) -> list[Comment]:
    """The comments of a locked draft, or those of them that are asked for, locked."""
    found = Comment.objects.select_for_update(of=("self",)).filter(answered__answer=answer)
    return list((found if comments is None else found.filter(pk__in=comments)).order_by("pk"))


def _put(answer: Answer, comments: list[Comment]) -> None:
    AnsweredComment.objects.bulk_create(AnsweredComment(answer=answer, comment=comment) for comment in comments)
    count_grouped(comments, -1)
    _count(answer)


def _count(answer: Answer) -> None:
    answer.comment_count = answer.answered.count()
    answer.ready_at = answer.ready_by = None  # another group waits for no approval
    answer.save(update_fields=["comment_count", "ready_at", "ready_by"])


def note(verb: str, actor: Person, answer: Answer, at: datetime, **detail: Any) -> None:
    """A line of the trail about an answer."""
    process = answer.activity.process
    record(verb, actor=actor, target=answer, at=at, process=process, number=answer.number, **detail)
