"""Erasing one's own data: name and links go, published totals and the trail's references stay."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.people import personal_registry
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def erase_me(*, actor: Person, at: datetime) -> Person:
    """Erase the person's data from every app.

    Raises Refusal: is_erased, erase_roles_first.
    """
    person = Person.objects.select_for_update().get(pk=actor.pk)
    if person.erased_at is not None:
        raise Refusal("is_erased")
    if person.is_operator or RoleGrant.objects.filter(person=person, ended_at=None).exists():
        raise Refusal("erase_roles_first")
    record("people.erased", actor=person, target=person, at=at)
    personal_registry.erase_all(person, at=at)
    person.refresh_from_db()
    return person
