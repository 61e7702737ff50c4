"""Many comments of the table put into one draft answer, a new one or one that is being written, and taken out again."""

from collections.abc import Sequence
from typing import Any, Final

from django.db.models import Count

from yhdyspinta.answers import actions
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.queries import WAITS_IN_NO_DRAFT
from yhdyspinta.answers.titles import first_words
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import BulkAction, Theme
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

#: Each sender is told of the answer once it is published, so so many only at once; a draft can be added to again.
MOST_ANSWERED: Final = 500


def begin_answer(deed: BulkAction, _change: Any, comments: Sequence[int], actor: Person) -> None:
    """Begin one answer to those of the comments that wait for one and stand in none; the others stay as they are.

    Raises Refusal("none_to_answer") or ("too_many_to_answer").
    """
    activity, chosen = deed.activity, _free(deed.activity, comments)
    title = _common_theme(chosen) or first_words(activity, chosen)
    deed.answer = actions.start_answer(actor=actor, activity=activity, comments=chosen, title=title, at=deed.at)
    deed.comments = chosen


def add_to_draft(deed: BulkAction, change: Any, comments: Sequence[int], actor: Person) -> None:
    """Put such comments into a draft that is being written. Raises Refusal also ("draft_gone")."""
    drafts = Answer.objects.filter(activity=deed.activity, published_at=None)
    draft = drafts.select_for_update(of=("self",)).filter(number=change.answer or 0).first()
    if draft is None:
        raise Refusal("draft_gone", status=422, field="answer")
    draft.activity = deed.activity
    chosen = _free(deed.activity, comments)
    deed.answer = actions.add_to_answer(actor=actor, answer=draft, comments=chosen, at=deed.at)
    deed.comments = chosen


def take_from_draft(deed: BulkAction, actor: Person, at: Any) -> None:
    """Those that still stand in the draft wait for an answer again; a draft that the deed began goes, if nobody wrote in it.

    Raises Refusal("already_published"): readers have the answer by then.
    """
    answer = Answer.objects.filter(pk=deed.answer_id or 0).first()
    if answer is None:
        return
    answer.activity = deed.activity
    answer = actions.locked_draft(actor, answer)
    held = set(answer.answered.values_list("comment", flat=True))
    still = held.intersection(deed.comments)
    if deed.kind == "answer_begun" and answer.revision == 1 and held == still:
        actions.remove_draft(actor=actor, answer=answer, at=at)
    elif still:
        actions.remove_from_answer(actor=actor, answer=answer, comments=still, at=at)


def _free(activity: Activity, comments: Sequence[int]) -> list[int]:
    """Those that wait for an answer and stand in none, locked, so that nobody takes them meanwhile."""
    waiting = Comment.objects.filter(WAITS_IN_NO_DRAFT, activity=activity, pk__in=comments).order_by("pk")
    locked = list(waiting.select_for_update(of=("self",)).values_list("pk", flat=True))
    free = list(waiting.filter(pk__in=locked).values_list("pk", flat=True))  # none was taken while others held them
    if not free:
        raise Refusal("none_to_answer", status=422, field="kind")
    if len(free) > MOST_ANSWERED:
        raise Refusal("too_many_to_answer", status=422, field="kind", most=MOST_ANSWERED)
    return free


def _common_theme(comments: Sequence[int]) -> Wording:
    """The name of the only theme that all of them have; empty where there is none, or several."""
    themes = Theme.objects.filter(of_comments__comment__in=comments).annotate(n=Count("of_comments"))
    common = list(themes.filter(n=len(comments))[:2])
    return Wording(common[0].name) if len(common) == 1 else Wording()
