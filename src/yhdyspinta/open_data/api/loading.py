"""What an address of the API names: found when the public may see it, otherwise it does not exist (404)."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.loading import process_passed_on
from yhdyspinta.processes.models import Activity, Process, ProcessPartner


def authorities() -> QuerySet[Authority]:
    return Authority.objects.on().select_related("area")


def processes() -> QuerySet[Process]:
    """Every public process of the authorities that are on."""
    partners = ProcessPartner.objects.filter(left_at=None, authority__is_on=True).select_related("authority")
    found: QuerySet[Process] = Process.objects.published(clock.now()).filter(owner__is_on=True)
    return found.select_related("owner").prefetch_related(Prefetch("partnerships", partners.order_by("pk")))


def process(authority: str, process: str) -> Process:
    """One public process."""
    found = Process.objects.published(clock.now()).filter(owner__slug=authority, owner__is_on=True, slug=process)
    row = found.select_related("owner").first()
    if row is None:
        raise Http404
    return row


def activity(authority: str, process: str, activity: str) -> Activity:
    """One activity of a public process."""
    found = Activity.objects.filter(
        slug=activity, process__slug=process, process__owner__slug=authority, process__owner__is_on=True
    )
    row = found.select_related("process__owner").first()
    if row is None or not row.process.is_public(clock.now()):
        raise Http404
    return row


def former_pieces(*, authority: str = "", process: str = "", **others: Any) -> dict[str, Any] | None:
    """The pieces of an address as they are now, where the process has passed to a successor: old addresses lead on."""
    found = process_passed_on(authority, process)
    if found is None or not found.owner.is_on:
        return None
    return {"authority": found.owner.slug, "process": found.slug, **others}
