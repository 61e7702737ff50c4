"""Signing in takes along what was done as a guest in the same browser."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.people import personal_registry
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def claim_guest(*, actor: Person, guest: Person, at: datetime) -> Person:
    """Pass everything that the guest did to the account. Claiming twice changes nothing.

    Raises Refusal: guest_is_claimed when it belongs to another account, guest_needs_account for a guest as actor.
    """
    locked = {
        one.pk: one for one in Person.objects.select_for_update().filter(pk__in=[guest.pk, actor.pk]).order_by("pk")
    }
    person, guest = locked[actor.pk], locked[guest.pk]
    if person.is_guest or not guest.is_guest:
        raise Refusal("guest_needs_account")
    if guest.claimed_by_id == person.pk:
        return person
    if guest.claimed_by_id is not None:
        raise Refusal("guest_is_claimed")
    personal_registry.claim_all(guest, person, at=at)
    guest.claimed_by, guest.guest_token = person, None
    guest.save(update_fields=["claimed_by", "guest_token"])
    record("people.guest_claimed", actor=person, target=guest, at=at)
    return person
