"""Late comments that are like answered ones: joined to a published answer as it stands, and taken out of it again."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import F, prefetch_related_objects

from yhdyspinta.answers.actions import locked, note, open_comments
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.readiness import commented_version
from yhdyspinta.answers.rounds import forget_answered
from yhdyspinta.answers.telling_of_joining import tell_of_joining, tell_of_taking_out
from yhdyspinta.audit.trail import record_each
from yhdyspinta.comments.counters import count_grouped, handle_all
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.unsaid import unsay
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal

#: Each sender is told, so so many only at once.
MOST_JOINED: Final = 500


@transaction.atomic
def join_answer(
    *, actor: Person, answer: Answer, comments: Collection[int], revision: int, at: datetime
) -> list[Comment]:
    """Give a published answer, its words as they are, to further comments that wait; which they were.

    The words were approved when they were published, so whoever may answer may join. Comments that all stand in the answer
    already are joined already. Raises Refusal("not_published_yet"), ("answer_changed"), ("too_many_to_join"),
    ("change_was_commented") or as `actions.start_answer`.
    """
    answer = locked(actor, answer)
    if answer.published_at is None:
        raise Refusal("not_published_yet")
    wanted = set(comments)
    if wanted and wanted <= set(answer.answered.filter(comment__in=wanted).values_list("comment", flat=True)):
        return []
    if answer.revision != revision:
        raise Refusal("answer_changed")
    if len(wanted) > MOST_JOINED:
        raise Refusal("too_many_to_join", status=422, field="comments", most=MOST_JOINED)
    chosen = open_comments(answer.activity, wanted)
    _check_change(answer, chosen)
    AnsweredComment.objects.bulk_create(
        AnsweredComment(answer=answer, comment=comment, joined_at=at, joined_by=actor) for comment in chosen
    )
    count_grouped(chosen, -1)
    if answer.is_final:
        handle_all(chosen, Comment.Handling.ANSWERED)
    _count(answer, len(chosen))
    prefetch_related_objects(chosen, "sender__person")
    tell_of_joining(answer, chosen, at=at)
    note("answers.joined", actor, answer, at, comments=[comment.number for comment in chosen])
    return chosen


@transaction.atomic
def take_out(*, actor: Person, answer: Answer, joined_at: datetime, at: datetime) -> list[Comment]:
    """Undo one joining: its comments wait for an answer again; which they were. None when it has been undone already.

    Senders who were told of the answer are told of this too; those who were not yet hear nothing.
    """
    answer = locked(actor, answer)
    rows = AnsweredComment.objects.filter(answer=answer, joined_at=joined_at)
    chosen = list(Comment.objects.select_for_update(of=("self",)).filter(answered__in=rows).order_by("pk"))
    if not chosen:
        return []
    tell_of_taking_out(answer, joined_at, at=at)
    if answer.is_final:
        unsay("answer", {comment.pk: joined_at for comment in chosen}, at=at)
        forget_answered(answer.activity, actor=actor, at=at)
    handle_all([one for one in chosen if one.handling == Comment.Handling.ANSWERED], Comment.Handling.OPEN)
    detail = {"answer": answer.number, "joined_at": joined_at.isoformat()}
    process = answer.activity.process
    record_each(
        "answers.taken_out", actor=actor, targets=[(one, detail) for one in chosen], at=at,
        authority_id=process.owner_id, process_id=process.pk,
    )  # fmt: skip
    rows.delete()
    count_grouped(chosen, 1)
    _count(answer, -len(chosen))
    return chosen


def _check_change(answer: Answer, comments: list[Comment]) -> None:
    """A text that the answer says was changed is newer than what each comment was written on."""
    if answer.changed_section is None:
        return
    version = answer.changed_section.version
    known: dict[int, int] = {}
    for comment in comments:
        if comment.thread_id not in known:
            known[comment.thread_id] = commented_version([comment], version)
        if version.number <= known[comment.thread_id]:
            raise Refusal("change_was_commented", status=422, field="comments", number=comment.number)


def _count(answer: Answer, more: int) -> None:
    Answer.objects.filter(pk=answer.pk).update(comment_count=F("comment_count") + more)
