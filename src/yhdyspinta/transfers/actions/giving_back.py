"""Give a comment that does not belong here back to who passed it on."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.people.models import Person
from yhdyspinta.transfers import telling
from yhdyspinta.transfers.actions.answering import received
from yhdyspinta.transfers.actions.passing import end, note
from yhdyspinta.transfers.actions.together import hold_group
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.wording.refusals import Refusal

State = Transfer.State


@transaction.atomic
def give_back(*, actor: Person, transfer: Transfer, reason: str, at: datetime) -> Transfer:
    """Give a comment back; the sender and those who passed it on are told.

    Giving back again changes nothing. Raises Refusal("transfer_not_here") or ("return_reason_missing").
    """
    hold_group(transfer)
    held, _receiver = received(actor, transfer)
    if held.state == State.RETURNED:
        return held
    if held.state != State.WAITING:
        raise Refusal("transfer_not_here")
    if not reason.strip():
        raise Refusal("return_reason_missing", status=422, field="reason")
    held.return_reason = reason
    end(held, State.RETURNED, actor, at=at)
    telling.tell_passer(held, at=at)
    note("transfers.returned", actor, held, at, authority_id=held.receiver_id)
    return held
