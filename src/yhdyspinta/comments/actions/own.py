"""What senders do with their own comments later: edit and withdraw."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.comments import counters
from yhdyspinta.comments.actions.sending import Check
from yhdyspinta.comments.models import Comment, Revision
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def edit_comment(
    *, actor: Person, comment: Comment, text: str, revision: int, waits: bool, warnings: tuple[str, ...], check: Check
) -> Comment:
    """Replace the words of one's own comment, keep the old ones in its history, and have it checked again.

    A comment that waits goes on waiting: only a moderator lets it be read.

    Raises Refusal("not_yours"), ("already_answered"), ("no_longer_editable") or ("changed_meanwhile").
    """
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
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
    Revision.objects.create(comment=comment, number=comment.revision, text=comment.text, replaced_at=at)
    comment.text = comment.public_text = text
    comment.edited_at, comment.revision, comment.warnings = at, comment.revision + 1, list(warnings)
    comment.save(update_fields=["text", "public_text", "edited_at", "revision", "warnings"])
    if waits:
        counters.change_state(comment, Comment.State.WAITING)
    _record("comments.edited", actor, comment, at)
    return comment


@transaction.atomic
def withdraw_comment(*, actor: Person, comment: Comment, at: datetime) -> Comment:
    """Take one's own comment off the page. The registered copy follows its retention; replies keep a stub above them.

    Raises Refusal("not_yours"). Withdrawing twice changes nothing.
    """
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
    _require_own(actor, comment)
    if comment.state == Comment.State.WITHDRAWN:
        return comment
    counters.change_state(comment, Comment.State.WITHDRAWN)
    comment.withdrawn_at = at
    comment.save(update_fields=["withdrawn_at"])
    _record("comments.withdrawn", actor, comment, at)
    return comment


def _require_own(actor: Person, comment: Comment) -> None:
    if comment.sender.person_id != actor.pk:
        raise Refusal("not_yours", status=403)


def _record(verb: str, actor: Person, comment: Comment, at: datetime) -> None:
    process = comment.activity.process
    record(verb, actor=actor, target=comment, at=at, authority_id=process.owner_id, process_id=process.pk)
