"""What the registrar's pages write."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.site.models import NamedExport
from yhdyspinta.site.registrar import Choices, masked_count
from yhdyspinta.site.unregistered import leaves_out
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def note_export(
    *, actor: Person, authority: Authority, choices: Choices, at: datetime, named: bool = False, purpose: str = ""
) -> None:
    """A line of the trail: who took a copy of the register, what they chose, and for what if senders are named.

    The line also tells whether the copy holds everything that waited of the processes chosen (`unregistered`), and how
    many comments in it tell a masked passage.
    Raises Refusal("purpose_missing") when senders are named for no purpose.
    """
    require_staff(actor, "register", authority)
    if named and not purpose.strip():
        raise Refusal("purpose_missing", status=422, field="purpose")
    kept = NamedExport.objects.create(authority=authority, purpose=purpose.strip(), at=at) if named else None
    process = choices.process
    is_own = process is not None and process.owner_id == authority.pk
    record(
        "site.register_exported",
        actor=actor,
        target=authority,
        at=at,
        authority_id=authority.pk,
        process_id=process.pk if process is not None and is_own else None,
        since=choices.since.isoformat() if choices.since else None,
        until=choices.until.isoformat() if choices.until else None,
        channel=choices.channel or None,
        named_export=kept.pk if kept else None,
        whole=not leaves_out(authority, choices),
        masked=masked_count(authority, choices),
        passed_from=process.pk if process is not None and not is_own else None,
    )
