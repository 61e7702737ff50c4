"""What concerns a whole activity: closing without an answer, the summary, and the recorded act that all is answered."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from yhdyspinta.answers import telling
from yhdyspinta.answers.actions import open_comments
from yhdyspinta.answers.languages import require_languages
from yhdyspinta.answers.models import Closure, Summary
from yhdyspinta.answers.values import CLOSURE_CHOICES, PASSED_ON
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.counters import handle_all
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.unsaid import unsay
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def close_without_answer(
    *, actor: Person, activity: Activity, comments: Collection[int], reason: str, at: datetime
) -> list[Closure]:
    """Close comments that need no answer, with the reason that their senders are told.

    Raises Refusal("closure_reason_missing") or as `actions.start_answer`.
    """
    require_staff(actor, "answer", activity.process)
    if reason not in CLOSURE_CHOICES:
        raise Refusal("closure_reason_missing", status=422, field="reason")
    chosen = open_comments(activity, comments)
    handle_all(chosen, Comment.Handling.CLOSED)
    closures = Closure.objects.bulk_create(
        Closure(comment=comment, reason=reason, at=at, by=actor) for comment in chosen
    )
    telling.tell_of_closing(activity, chosen, reason, at=at)
    record(
        "answers.closed", actor=actor, target=activity, at=at, process=activity.process, reason=reason,
        comments=[comment.number for comment in chosen],
    )  # fmt: skip
    return closures


@transaction.atomic
def reopen(*, actor: Person, activity: Activity, comments: Collection[int], at: datetime) -> int:
    """Open closed comments again: they need an answer after all. Returns how many were opened.

    Raises Refusal("no_comments_chosen"), or ("passed_on_is_taken_back") for one that is with another authority.
    """
    require_staff(actor, "answer", activity.process)
    found = Comment.objects.select_for_update(of=("self",)).filter(activity=activity, pk__in=set(comments))
    chosen = list(found.filter(handling=Comment.Handling.CLOSED).order_by("pk"))
    if not chosen:
        raise Refusal("no_comments_chosen", status=422, field="comments")
    if Closure.objects.filter(comment__in=chosen, reason=PASSED_ON).exists():
        raise Refusal("passed_on_is_taken_back", status=422, field="comments")
    closed_at = dict(Closure.objects.filter(comment__in=chosen).values_list("comment", "at"))
    Closure.objects.filter(comment__in=chosen).delete()
    telling.tell_of_reopening(activity, [(closed_at[one.pk], one) for one in chosen if one.pk in closed_at], at=at)
    unsay("closed", closed_at, at=at)
    forget_answered(activity, actor=actor, at=at)
    handle_all(chosen, Comment.Handling.OPEN)
    record(
        "answers.reopened", actor=actor, target=activity, at=at, process=activity.process,
        comments=[comment.number for comment in chosen],
    )  # fmt: skip
    return len(chosen)


@transaction.atomic
def save_summary(*, actor: Person, activity: Activity, body: Wording, revision: int, at: datetime) -> Summary:
    """Keep the summary's words, published or not. Raises Refusal("changed_meanwhile") with both texts."""
    require_staff(actor, "answer", activity.process)
    Activity.objects.select_for_update(no_key=True).get(pk=activity.pk)
    summary = Summary.objects.filter(activity=activity).first() or Summary(activity=activity, saved_at=at, revision=0)
    if summary.revision != revision:
        raise Refusal("changed_meanwhile", saved=Wording(summary.body), typed=body, revision=summary.revision)
    if summary.pk is not None and summary.body == body:
        return summary
    if summary.published_at is not None:
        require_languages(activity.process, "body", body)
    summary.body, summary.saved_at, summary.revision = body, at, summary.revision + 1
    summary.save()
    record(
        "answers.summary_saved", actor=actor, target=activity, at=at, process=activity.process,
        revision=summary.revision,
    )  # fmt: skip
    return summary


@transaction.atomic
def publish_summary(*, actor: Person, activity: Activity, at: datetime) -> Summary:
    """Publish what came in, before the answers; followers and those who asked for news are told.

    Raises Refusal("summary_missing") or ("language_missing"). Publishing twice tells nobody twice.
    """
    require_staff(actor, "answer", activity.process)
    summary = Summary.objects.select_for_update().filter(activity=activity).first()
    if summary is None or not any(summary.body.values()):
        raise Refusal("summary_missing", status=422, field="body")
    require_languages(activity.process, "body", summary.body)
    if summary.published_at is not None:
        return summary
    summary.published_at = at
    summary.save(update_fields=["published_at"])
    telling.tell_of_round("answers.summary", activity, at=at, once="summary")
    record("answers.summary_published", actor=actor, target=activity, at=at, process=activity.process)
    return summary


@transaction.atomic
def mark_round_answered(*, actor: Person, activity: Activity, at: datetime) -> Activity:
    """Record that everything is answered, and tell it. Possible with no comments at all.

    Raises Refusal("round_is_open"), ("comments_wait_for_moderation") or ("comments_wait_for_answers").
    """
    require_staff(actor, "close", activity.process)
    held = Activity.objects.select_for_update(no_key=True).get(pk=activity.pk)
    if held.answered_at is not None:
        return held
    if held.stages.filter(closes_at__gt=at).exists():
        raise Refusal("round_is_open")
    if held.waiting_count:
        raise Refusal("comments_wait_for_moderation", count=held.waiting_count)
    if held.due_count:
        raise Refusal("comments_wait_for_answers", count=held.due_count)
    held.answered_at = at
    held.save(update_fields=["answered_at"])
    held.process = activity.process
    telling.tell_of_round("answers.round_answered", held, at=at, once=f"answered:{at:%Y%m%d%H%M%S}")
    record(
        "answers.round_answered", actor=actor, target=held, at=at, process=held.process, answered=held.answered_count
    )
    return held


def forget_answered(activity: Activity, *, actor: Person | None, at: datetime) -> None:
    """Something is open again, so the activity is no longer answered; for the caller's transaction."""
    if Activity.objects.filter(pk=activity.pk, answered_at__isnull=False).update(answered_at=None):
        record("answers.round_reopened", actor=actor, target=activity, at=at, process=activity.process)
