"""Somebody says that they speak for an organisation, so that it may give a statement."""

from datetime import datetime
from typing import Final

from django.db import transaction

from yhdyspinta.people.models import Person, Representation
from yhdyspinta.people.organisations import represent_organisation
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require
from yhdyspinta.processes.taking_statements import statement_method_of
from yhdyspinta.wording.refusals import Refusal

#: So many organisations of an authority somebody may say that they speak for before any is confirmed.
MOST_WAITING: Final = 5


@transaction.atomic
def say_one_speaks(*, actor: Person, activity: Activity, name: str, at: datetime) -> Representation:
    """Say that one speaks for an organisation, as whoever comments for one does: it stands unconfirmed.

    Raises Refusal: represents_many, guest_needs_account, what the round's rule says no with, or what
    `people.organisations.represent_organisation` does.
    """
    person = Person.objects.select_for_update().get(pk=actor.pk)
    if person.is_guest:
        raise Refusal("guest_needs_account", status=403)
    require(statement_method_of(activity).may_send(person, activity, began_at=None, at=at))
    owner = activity.process.owner
    made = represent_organisation(actor=person, authority=owner, name=name, at=at)
    waiting = Representation.objects.filter(person=person, organisation__authority=owner, confirmed_at=None)
    if waiting.count() > MOST_WAITING:
        raise Refusal("represents_many", field="organisation")
    return made
