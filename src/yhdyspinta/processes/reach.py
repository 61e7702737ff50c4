"""The processes in which a person has an ability, as one queryset."""

from django.db.models import Q, QuerySet

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import OWNER_ONLY, PARTNER_ABILITIES, ROLES, abilities_without_roles
from yhdyspinta.processes.models import Process, ProcessPartner, ProcessRole


def processes_with(person: Person, authority: Authority, ability: str) -> QuerySet[Process]:
    """The processes that the authority owns or shares and where the person has the ability."""
    found = Process.objects.of(authority)
    fixed = abilities_without_roles(person)
    if fixed is not None:
        return found if ability in fixed else found.none()
    roles = [key for key, role in ROLES.items() if ability in role.abilities]
    grants = RoleGrant.objects.filter(person=person, ended_at=None, role__in=roles).values("authority")
    given = ProcessRole.objects.filter(person=person, ended_at=None, role__in=roles).values("process")
    where = Q(owner__in=grants) | Q(pk__in=given)
    if ability in PARTNER_ABILITIES - OWNER_ONLY:
        where |= Q(pk__in=ProcessPartner.objects.filter(authority__in=grants, left_at=None).values("process"))
    return found.filter(where)
