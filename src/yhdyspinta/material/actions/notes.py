"""Notes among staff of a comment: written, and taken back by whoever wrote them."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import StaffNote
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def write_note(*, actor: Person, comment: Comment, key: UUID, text: str, at: datetime) -> StaffNote:
    """Tell colleagues something of a comment; it never becomes public. The same key again gives the first note.

    Raises Refusal("not_your_role") or ("note_missing").
    """
    process = comment.activity.process
    require_staff(actor, ABILITY, process)
    if not text:
        raise Refusal("note_missing", status=422, field="text")
    note, is_new = StaffNote.objects.get_or_create(
        key=key, defaults={"comment": comment, "text": text, "at": at, "by": actor}
    )
    if is_new:
        record("material.noted", actor=actor, target=comment, at=at, process=process)
    return note


@transaction.atomic
def remove_note(*, actor: Person, note: StaffNote, at: datetime) -> None:
    """Take back a note of one's own. Raises Refusal("not_yours"). Taking back twice changes nothing."""
    process = note.comment.activity.process
    require_staff(actor, ABILITY, process)
    found = StaffNote.objects.select_for_update().filter(pk=note.pk).first()
    if found is None:
        return
    if found.by_id != actor.pk:
        raise Refusal("not_yours", status=403)
    record("material.note_removed", actor=actor, target=note.comment, at=at, process=process)
    found.delete()
