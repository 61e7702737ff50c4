"""Publish an answer, correct it, or take it back; its senders and the process's followers are told."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from yhdyspinta.answers import telling
from yhdyspinta.answers.actions import AnswerText, locked, locked_draft, note, write
from yhdyspinta.answers.drafts import require_approved
from yhdyspinta.answers.further_languages import add_versions, only_adds
from yhdyspinta.answers.looks import require_seen
from yhdyspinta.answers.models import Answer, Correction, FormerAnswer
from yhdyspinta.answers.readiness import check_added, check_ready, held_comments, shown_of, waiting_comments
from yhdyspinta.answers.rounds import forget_answered
from yhdyspinta.answers.search_entries import follow_publication
from yhdyspinta.answers.telling_of_joining import leave_untold, not_told_yet
from yhdyspinta.answers.unshown import is_quoting, settle
from yhdyspinta.comments.counters import handle_all
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.unsaid import unsay
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def publish_answer(*, actor: Person, answer: Answer, revision: int, seen: str, at: datetime) -> Answer:
    """Publish the answer: its comments are answered, their senders and the followers are told.

    A preliminary answer is shown and told, but its comments keep waiting for the final one. `seen` is the mark of the
    comments that were looked at (`looks`). Raises Refusal("changed_meanwhile"), ("group_changed"), ("already_published"),
    ("approval_missing"), ("approval_by_another"), or what `check_ready` raises.
    """
    answer = locked_draft(actor, answer)
    if answer.revision != revision:
        raise Refusal("changed_meanwhile", saved=AnswerText.of(answer), typed=None, revision=answer.revision)
    require_approved(answer, answer.activity.process.owner, actor)
    comments = waiting_comments(answer)
    require_seen(comments, seen)
    check_ready(answer, comments, at=at)
    answer.answered.exclude(comment__in=comments).delete()  # one that comes back to the page waits for its own answer
    if answer.is_final:
        handle_all(comments, Comment.Handling.ANSWERED)
    answer.published_at, answer.published_by, answer.comment_count = at, actor, len(comments)
    answer.ready_at, answer.returned_note = None, ""  # who asked for approval stays
    answer.save()
    follow_publication(answer, at=at)
    telling.tell_of_answer(answer, comments, "published", at=at)
    note("answers.published", actor, answer, at, comments=len(comments), is_final=answer.is_final)
    return answer


@transaction.atomic
def correct_answer(*, actor: Person, answer: Answer, text: AnswerText, revision: int, at: datetime) -> Answer:
    """Change a published answer: the old words stay in its history, it is marked corrected, senders are told.

    Raises Refusal("changed_meanwhile"), ("not_published_yet"), ("correct_by_another"), or what `check_ready` raises.
    """
    answer = locked(actor, answer)
    if answer.published_at is None:
        raise Refusal("not_published_yet")
    if answer.activity.process.owner.answers_need_approval:
        raise Refusal("correct_by_another")
    before = AnswerText.of(answer)
    if answer.revision != revision:
        raise Refusal("changed_meanwhile", saved=before, typed=text, revision=answer.revision)
    if before == text:
        return answer
    replace_words(answer, text, actor=actor, at=at)
    return answer


def replace_words(
    answer: Answer, text: AnswerText, *, actor: Person, at: datetime, revision: int | None = None
) -> None:
    """Let other words stand in a locked, published answer: the old ones stay in its history, senders are told.

    They take the next revision, or that of their correction; those that only add a language are no correction. Raises
    what `check_ready` raises.
    """
    before = AnswerText.of(answer)
    if only_adds(before, text):
        check_added(answer, text)
        add_versions(answer, text, actor=actor, at=at, revision=revision)
        return
    Correction.objects.filter(answer=answer).delete()  # it has been made, or another was made without it
    _keep_former(answer, at=at)
    write(answer, text)
    answer.revision = revision or answer.revision
    held = held_comments(answer, answered=before.is_final)
    comments = shown_of(held)
    check_ready(answer, comments, at=at, before=before)
    settle(answer)
    if before.is_final != answer.is_final:
        _unsay(answer, is_final=before.is_final, at=at)
        _follow_finality(answer, held, at=at)
    answer.saved_at = answer.corrected_at = at
    answer.save()
    follow_publication(answer, at=at)
    became_final = answer.is_final and not before.is_final
    if before.is_final == answer.is_final:
        unheard = not_told_yet(answer, at=at)  # they are told of the answer soon, and find it as it is then
        comments = [comment for comment in comments if comment.number not in unheard]
    else:
        leave_untold(answer, at=at)
    telling.tell_of_answer(answer, comments, "published" if became_final else "corrected", at=at)
    note("answers.corrected", actor, answer, at, revision=answer.revision)


@transaction.atomic
def unpublish_answer(*, actor: Person, answer: Answer, at: datetime) -> Answer:
    """Take a published answer back to a draft; its comments wait for an answer again, and their senders are told."""
    answer = locked(actor, answer)
    if answer.published_at is None:
        raise Refusal("not_published_yet")
    held = held_comments(answer, answered=answer.is_final)
    _unsay(answer, is_final=answer.is_final, at=at)
    _keep_former(answer, at=at)
    Correction.objects.filter(answer=answer).delete()  # a draft is written on as it is
    forget_answered(answer.activity, actor=actor, at=at)
    handle_all(held, Comment.Handling.OPEN)  # hidden ones too: one that comes back to the page has no answer either
    answer.published_at = answer.published_by = answer.ready_at = answer.ready_by = None
    answer.unshown_at = answer.withheld_title = None  # a draft is not published with such words
    answer.revision += 1
    answer.save()
    answer.answered.update(joined_at=None, joined_by=None)  # the draft has them as it has the others
    follow_publication(answer, at=at)
    unheard = leave_untold(answer, at=at)
    told = [comment for comment in shown_of(held) if comment.number not in unheard]
    telling.tell_of_answer(answer, told, "taken_back", at=at)
    note("answers.unpublished", actor, answer, at)
    return answer


def _unsay(answer: Answer, *, is_final: bool, at: datetime) -> None:
    """A final answer stands no more: owed to those who had it told by staff; a preliminary one is told to nobody so."""
    if not is_final or answer.published_at is None:
        return
    became = answer.former.filter(is_final=False).aggregate(last=Max("replaced_at"))["last"]
    since = max(answer.published_at, became or answer.published_at)
    rows = answer.answered.values_list("comment", "joined_at")
    unsay("answer", {comment: max(since, joined_at or since) for comment, joined_at in rows}, at=at)


def _follow_finality(answer: Answer, held: list[Comment], *, at: datetime) -> None:
    """All that stand in the answer follow it, hidden ones too: one that comes back to the page stands as the others."""
    if not answer.is_final:
        forget_answered(answer.activity, actor=None, at=at)
    handle_all(held, Comment.Handling.ANSWERED if answer.is_final else Comment.Handling.OPEN)


def _keep_former(answer: Answer, *, at: datetime) -> None:
    FormerAnswer.objects.create(
        answer=answer,
        revision=answer.revision,
        title=answer.title,
        body=answer.body,
        handling=answer.handling,
        reason=answer.reason,
        reason_words=answer.reason_words,
        passed_to=answer.passed_to,
        is_final=answer.is_final,
        is_withheld=is_quoting(answer),
        published_at=answer.corrected_at or answer.published_at or at,
        replaced_at=at,
    )
