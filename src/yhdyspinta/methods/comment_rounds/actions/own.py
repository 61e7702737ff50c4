"""What senders do with comments: their own, and those they agree with."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.comments.actions import edit_comment, withdraw_comment
from yhdyspinta.comments.endorsements import endorse, take_back
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.comments.receipts import confirm_address
from yhdyspinta.comments.search_entries import follow_state
from yhdyspinta.methods.comment_rounds import rules
from yhdyspinta.methods.comment_rounds.actions.arrival import Clock, in_time
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.moderation.actions import held, is_masked, lift_after_edit
from yhdyspinta.moderation.checks import warnings_in
from yhdyspinta.moderation.spam import OF_SENDING, has_many_links, must_wait
from yhdyspinta.people.models import Person
from yhdyspinta.processes.follows import confirm_follow
from yhdyspinta.processes.models import Follow
from yhdyspinta.processes.permissions import require
from yhdyspinta.wording.refusals import Refusal

MARKS = ("agree", "well_argued")


@transaction.atomic
def edit(*, actor: Person, comment: Comment, text: str, revision: int, clock: Clock) -> Comment:
    """Change one's own words until the round closes or an answer is given; they are checked again.

    A comment that waits for a moderator goes on waiting, and stays marked as sent too fast or as one of many.

    Raises what `rules.may_send` says no with, Refusal("already_answered"), ("no_longer_editable"), ("changed_meanwhile").
    """
    warnings = warnings_in(text)
    comment = held(comment.pk)  # a moderator who masks it now comes before or after, never between
    activity = comment.activity
    checked_before = RoundSettings.of(activity).checked_before
    waits = must_wait(warnings, checked_before=checked_before) or has_many_links([text]) or is_masked(comment)
    changed = edit_comment(
        actor=actor,
        comment=comment,
        text=text,
        revision=revision,
        waits=waits,
        warnings=(*warnings, *(code for code in comment.warnings if code in OF_SENDING)),
        check=in_time(actor, activity, began_at=None, clock=clock),
    )
    at = changed.edited_at or clock()
    if changed.revision != revision:
        lift_after_edit(actor=actor, comment=changed, at=at)
    follow_state(changed, at=at)
    return changed


@transaction.atomic
def confirm_from_letter(*, receipt: Receipt, answers: bool, news: Follow | None, at: datetime) -> None:
    """What the receipt's letter asked to confirm, each by itself: that the address takes answers, and that it takes news."""
    if answers:
        confirm_address(receipt=receipt, at=at)
    if news is not None:
        confirm_follow(follow=news, what=Follow.What.RESULTS, at=at)  # the letter and its page speak of no more


@transaction.atomic
def withdraw(*, actor: Person, comment: Comment, at: datetime) -> Comment:
    """Take one's own comment off the page, at any time. Raises Refusal("not_yours")."""
    gone = withdraw_comment(actor=actor, comment=comment, at=at)
    follow_state(gone, at=at)
    return gone


def mark(*, actor: Person, comment: Comment, kind: str, at: datetime) -> bool:
    """Agree, or mark a comment well argued; once each. It is one statement, all or nothing.

    Raises what `rules.may_endorse` says no with.
    """
    require(rules.ask(actor, "endorse", comment.activity, at=at))
    _require_kind(kind)
    return endorse(actor=actor, comment=comment, kind=kind, at=at)


@transaction.atomic
def take_mark_back(*, actor: Person, comment: Comment, kind: str, at: datetime) -> bool:
    """Undo one's mark."""
    require(rules.ask(actor, "endorse", comment.activity, at=at))
    _require_kind(kind)
    return take_back(actor=actor, comment=comment, kind=kind)


def _require_kind(kind: str) -> None:
    if kind not in MARKS:
        raise Refusal("unknown_choice", status=400)
