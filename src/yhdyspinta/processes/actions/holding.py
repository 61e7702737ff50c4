"""A process held for a change, by somebody who may make it."""

from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.permissions import require_staff


def locked_process(process: Process, actor: Person, ability: str) -> Process:
    """The process with its owner, held until the end of the transaction; rows that point to it may be written meanwhile.

    Raises Refusal("not_your_role").
    """
    held = Process.objects.select_for_update(of=("self",), no_key=True).select_related("owner").get(pk=process.pk)
    require_staff(actor, ability, held)
    return held
