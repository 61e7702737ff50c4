"""Who may give roles, block, and look after organisations in an authority."""

from typing import Final

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import ROLES, abilities_of, abilities_without_roles
from yhdyspinta.wording.refusals import Refusal

#: Roles that look after the whole authority: only its administrators and the operator give and end them.
ADMINISTRATORS_GIVE: Final = frozenset({"county_admin", "registrar", "data_protection_officer"})


def roles_in(person: Person, authority: Authority) -> set[str]:
    """The roles that the person has in the authority now."""
    return set(
        RoleGrant.objects.filter(person=person, authority=authority, ended_at=None).values_list("role", flat=True)
    )


def abilities_in(person: Person, authority: Authority) -> frozenset[str]:
    """What the person may do in the authority as staff, asked from the database each time."""
    fixed = abilities_without_roles(person)
    return abilities_of(roles_in(person, authority)) if fixed is None else fixed


def require_ability(person: Person, ability: str, authority: Authority) -> None:
    """Raise Refusal("not_your_role") unless the person has the ability in the authority."""
    if ability not in abilities_in(person, authority):
        raise Refusal("not_your_role", status=403)


def roles_to_give(person: Person, authority: Authority) -> list[str]:
    """The roles that the person may give in the authority, in the order of the list."""
    abilities = abilities_in(person, authority)
    if "give_roles" not in abilities:
        return []
    return [key for key in ROLES if key not in ADMINISTRATORS_GIVE or "administer" in abilities]


def require_giver(person: Person, role: str, authority: Authority) -> None:
    """Raise a refusal unless the person may give and end the role in the authority."""
    require_ability(person, "give_roles", authority)
    if role not in ROLES:
        raise Refusal("unknown_role", field="role")
    if role not in roles_to_give(person, authority):
        raise Refusal("role_not_yours_to_give", status=403, field="role")
