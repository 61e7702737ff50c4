"""Who may mend what is missing from a process, and how the staff pages tell it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import RoleGrant
from yhdyspinta.processes.gaps import gaps_of
from yhdyspinta.processes.methods import Gap
from yhdyspinta.processes.models import Process

_MOST_NAMED = 3


def missing_from(process: Process, abilities: frozenset[str], *, at: datetime) -> list[dict[str, Any]]:
    """What is missing, for a reader who may edit: a link where they may mend it, otherwise the words of who can.

    Once the process is public they are told only of what they can mend themselves; when it is over, of nothing.
    """
    if "edit" not in abilities or process.cancelled_at is not None or process.archived_at is not None:
        return []
    gaps = gaps_of(process, at=at)
    if process.is_public(at):
        gaps = [gap for gap in gaps if gap.ability in abilities]
    return _rows(gaps, abilities, process.owner)


def _rows(gaps: Sequence[Gap], abilities: frozenset[str], owner: Authority) -> list[dict[str, Any]]:
    others = any(gap.ability not in abilities for gap in gaps)
    who = administrators_words(owner) if others else ""
    return [
        {"words": gap.words, "path": gap.path}
        if gap.ability in abilities
        else {"words": gap.words, "path": "", "who": who}
        for gap in gaps
    ]


def administrators_words(authority: Authority) -> str:
    """Who looks after the settings of the authority, by name and e-mail; one query."""
    grants = RoleGrant.objects.filter(authority=authority, role="county_admin", ended_at=None, person__is_active=True)
    found = grants.select_related("person").order_by("pk")[:_MOST_NAMED]
    people = [", ".join(filter(None, [grant.person.name, grant.person.email])) for grant in found]
    if not people:
        return _("The operator of the service adds it: the authority has no administrator.")
    return _("An administrator of the authority adds it: %(people)s") % {"people": "; ".join(people)}
