"""The same done to many drafts at once: each as if alone, those that cannot be are left and told, all in one transaction."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from yhdyspinta.answers.actions import AnswerText, save_answer
from yhdyspinta.answers.approval import ask_approval
from yhdyspinta.answers.corrections import approve_correction
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.publishing import publish_answer
from yhdyspinta.answers.values import HANDLINGS, NEEDS_REASON, REASONS
from yhdyspinta.comments.counters import hold_comments
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

#: Each sender is told, so so many comments are answered at once.
MOST_COMMENTS: Final = 500
#: So many drafts are taken at once: as many as the three lists of a page show.
MOST_DRAFTS: Final = 60
#: Stands for the mark of its comments where a correction of a published answer was looked at.
CORRECTION: Final = "correction"


@dataclass(frozen=True)
class Ticked:
    """A draft or a correction as it was looked at: its words by their revision, a draft's comments by their mark."""

    number: int
    revision: int
    seen: str


@dataclass
class Done:
    """To which drafts it was done, and which were left, each with the reasons."""

    answers: list[Answer] = field(default_factory=list)
    left: list[tuple[Answer, tuple[Refusal, ...]]] = field(default_factory=list)


@transaction.atomic
def publish_many(*, actor: Person, activity: Activity, ticked: Sequence[Ticked], at: datetime) -> Done:
    """Publish those that are whole, and where two are needed approve them and corrections; senders are told as of each alone.

    One that has been published already is done. Raises Refusal("no_drafts_chosen"), ("too_many_drafts") or
    ("too_many_to_publish").
    """

    def publish(answer: Answer, seen: Ticked) -> None:
        if seen.seen == CORRECTION:
            approve_correction(actor=actor, answer=answer, revision=seen.revision, at=at)
        elif answer.published_at is None:
            publish_answer(actor=actor, answer=answer, revision=seen.revision, seen=seen.seen, at=at)

    return _each(actor, activity, ticked, publish, tells=True)


@transaction.atomic
def ask_for_many(*, actor: Person, activity: Activity, ticked: Sequence[Ticked], at: datetime) -> Done:
    """Ask for the approval of those that are whole. Raises Refusal as `publish_many`."""

    def ask(answer: Answer, seen: Ticked) -> None:
        ask_approval(actor=actor, answer=answer, revision=seen.revision, seen=seen.seen, at=at)

    return _each(actor, activity, ticked, ask)


@transaction.atomic
def handle_many(
    *, actor: Person, activity: Activity, ticked: Sequence[Ticked], handling: str, reason: str = "",
    reason_words: Wording | None = None, at: datetime,
) -> Done:  # fmt: skip
    """Set how the comments of each were taken into account, and where that owes a reason, the reason too.

    The reason's own words are put only where a draft has none in that language; other words stay. Raises Refusal as
    `publish_many`, or ("handling_missing") or ("unknown_choice").
    """
    if handling not in HANDLINGS:
        raise Refusal("handling_missing", status=422, field="handling")
    if reason and reason not in REASONS:
        raise Refusal("unknown_choice", status=422, field="reason")

    def handle(answer: Answer, seen: Ticked) -> None:
        text = replace(AnswerText.of(answer), handling=handling)
        if handling in NEEDS_REASON:
            words = Wording({**(reason_words or {}), **answer.reason_words})
            text = replace(text, reason=reason or answer.reason, reason_words=words)
        if text != AnswerText.of(answer):
            save_answer(actor=actor, answer=answer, text=text, revision=seen.revision, at=at)

    return _each(actor, activity, ticked, handle)


def _each(
    actor: Person,
    activity: Activity,
    ticked: Sequence[Ticked],
    deed: Callable[[Answer, Ticked], Any],
    *,
    tells: bool = False,
) -> Done:
    """Do it to each in the order of their numbers; what one of them lacks undoes nothing of the others."""
    require_staff(actor, "answer", activity.process)
    seen = {one.number: one for one in ticked}
    if len(seen) > MOST_DRAFTS:
        raise Refusal("too_many_drafts", status=422, most=MOST_DRAFTS)
    done = Done()
    for answer in _held(activity, seen, tells=tells):
        answer.activity = activity
        try:
            deed(answer, seen[answer.number])
        except Refusal as refusal:
            done.left.append((answer, (refusal, *refusal.others)))
        else:
            done.answers.append(answer)
    return done


def _held(activity: Activity, seen: Mapping[int, Ticked], *, tells: bool) -> list[Answer]:
    """The answers and then their comments, held: all of them before the first is counted, as everybody does."""
    rows = Answer.objects.filter(activity=activity, number__in=seen.keys())
    found = list(rows.select_for_update(of=("self",)).order_by("pk"))
    if not found:
        raise Refusal("no_drafts_chosen", status=422)
    changing = [one for one in found if one.published_at is None or seen[one.number].seen == CORRECTION]
    pks = list(AnsweredComment.objects.filter(answer__in=changing).values_list("comment", flat=True))
    if tells and len(pks) > MOST_COMMENTS:
        raise Refusal("too_many_to_publish", status=422, most=MOST_COMMENTS, count=len(pks))
    hold_comments(pks)
    return sorted(found, key=lambda answer: answer.number)
