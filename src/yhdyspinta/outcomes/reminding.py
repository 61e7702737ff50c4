"""Who of the staff is reminded of a measure: whoever was chosen or is named, as long as they work here; else coordinators."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext as _

from yhdyspinta.outcomes.models import Measure
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import abilities_of
from yhdyspinta.processes.models import Process, ProcessPartner, ProcessRole

#: What lets somebody tell how far a measure is.
ABILITY: Final = "decide_outcome"


@dataclass(frozen=True)
class Reminding:
    """The staff of a process, as far as reminders go."""

    staff: Mapping[int, Person]
    able: Sequence[Person]  # who can tell how far a measure is, by name
    coordinators: Sequence[Person]  # those of the process; where it has none, the owner's; else its administrators

    @classmethod
    def of(cls, process: Process) -> "Reminding":
        """Two queries."""
        own, partner, here = defaultdict[int, set[str]](set), defaultdict[int, set[str]](set), set[int]()
        staff: dict[int, Person] = {}
        for grant in _grants(process):
            staff[grant.person_id] = grant.person
            (own if grant.authority_id == process.owner_id else partner)[grant.person_id].add(grant.role)
        given = ProcessRole.objects.filter(process=process, ended_at=None, person__is_active=True)
        for role in given.select_related("person"):
            staff[role.person_id] = role.person
            own[role.person_id].add(role.role)
            if role.role == "coordinator":
                here.add(role.person_id)
        by_name = sorted(staff.values(), key=lambda one: (one.name.casefold(), one.pk))
        able = [one for one in by_name if ABILITY in abilities_of(own[one.pk], partner[one.pk])]
        owners = [one for one in by_name if "coordinator" in own[one.pk]]
        admins = [one for one in by_name if "county_admin" in own[one.pk]]
        return cls(staff, able, [one for one in by_name if one.pk in here] or owners or admins)

    def of_measure(self, measure: Measure) -> Sequence[Person]:
        """Who is reminded of a measure, of the chosen only who can tell how far it is; nobody where nobody works here."""
        chosen = next((one for one in self.able if one.pk == measure.reminded_id), None)
        person = chosen or self.staff.get(measure.owner_id or 0)
        return [person] if person is not None else self.coordinators

    def choices(self, measure: Measure | None) -> Sequence[tuple[int, str]]:
        """Who may be chosen for a measure, in words: whoever was chosen stays, until somebody chooses another."""
        found = [(one.pk, named(one)) for one in self.able]
        kept = measure.reminded if measure is not None else None
        if kept is None or kept in self.able:
            return found
        return [*found, (kept.pk, _("%(name)s (works on this no more)") % {"name": named(kept)})]

    def in_words(self, measure: Measure) -> str:
        """For staff: who is reminded, and when; why it is not the one who was chosen."""
        found = self.of_measure(measure)
        if not found:
            return _("Nobody is reminded: no coordinator works on this.")
        if found is self.coordinators:
            names = {"names": ", ".join(named(one) for one in found)}
            if measure.reminded_id is not None:
                text = _("Whoever was chosen works on this no more, so the coordinators are reminded: %(names)s.")
            else:
                text = _("Nobody is chosen, so the coordinators are reminded: %(names)s.")
            return text % names
        text = _("%(name)s is reminded two weeks before the day, and once a month when it has passed.")
        return text % {"name": named(found[0])}


def named(person: Person) -> str:
    """What a colleague is called; by address where no name is told."""
    return person.name or str(person.email or "")


def _grants(process: Process) -> Sequence[RoleGrant]:
    partners = ProcessPartner.objects.filter(process=process, left_at=None).values("authority")
    where = Q(authority=process.owner_id) | Q(authority__in=partners)
    return list(RoleGrant.objects.filter(where, ended_at=None, person__is_active=True).select_related("person"))
