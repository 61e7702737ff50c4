"""Share a process with partner authorities, and pass it to a successor."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.processes import searching
from yhdyspinta.processes.actions.holding import locked_process
from yhdyspinta.processes.indexing import reindex_process
from yhdyspinta.processes.models import FormerAddress, Process, ProcessPartner
from yhdyspinta.processes.slugs import free_slug
from yhdyspinta.processes.telling import tell_followers
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def add_partner(*, actor: Person, process: Process, authority: Authority, at: datetime) -> ProcessPartner:
    """Let another authority take part: its coordinators work in the process and its front page shows it.

    Raises Refusal("owner_is_no_partner"). Adding one twice changes nothing.
    """
    process = locked_process(process, actor, "choose_partners")
    if authority.pk == process.owner_id or not authority.is_on:
        raise Refusal("owner_is_no_partner", status=422, field="authority")
    partnership, is_new = ProcessPartner.objects.get_or_create(
        process=process, authority=authority, left_at=None, defaults={"joined_at": at}
    )
    if is_new:
        record("processes.partner_joined", actor=actor, target=process, at=at, process=process, partner=authority.pk)
    return partnership


@transaction.atomic
def remove_partner(*, actor: Person, process: Process, authority: Authority, at: datetime) -> None:
    """End a partnership; its people lose their way in at the next request."""
    process = locked_process(process, actor, "choose_partners")
    ended = ProcessPartner.objects.filter(process=process, authority=authority, left_at=None).update(left_at=at)
    if ended:
        record("processes.partner_left", actor=actor, target=process, at=at, process=process, partner=authority.pk)


@transaction.atomic
def hand_over(*, actor: Person, process: Process, successor: Authority, at: datetime) -> Process:
    """Pass the process to another authority. Old addresses, records, roles in it and promises stay as they were.

    Raises Refusal("no_such_successor") when the receiver is not on or already owns the process.
    """
    process = locked_process(process, actor, "hand_over")
    former = process.owner
    if successor.pk == former.pk or not successor.is_on:
        raise Refusal("no_such_successor", status=422, field="successor")
    searching.hold(process)
    FormerAddress.objects.update_or_create(
        authority=former, slug=process.slug, defaults={"process": process, "since": at}
    )
    taken = Process.objects.filter(owner=successor).values_list("slug", flat=True)
    process.owner, process.slug = successor, free_slug(process.slug, taken, default="prosessi")
    process.save(update_fields=["owner", "slug"])
    ProcessPartner.objects.filter(process=process, authority=successor, left_at=None).update(left_at=at)
    record(
        "processes.handed_over", actor=actor, target=process, at=at, process=process, former=former.pk,
        successor=successor.pk,
    )  # fmt: skip
    reindex_process(process, at=at)
    tell_followers(process, "processes.handed_over", at=at)
    return process
