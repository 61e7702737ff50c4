"""Where the authority wants it, an answer is published by somebody else than its writer."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.answers.actions import AnswerText, locked_draft, note
from yhdyspinta.answers.drafts import put_ready, take_from_approval
from yhdyspinta.answers.looks import require_seen
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.readiness import check_ready, waiting_comments
from yhdyspinta.answers.telling import values_of
from yhdyspinta.notices.outbox import owe
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def ask_approval(*, actor: Person, answer: Answer, revision: int, seen: str, at: datetime) -> Answer:
    """Say that a draft is ready for somebody else to approve and publish; asking again changes nothing.

    `seen` is the mark of the comments that were looked at. Raises Refusal("changed_meanwhile"), ("group_changed"),
    ("already_published") or what `check_ready` raises.
    """
    answer = locked_draft(actor, answer)
    if answer.revision != revision:
        raise Refusal("changed_meanwhile", saved=AnswerText.of(answer), typed=None, revision=answer.revision)
    if answer.ready_at is not None:
        return answer
    comments = waiting_comments(answer)
    require_seen(comments, seen)
    check_ready(answer, comments, at=at)
    put_ready(answer, actor, at=at)
    note("answers.ready", actor, answer, at)
    return answer


@transaction.atomic
def return_answer(*, actor: Person, answer: Answer, words: str, at: datetime) -> Answer:
    """Give an answer that waits for approval back to its writer with what to mend; the writer is told.

    Raises Refusal("not_ready") or ("what_to_mend_missing").
    """
    answer = locked_draft(actor, answer)
    writer = take_from_approval(answer, words)
    note("answers.returned", actor, answer, at)
    if writer is not None and writer.pk != actor.pk:
        owe(
            "answers.returned", to=receiver_of(writer), authority=answer.activity.process.owner, at=at, number=answer.number,
            **values_of(answer.activity),
        )  # fmt: skip
    return answer
