"""Answers that were given in a round held elsewhere, stored as drafts: nobody sees them before staff publish them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils.translation import override

from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.values import HANDLINGS
from yhdyspinta.answers.written import ANSWER
from yhdyspinta.audit.trail import record_each
from yhdyspinta.comments.counters import count_grouped
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.importing.old_answers import FoundAnswer, drafts_of, equal_drafts
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.ui.text import beginning
from yhdyspinta.wording.fields import Wording


def bring_answers(
    *, actor: Person, activity: Activity, told: Iterable[tuple[FoundAnswer, Comment]], language: str, at: datetime
) -> None:
    """In the caller's transaction, which holds and has counted the activity: one draft for comments with equal answers.

    Where the round has such a draft, they join it; one that somebody works on at the moment is not waited for. A comment
    that waits to be checked gets none: it is answered once it is shown. The words are in the language of the file only.
    Raises Refusal("not_your_role").
    """
    groups: dict[FoundAnswer, list[Comment]] = defaultdict(list)
    for found, comment in told:
        if comment.state == Comment.State.VISIBLE:
            groups[found].append(comment)
    if not groups:
        return
    require_staff(actor, "answer", activity.process)
    there = _there(activity, language, groups.keys())
    new = {found: comments for found, comments in groups.items() if found not in there}
    made = _made(actor, activity, new, language, at)
    joined = [(answer, groups[found]) for found, answer in there.items()]
    for answer, comments in joined:
        answer.comment_count += len(comments)
        answer.ready_at = answer.ready_by = None  # another group waits for no approval
    Answer.objects.bulk_update([answer for answer, _comments in joined], ["comment_count", "ready_at", "ready_by"])
    AnsweredComment.objects.bulk_create(
        AnsweredComment(answer=answer, comment=comment) for answer, comments in made + joined for comment in comments
    )
    count_grouped([comment for comments in groups.values() for comment in comments], -1)
    for verb, pairs in (("answers.started", made), ("answers.grouped", joined)):
        lines = [(one, {"number": one.number, "comments": [comment.number for comment in of]}) for one, of in pairs]
        process = activity.process
        record_each(verb, actor=actor, targets=lines, at=at, authority_id=process.owner_id, process_id=process.pk)


def _there(activity: Activity, language: str, wanted: Collection[FoundAnswer]) -> dict[FoundAnswer, Answer]:
    """The round's equal drafts, held. Nobody is waited for: whoever holds a draft may wait for the activity, held here."""
    equal = equal_drafts(drafts_of(activity), language)
    keys = [equal[found].pk for found in wanted if found in equal]
    if not keys:
        return {}
    held = drafts_of(activity).filter(pk__in=keys).select_for_update(of=("self",), skip_locked=True)
    return {found: answer for found, answer in equal_drafts(held, language).items() if found in wanted}


def _made(
    actor: Person, activity: Activity, groups: Mapping[FoundAnswer, list[Comment]], language: str, at: datetime
) -> list[tuple[Answer, list[Comment]]]:
    last = Answer.objects.filter(activity=activity).aggregate(last=Max("number"))["last"] or 0
    made = Answer.objects.bulk_create(
        _draft(
            found,
            language,
            activity=activity,
            number=number,
            comment_count=len(comments),
            created_at=at,
            created_by=actor,
            saved_at=at,
            saved_by=actor,
        )
        for number, (found, comments) in enumerate(groups.items(), start=last + 1)
    )
    return list(zip(made, groups.values(), strict=True))


def _draft(found: FoundAnswer, language: str, **facts: Any) -> Answer:
    with override(language):
        words = found.body or str(HANDLINGS.get(found.handling, "")) or found.reason_words
    title = beginning(" ".join(words.split()), ANSWER["title"].longest // 2)
    return Answer(
        title=_in(language, title), body=_in(language, found.body), handling=found.handling, reason=found.reason,
        reason_words=_in(language, found.reason_words), **facts,
    )  # fmt: skip


def _in(language: str, words: str) -> Wording:
    return Wording({language: words} if words else {})
