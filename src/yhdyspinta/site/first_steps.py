"""What an authority that has just been switched on does first: its contacts, and the first process."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.mending import administrators_words
from yhdyspinta.processes.models import Process


def first_steps(authority: Authority, processes: Sequence[Process], abilities: frozenset[str]) -> list[dict[str, str]]:
    """The steps that wait for the person while the authority has no process, in their order."""
    if processes or not {"administer", "create_process"} & abilities:
        return []
    steps = []
    if not (authority.phone and (authority.postal_address or authority.paper_way)):
        steps.append(_contacts(authority, abilities))
    if "create_process" in abilities:
        steps.append({"text": _("Make the first process"), "href": address("processes:create", authority), "hint": ""})
    return steps


def _contacts(authority: Authority, abilities: frozenset[str]) -> dict[str, str]:
    text = _("Add how people take part by phone and on paper: nothing can be published without it")
    if "administer" not in abilities:
        return {"text": text, "href": "", "hint": administrators_words(authority)}
    return {"text": text, "href": address("authorities:group", authority, group="contact") + "#id_phone", "hint": ""}
