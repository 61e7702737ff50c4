"""Changes of messages: read, and tried again."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import not_held, wake_after_commit
from yhdyspinta.people.models import Person
from yhdyspinta.people.rules import require_ability
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def read_messages(*, actor: Person, up_to: int, at: datetime) -> int:
    """Mark the person's messages read up to one of them; returns how many were new."""
    return Notice.objects.filter(not_held(at), person=actor, pk__lte=up_to, read_at=None).update(read_at=at)


@transaction.atomic
def send_again(*, actor: Person, notice: Notice, at: datetime) -> Notice:
    """Try again to send a message that was given up.

    Raises Refusal: not_your_role, message_is_not_parked.
    """
    notice = Notice.objects.select_for_update(of=("self",)).select_related("authority").get(pk=notice.pk)
    require_ability(actor, "administer", notice.authority)
    if notice.state != Notice.State.PARKED:
        raise Refusal("message_is_not_parked")
    notice.state, notice.tries, notice.next_try_at = Notice.State.OWED, 0, None
    notice.save(update_fields=["state", "tries", "next_try_at"])
    record("notices.sent_again", actor=actor, target=notice, at=at, authority_id=notice.authority_id)
    wake_after_commit()
    return notice
