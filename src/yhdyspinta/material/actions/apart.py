"""Like comments: staff say that some are not like the others, and what the calculation found is kept."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import Signature
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def set_apart(*, actor: Person, leader: Comment, comments: Sequence[int], at: datetime) -> int:
    """Take comments out of a bunch for good: they are not offered in it again. Doing it twice changes nothing.

    Raises Refusal("not_your_role") or ("no_comments_chosen").
    """
    process = leader.activity.process
    require_staff(actor, ABILITY, process)
    if not comments:
        raise Refusal("no_comments_chosen", status=422, field="comments")
    bunch = Signature.objects.select_for_update().filter(comment=leader).first()
    if bunch is None:
        return 0
    led = Signature.objects.filter(leader=leader, comment__in=comments)
    count = led.update(leader=None, score=0, is_apart=True)
    Signature.objects.filter(comment=leader).update(like_count=F("like_count") - count)
    if count:
        record("material.set_apart", actor=actor, target=leader, at=at, process=process, count=count)
    return count
