"""Operators look after an installation; the first one is made on the machine itself."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.people.models import Person


@transaction.atomic
def make_operator(*, actor: Person | None, email: str, name: str, at: datetime) -> Person:
    """Make the person of this address an operator, and the person too when there is none; harmless twice."""
    person = Person.objects.select_for_update().filter(email=email, is_guest=False).first()
    if person is None:
        person = Person.objects.create_user(email, None, name=name, created_at=at)
    if not person.is_operator:
        person.is_operator = True
        person.name = person.name or name
        person.save(update_fields=["is_operator", "name"])
        record("people.made_operator", actor=actor, target=person, at=at)
    return person
