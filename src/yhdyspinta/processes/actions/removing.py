"""Remove a process that nobody outside has seen."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.people.models import Person
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def remove_process(*, actor: Person, process: Process, at: datetime) -> None:
    """Remove a draft with everything that was prepared for it; the trail keeps its lines.

    Raises Refusal("was_published") once a time of publishing has been set, and Refusal("taken_part_in") when a document
    of it is published or somebody has commented, for example by phone.
    """
    process = Process.objects.select_for_update(of=("self",)).select_related("owner").get(pk=process.pk)
    require_staff(actor, "publish", process)
    if process.published_at is not None:
        raise Refusal("was_published")
    activities = list(process.activities.select_related("process__owner"))
    if any(method_of(activity).has_begun(activity) for activity in activities):
        raise Refusal("taken_part_in")
    record("processes.removed", actor=actor, target=process, at=at, process=process)
    for activity in activities:
        method_of(activity).clear(activity)
        activity.delete()
    process.delete()
