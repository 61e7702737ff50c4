"""What moderators decide of comments. Nothing here touches a sender's words: the original text is never written."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from yhdyspinta.answers.rounds import forget_answered
from yhdyspinta.audit.trail import record
from yhdyspinta.comments import counters
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.search_entries import follow_state
from yhdyspinta.moderation.masking import Span, joined, masked
from yhdyspinta.moderation.models import Decision, Mask, Report
from yhdyspinta.moderation.telling import tell_sender
from yhdyspinta.moderation.values import REASONS
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal

UNDO_WITHIN: Final = timedelta(minutes=30)
MOST_WORDS: Final = 2_000
_HIDDEN, _VISIBLE, _WITHDRAWN = Comment.State.HIDDEN, Comment.State.VISIBLE, Comment.State.WITHDRAWN


def held(comment_id: int) -> Comment:
    """The comment, locked, with what decisions and notices need."""
    comments = counters.hold_comments([comment_id])
    return comments.select_related("activity__process__owner", "sender__person", "receipt").get()


def move(comment: Comment, to: str, *, actor: Person, at: datetime) -> None:
    """Another state for a locked comment; what waits again for a check or an answer opens an answered activity.

    Raises Refusal("words_removed"): a comment whose words have had their time is not shown.
    """
    if to == _VISIBLE and not comment.text:
        raise Refusal("words_removed", number=comment.number)
    opens = to == Comment.State.WAITING or (to == _VISIBLE and comment.handling == Comment.Handling.OPEN)
    if opens and comment.state != to:
        forget_answered(comment.activity, actor=actor, at=at)
    counters.change_state(comment, to)
    follow_state(comment, at=at)


@transaction.atomic
def decide_show(*, actor: Person, comment: Comment, at: datetime) -> Decision | None:
    """Let a comment be read: one that waits, one that was hidden, or one that was reported without cause.

    None when it is visible already and nothing was asked of it. Raises Refusal("not_your_role"), ("withdrawn_by_sender")
    or ("words_removed").
    """
    comment = _decidable(actor, comment)
    reported = close_reports(comment, at=at)
    before = comment.state
    if before == _VISIBLE and not reported and (not comment.warnings or _is_decided(comment)):
        return None
    decision = _decide(comment, Decision.Kind.SHOW, actor=actor, at=at)
    move(comment, _VISIBLE, actor=actor, at=at)
    record(
        "moderation.reports_dismissed" if before == _VISIBLE else "moderation.shown", actor=actor, target=comment,
        at=at, process=comment.activity.process,
    )  # fmt: skip
    if before == _HIDDEN:
        tell_sender("moderation.shown_again", comment, decision, at=at)
    return decision


@transaction.atomic
def decide_hide(*, actor: Person, comment: Comment, reason: str, words: str = "", at: datetime) -> Decision:
    """Take a comment off the page with a reason, which its sender and, as a count, everybody is told.

    Hiding a hidden comment again gives the decision in force. Raises Refusal("moderation_reason_missing"),
    ("not_your_role") or ("withdrawn_by_sender").
    """
    require_reason(reason)
    comment = _decidable(actor, comment)
    close_reports(comment, at=at)
    if comment.state == _HIDDEN:
        earlier = comment.decisions.filter(kind=Decision.Kind.HIDE, undone_at=None).order_by("-pk").first()
        if earlier is not None:
            return earlier
    decision = _decide(comment, Decision.Kind.HIDE, actor=actor, at=at, reason=reason, words=words[:MOST_WORDS])
    move(comment, _HIDDEN, actor=actor, at=at)
    record("moderation.hidden", actor=actor, target=comment, at=at, process=comment.activity.process, reason=reason)
    tell_sender("moderation.hidden", comment, decision, at=at)
    return decision


@transaction.atomic
def mask(
    *, actor: Person, comment: Comment, spans: Sequence[Span], reason: str, revision: int, at: datetime, words: str = ""
) -> Decision:
    """Cover passages of a comment visibly and let the rest be read; the original stays for those who may see it.

    `spans` count characters of the text that the moderator saw, whose `revision` comes along. Raises
    Refusal("moderation_reason_missing"), ("mask_outside_text"), ("mask_everything"), ("edited_meanwhile"),
    ("not_your_role") or ("withdrawn_by_sender").
    """
    require_reason(reason)
    comment = _decidable(actor, comment)
    if comment.revision != revision:
        raise Refusal("edited_meanwhile")
    new = require_coverable(comment, spans)
    close_reports(comment, at=at)
    decision = _decide(comment, Decision.Kind.MASK, actor=actor, at=at, reason=reason, words=words[:MOST_WORDS])
    Mask.objects.bulk_create(
        Mask(comment=comment, start=start, end=end, reason=reason, decision=decision) for start, end in new
    )
    _write_public_text(comment)
    move(comment, _VISIBLE, actor=actor, at=at)
    record(
        "moderation.masked", actor=actor, target=comment, at=at, process=comment.activity.process, reason=reason,
        passages=len(new),
    )  # fmt: skip
    tell_sender("moderation.masked", comment, decision, at=at)
    return decision


@transaction.atomic
def unmask(*, actor: Person, comment: Comment, mask_ids: Sequence[int], at: datetime) -> Decision:
    """Lift masks from a comment.

    Raises Refusal("not_masked"), ("masked_words_removed"), ("not_your_role") or ("withdrawn_by_sender").
    """
    comment = _decidable(actor, comment)
    if not lift(comment, comment.masks.filter(pk__in=mask_ids), at=at):
        raise Refusal("not_masked")
    decision = _decide(comment, Decision.Kind.UNMASK, actor=actor, at=at)
    follow_state(comment, at=at)
    record("moderation.unmasked", actor=actor, target=comment, at=at, process=comment.activity.process)
    if comment.state == _VISIBLE:
        tell_sender("moderation.shown_again", comment, decision, at=at)
    return decision


@transaction.atomic
def decide_many(
    *, actor: Person, comments: Iterable[Comment], kind: str, reason: str = "", words: str = "", at: datetime
) -> list[Decision]:
    """Show or hide many with one reason: all of them or none. Raises as `decide_show` and `decide_hide` do."""
    chosen = sorted({comment.pk: comment for comment in comments}.values(), key=lambda comment: comment.pk)
    if not chosen:
        raise Refusal("nothing_chosen", status=422)
    counters.hold_comments([row.pk for row in chosen])
    if kind == Decision.Kind.SHOW:
        shown = [decide_show(actor=actor, comment=comment, at=at) for comment in chosen]
        return [decision for decision in shown if decision is not None]
    return [decide_hide(actor=actor, comment=comment, reason=reason, words=words, at=at) for comment in chosen]


@transaction.atomic
def undo(*, actor: Person, decisions: Sequence[Decision], at: datetime) -> int:
    """Take back what one has just decided, while nothing newer stands on it. Returns how many were undone.

    Raises Refusal("cannot_undo"), ("words_removed"), ("masked_words_removed") or ("not_your_role"); then none is undone.
    """
    counters.hold_comments([given.comment_id for given in decisions])
    for given in sorted(decisions, key=lambda one: one.comment_id):
        comment = held(given.comment_id)
        require_staff(actor, "moderate", comment.activity.process)
        latest = comment.decisions.order_by("-pk").first()
        if latest is None or latest.pk != given.pk or not may_undo(latest, actor, at=at) or comment.state == _WITHDRAWN:
            raise Refusal("cannot_undo")
        _undo_one(comment, latest, actor=actor, at=at)
    return len(decisions)


def may_undo(decision: Decision, actor: Person, *, at: datetime) -> bool:
    fresh = decision.undone_at is None and at - decision.at < UNDO_WITHIN
    return fresh and decision.by_id == actor.pk and not hasattr(decision, "appeal")


def _undo_one(comment: Comment, decision: Decision, *, actor: Person, at: datetime) -> None:
    was = comment.state
    lift(comment, comment.masks.filter(decision=decision), at=at)
    decision.undone_at = at
    decision.save(update_fields=["undone_at"])
    comment.reports.filter(handled_at=decision.at).update(handled_at=None)
    move(comment, decision.state_before or comment.state, actor=actor, at=at)
    record(
        "moderation.undone", actor=actor, target=comment, at=at, process=comment.activity.process, decision=decision.pk
    )
    was_told = was == _HIDDEN or decision.kind == Decision.Kind.MASK
    if was_told and comment.state == _VISIBLE:
        tell_sender("moderation.shown_again", comment, decision, at=at, once=":undone")


def lift(comment: Comment, masks: "Iterable[Mask]", *, at: datetime) -> int:
    """Lift some masks of a locked comment and bring its public text up to date; returns how many there were.

    Raises Refusal("masked_words_removed"): of what has had its time only the marks are left.
    """
    lifted = Mask.objects.filter(pk__in=[one.pk for one in masks], lifted_at=None).update(lifted_at=at)
    if lifted:
        if not has_masked_words(comment):
            raise Refusal("masked_words_removed", number=comment.number)
        _write_public_text(comment)
    return lifted


def has_masked_words(comment: Comment) -> bool:
    """Whether the original of a masked comment still holds more than the public sees."""
    return comment.text != comment.public_text


@transaction.atomic
def lift_after_edit(*, actor: Person, comment: Comment, at: datetime) -> bool:
    """The sender wrote new words: masks of the old ones no longer fit. Returns whether there were any."""
    comment = held(comment.pk)
    if not comment.masks.filter(lifted_at=None).update(lifted_at=at):
        return False
    record("moderation.masks_lifted_by_edit", actor=actor, target=comment, at=at, process=comment.activity.process)
    return True


def is_masked(comment: Comment) -> bool:
    return comment.masks.filter(lifted_at=None).exists()


def close_reports(comment: Comment, *, at: datetime) -> int:
    return Report.objects.filter(comment=comment, handled_at=None).update(handled_at=at)


def require_reason(reason: str) -> None:
    if reason not in REASONS:
        raise Refusal("moderation_reason_missing", status=422, field="reason")


def _decidable(actor: Person, comment: Comment) -> Comment:
    comment = held(comment.pk)
    require_staff(actor, "moderate", comment.activity.process)
    if comment.state == _WITHDRAWN:
        raise Refusal("withdrawn_by_sender")
    return comment


def _is_decided(comment: Comment) -> bool:
    """Whether a moderator has seen the words as they stand now."""
    found = comment.decisions.filter(undone_at=None)
    return (found if comment.edited_at is None else found.filter(at__gte=comment.edited_at)).exists()


def _decide(comment: Comment, kind: str, *, actor: Person, at: datetime, reason: str = "", words: str = "") -> Decision:
    return Decision.objects.create(
        comment=comment, kind=kind, reason=reason, words=words, at=at, by=actor, state_before=comment.state
    )


def require_coverable(comment: Comment, spans: Sequence[Span]) -> list[Span]:
    """The spans in order, refused when they lie outside the text or leave nothing of it."""
    inside = all(0 <= start < end <= len(comment.text) for start, end in spans)
    if not spans or not inside:
        raise Refusal("mask_outside_text", status=422, field="passages")
    found = joined(spans)
    kept = {(one.start, one.end) for one in comment.masks.filter(lifted_at=None)}
    left, place = [], 0
    for start, end in [*joined([*found, *kept]), (len(comment.text), len(comment.text))]:
        left.append(comment.text[place:start])
        place = end
    if not "".join(left).strip():
        raise Refusal("mask_everything", status=422, field="passages")
    return found


def _write_public_text(comment: Comment) -> None:
    spans = comment.masks.filter(lifted_at=None).values_list("start", "end")
    comment.public_text = masked(comment.text, spans)
    comment.save(update_fields=["public_text"])
