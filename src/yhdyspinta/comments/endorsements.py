"""Agree with a comment or mark it well argued: once each per person, and undo."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from yhdyspinta.comments.models import Comment, Endorsement
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal

COUNTER = {"agree": "agree_count", "well_argued": "well_argued_count"}


@transaction.atomic(savepoint=False)
def endorse(*, actor: Person, comment: Comment, kind: str, at: datetime) -> bool:
    """Record the mark; False when the person had already given it. Raises Refusal("own_comment") or ("not_visible")."""
    if comment.sender.person_id == actor.pk:
        raise Refusal("own_comment")
    locked = Comment.objects.select_for_update(no_key=True).filter(pk=comment.pk, state=Comment.State.VISIBLE)
    if not locked.values_list("pk"):
        raise Refusal("not_visible", status=404)
    if Endorsement.objects.filter(comment=comment, person=actor, kind=kind).exists():  # none is added meanwhile: locked
        return False
    Endorsement.objects.create(comment=comment, person=actor, kind=Endorsement.Kind(kind), at=at)
    Comment.objects.filter(pk=comment.pk).update(**{COUNTER[kind]: F(COUNTER[kind]) + 1})
    return True


@transaction.atomic
def take_back(*, actor: Person, comment: Comment, kind: str) -> bool:
    """Undo the mark; False when there was none."""
    gone, _ = Endorsement.objects.filter(comment=comment, person=actor, kind=kind).delete()
    if gone:
        Comment.objects.filter(pk=comment.pk).update(**{COUNTER[kind]: F(COUNTER[kind]) - 1})
    return bool(gone)
