"""Somebody says that they speak for an organisation, so that it may give a statement, or that they no longer do."""

from datetime import datetime
from typing import Final

from django.db import transaction

from yhdyspinta.notices.outbox import owe
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Organisation, Person, Representation
from yhdyspinta.people.organisations import end_representation, represent_organisation
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require
from yhdyspinta.processes.taking_statements import statement_method_of
from yhdyspinta.statements.models import Colleague, Statement
from yhdyspinta.statements.personal import hand_on_what_was_sent
from yhdyspinta.statements.receivers import others_who_speak
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


@transaction.atomic
def stop_speaking(*, actor: Person, organisation: Organisation, at: datetime) -> None:
    """One no longer speaks for an organisation nor writes along for it; the others who do are told. Twice changes nothing."""
    person = Person.objects.select_for_update().get(pk=actor.pk)
    row = Representation.objects.filter(person=person, organisation=organisation).first()
    if row is None:
        return
    end_representation(actor=person, representation=row, at=at)
    if row.confirmed_at is None:
        return
    for other in others_who_speak(organisation, person):
        owe(
            "statements.speaker_left", to=receiver_of(other), authority=organisation.authority, at=at,
            organisation=organisation.name, speaker=person.pk,
        )  # fmt: skip


def leave_statements(person: Person, organisation: Organisation, by: Person, at: datetime) -> None:
    """Whoever speaks for an organisation no more, by their own wish or by staff, has nothing to do with its statements.

    What was sent stays, and its receipt goes to another who speaks for it. What was not sent stays with the
    organisation; the approval that the one who leaves has asked for is asked for anew.
    """
    hand_on_what_was_sent(person, at, organisation, by=by)
    unsent = Statement.objects.filter(organisation=organisation, receipt=None)
    unsent.filter(asked_by=person).update(asked_at=None, asked_by=None)
    Colleague.objects.filter(person=person, statement__organisation=organisation).delete()
