"""Answers that were given in a round held elsewhere, stored as drafts: nobody sees them before staff publish them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
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
from yhdyspinta.intake.importing.found import FoundAnswer
from yhdyspinta.intake.importing.old_answers import counts_of, drafts_of, equal_drafts, shares
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.ui.text import beginning
from yhdyspinta.wording.fields import Wording

_Told = tuple[FoundAnswer, Comment, tuple[str, ...]]  # the answer, its comment and the comment's themes
_Part = tuple[FoundAnswer, list[Comment]]
_Named = tuple[FoundAnswer, list[Comment], Wording]


def bring_answers(
    *, actor: Person, activity: Activity, told: Iterable[_Told], language: str, at: datetime
) -> dict[str, int]:
    """In the caller's transaction, which holds and has counted the activity: one draft for comments with equal answers,
    or several where they are more than one takes. What was done, as `old_answers.counts_of` tells it.

    Where the round has such a draft, they join it; one that somebody works on at the moment is not waited for. A comment
    that waits to be checked stands in the draft too: publishing passes it over as long as it is not shown. The words are
    in the language of the file only; a draft is named by what people said (`_title`). Raises Refusal("not_your_role").
    """
    groups: dict[FoundAnswer, list[Comment]] = defaultdict(list)
    themes: dict[int, tuple[str, ...]] = {}
    for found, comment, about in told:
        groups[found].append(comment)
        themes[comment.pk] = about
    if not groups:
        return {}
    require_staff(actor, "answer", activity.process)
    there = _there(activity, language, groups.keys())
    shared = {found: shares(len(comments), there.get(found)) for found, comments in groups.items()}
    new = [part for found, comments in groups.items() for part in _parts(found, comments, *shared[found])]
    made = _made(actor, activity, [(*part, _title(*part, themes, language)) for part in new], language, at)
    joined = [(answer, groups[found][: shared[found][0]]) for found, answer in there.items()]
    _store(made, joined)
    count_grouped([comment for comments in groups.values() for comment in comments], -1)
    for verb, pairs in (("answers.started", made), ("answers.grouped", joined)):
        lines = [(one, {"number": one.number, "comments": [comment.number for comment in of]}) for one, of in pairs]
        process = activity.process
        record_each(verb, actor=actor, targets=lines, at=at, authority_id=process.owner_id, process_id=process.pk)
    waiting = sum(one.state == Comment.State.WAITING for comments in groups.values() for one in comments)
    return counts_of(shared.values(), waiting=waiting)


def _parts(found: FoundAnswer, comments: list[Comment], first: int, sizes: Iterable[int]) -> Iterable[_Part]:
    """The comments that join no draft, as many together as one new draft takes."""
    for size in sizes:
        yield found, comments[first : first + size]
        first += size


def _store(made: list[tuple[Answer, list[Comment]]], joined: list[tuple[Answer, list[Comment]]]) -> None:
    for answer, comments in joined:
        answer.comment_count += len(comments)
        answer.ready_at = answer.ready_by = None  # another group waits for no approval
    Answer.objects.bulk_update([answer for answer, _comments in joined], ["comment_count", "ready_at", "ready_by"])
    AnsweredComment.objects.bulk_create(
        AnsweredComment(answer=answer, comment=comment) for answer, comments in made + joined for comment in comments
    )


def _there(activity: Activity, language: str, wanted: Collection[FoundAnswer]) -> dict[FoundAnswer, Answer]:
    """The round's equal drafts, held. Nobody is waited for: whoever holds a draft may wait for the activity, held here."""
    keys = [draft.pk for draft in equal_drafts(drafts_of(activity), language, wanted).values()]
    if not keys:
        return {}
    held = drafts_of(activity).filter(pk__in=keys).select_for_update(of=("self",), skip_locked=True)
    return equal_drafts(held, language, wanted)


def _made(
    actor: Person, activity: Activity, groups: Sequence[_Named], language: str, at: datetime
) -> list[tuple[Answer, list[Comment]]]:
    last = Answer.objects.filter(activity=activity).aggregate(last=Max("number"))["last"] or 0
    made = Answer.objects.bulk_create(
        _draft(
            found,
            language,
            title=title,
            activity=activity,
            number=number,
            comment_count=len(comments),
            created_at=at,
            created_by=actor,
            saved_at=at,
            saved_by=actor,
        )
        for number, (found, comments, title) in enumerate(groups, start=last + 1)
    )
    return [(answer, comments) for answer, (_found, comments, _words) in zip(made, groups, strict=True)]


def _title(
    found: FoundAnswer, comments: Sequence[Comment], themes: Mapping[int, tuple[str, ...]], language: str
) -> Wording:
    """What people said: as the file tells it, else the comments' commonest theme, else how the first of them begins.

    Only a comment that is shown names a draft. Where none does, the authority's own words have to.
    """
    named = Counter(name for comment in comments for name in themes[comment.pk][:1])
    if found.about or named:
        return _in(language, found.about or _short(named.most_common(1)[0][0]))
    shown = [one for one in comments if one.state == Comment.State.VISIBLE]
    first = next((one for one in shown if one.language == language), None)
    if first is not None:
        return _in(language, _short(next(filter(None, first.public_text.splitlines()))))
    with override(language):
        return _in(language, _short(found.body or str(HANDLINGS.get(found.handling, "")) or found.reason_words))


def _short(words: str) -> str:
    return beginning(" ".join(words.split()), ANSWER["title"].longest // 2)


def _draft(found: FoundAnswer, language: str, **facts: Any) -> Answer:
    return Answer(
        body=_in(language, found.body), handling=found.handling, reason=found.reason,
        reason_words=_in(language, found.reason_words), **facts,
    )  # fmt: skip


def _in(language: str, words: str) -> Wording:
    return Wording({language: words} if words else {})
