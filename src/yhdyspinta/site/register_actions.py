"""What the registrar's pages write."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.site.registrar import Choices


@transaction.atomic
def note_export(*, actor: Person, authority: Authority, choices: Choices, at: datetime) -> None:
    """A line of the trail: who took a copy of the register, and what they chose."""
    require_staff(actor, "register", authority)
    process = choices.process
    record(
        "site.register_exported",
        actor=actor,
        target=authority,
        at=at,
        authority_id=authority.pk,
        process_id=process.pk if process else None,
        since=choices.since.isoformat() if choices.since else None,
        until=choices.until.isoformat() if choices.until else None,
        channel=choices.channel or None,
    )
