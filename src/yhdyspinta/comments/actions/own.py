"""What senders do with their own comments later: edit and withdraw, themselves or through staff."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.comments import counters
from yhdyspinta.comments.actions.sending import Check
from yhdyspinta.comments.models import Comment, Revision
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class Instead:
    """Who of the staff does it in the sender's stead, and what the trail says of it: the sender did nothing."""

    by: Person
    verb: str
    detail: Mapping[str, Any] = field(default_factory=dict)
    is_slip: bool = False  # what stood was typed wrong, and never the sender's


@transaction.atomic
def edit_comment(
    *, actor: Person, comment: Comment, text: str, revision: int, waits: bool, warnings: tuple[str, ...], check: Check,
    instead: Instead | None = None,
) -> Comment:  # fmt: skip
    """Replace the words of one's own comment, keep the old ones in its history, and have it checked again.

    A comment that waits goes on waiting: only a moderator lets it be read.

    Raises Refusal("not_yours"), ("already_answered"), ("no_longer_editable") or ("changed_meanwhile").
    """
    comment = counters.hold_comments([comment.pk]).get()
    _require_own(actor, comment)
    at = check()
    if comment.handling != Comment.Handling.OPEN:
        raise Refusal("already_answered")
    if comment.state in {Comment.State.HIDDEN, Comment.State.WITHDRAWN}:
        raise Refusal("no_longer_editable")
    if comment.revision != revision:
        raise Refusal("changed_meanwhile")
    if text == comment.text:
        return comment
    deed, stood = instead or Instead(actor, "comments.edited"), comment.state
    _replace_words(comment, text, warnings, at=at, is_slip=deed.is_slip)
    if waits:
        counters.change_state(comment, Comment.State.WAITING)
    _record(deed, comment, at, state=stood)  # whether anybody could read the words that are replaced
    return comment


def _replace_words(comment: Comment, text: str, warnings: tuple[str, ...], *, at: datetime, is_slip: bool) -> None:
    """The new words in the place of the old ones, which go into its history."""
    Revision.objects.create(
        comment=comment, number=comment.revision, text=comment.text, replaced_at=at, is_slip=is_slip
    )
    comment.text = comment.public_text = text
    comment.edited_at, comment.revision, comment.warnings = at, comment.revision + 1, list(warnings)
    if not is_slip:
        comment.rewritten_at = at
    comment.save(update_fields=["text", "public_text", "edited_at", "rewritten_at", "revision", "warnings"])


def keep_words_before(comment: Comment, text: str, *, at: datetime) -> Comment:
    """Put the words that were mended before the comment was stored into its history, in the transaction of its storing."""
    held = Comment.objects.select_for_update().get(pk=comment.pk)
    Revision.objects.create(comment=held, number=held.revision, text=text, replaced_at=at)
    held.revision += 1
    held.save(update_fields=["revision"])
    return held


@transaction.atomic
def withdraw_comment(*, actor: Person, comment: Comment, at: datetime, instead: Instead | None = None) -> Comment:
    """Take one's own comment off the page. The registered copy follows its retention; replies keep a stub above them.

    Raises Refusal("not_yours"). Withdrawing twice changes nothing.
    """
    comment = counters.hold_comments([comment.pk]).get()
    _require_own(actor, comment)
    if comment.state == Comment.State.WITHDRAWN:
        return comment
    counters.change_state(comment, Comment.State.WITHDRAWN)
    comment.withdrawn_at = at
    comment.save(update_fields=["withdrawn_at"])
    _record(instead or Instead(actor, "comments.withdrawn"), comment, at)
    return comment


def _require_own(actor: Person, comment: Comment) -> None:
    if comment.sender.person_id != actor.pk:
        raise Refusal("not_yours", status=403)


def _record(deed: Instead, comment: Comment, at: datetime, **more: Any) -> None:
    process = comment.activity.process
    record(deed.verb, actor=deed.by, target=comment, at=at, process=process, **deed.detail, **more)
