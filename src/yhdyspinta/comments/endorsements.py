"""Agree with a comment or mark it well argued: once each per person, and undo."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import F

from yhdyspinta.comments.models import Comment, Endorsement
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.database.prepared_writes import PreparedChange, PreparedInsert
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal

COUNTER = {"agree": "agree_count", "well_argued": "well_argued_count"}

_LOCKED: Final[Prepared[int]] = Prepared(
    lambda comment: (
        Comment.objects.select_for_update(no_key=True)
        .filter(pk=comment, state=Comment.State.VISIBLE)
        .values_list("pk", flat=True)
    )
)
_GIVEN: Final[Prepared[int]] = Prepared(
    lambda comment, person, kind: Endorsement.objects.filter(comment=comment, person=person, kind=kind).values_list(
        "pk", flat=True
    )
)
_STORED: Final = PreparedInsert(Endorsement)
_COUNTED: Final = PreparedChange(
    lambda counter, comment: (Comment.objects.filter(pk=comment), {counter: F(counter) + 1})
)


@transaction.atomic(savepoint=False)
def endorse(*, actor: Person, comment: Comment, kind: str, at: datetime) -> bool:
    """Record the mark; False when the person had already given it. Raises Refusal("own_comment") or ("not_visible")."""
    if comment.sender.person_id == actor.pk:
        raise Refusal("own_comment")
    if not _LOCKED.rows(comment=comment.pk):
        raise Refusal("not_visible", status=404)
    if _GIVEN.rows(comment=comment.pk, person=actor.pk, kind=kind):  # none is added meanwhile: locked
        return False
    _STORED.add(Endorsement(comment=comment, person=actor, kind=Endorsement.Kind(kind), at=at))
    _COUNTED.run(COUNTER[kind], comment=comment.pk)
    return True


@transaction.atomic
def take_back(*, actor: Person, comment: Comment, kind: str) -> bool:
    """Undo the mark; False when there was none."""
    gone, _ = Endorsement.objects.filter(comment=comment, person=actor, kind=kind).delete()
    if gone:
        Comment.objects.filter(pk=comment.pk).update(**{COUNTER[kind]: F(COUNTER[kind]) - 1})
    return bool(gone)
