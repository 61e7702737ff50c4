"""May somebody do something? One question, one answer with its reason: the first no wins."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Protocol, Self

from django.db import models

from yhdyspinta.authorities.models import Authority
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.people.models import Block, Person, RoleGrant
from yhdyspinta.people.roles import abilities_of, abilities_without_roles
from yhdyspinta.people.visitors import Someone
from yhdyspinta.places.naming import municipality_names
from yhdyspinta.processes.models import Activity, Process, ProcessPartner, ProcessRole
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class Permit:
    """The verdict of a rule: allowed, or the code of the reason that the page prints."""

    allowed: bool
    why_not: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.allowed

    @property
    def words(self) -> str:
        return "" if self.allowed else Refusal(self.why_not, **self.values).words


YES = Permit(allowed=True)


def no(code: str, **values: Any) -> Permit:
    """A no with its reason."""
    return Permit(allowed=False, why_not=code, values=values)


class Rule(Protocol):
    """What a method says of one ability in one of its activities."""

    def __call__(self, person: Someone, activity: Activity, *, at: datetime) -> Permit: ...


@dataclass(frozen=True)
class Requirement:
    """What staff ask of those who use one ability of an activity, whatever its method.

    It is kept in `Activity.settings["requirements"][<ability>]`. A method that lets staff ask for something writes
    `stored_requirements` among its settings; `may_take_part` reads it before the method's own rule. Without it an
    ability is open to everybody.
    """

    level: int = Person.Level.GUEST  # the least level of identification: people.Person.Level
    municipalities: tuple[str, ...] = ()  # codes of home municipalities; empty is everybody

    @classmethod
    def of(cls, activity: Activity, ability: str) -> Self:
        kept = activity.settings.get("requirements", {}).get(ability, {})
        return cls(level=int(kept.get("level", 0)), municipalities=tuple(kept.get("municipalities") or ()))


def stored_requirements(asked: Mapping[str, Requirement]) -> dict[str, Any]:
    """The piece of an activity's settings that holds what is asked, by ability."""
    kept = {
        ability: {"level": int(each.level), "municipalities": list(each.municipalities)}
        for ability, each in asked.items()
    }
    return {"requirements": kept}


def staff_abilities(person: Someone, target: Authority | Process) -> frozenset[str]:
    """Every staff ability that the person has in the authority or process, asked from the database each time."""
    if not isinstance(person, Person):
        return frozenset()
    fixed = abilities_without_roles(person)
    if fixed is not None:
        return fixed
    if isinstance(target, Authority):
        return abilities_of(_grants(person, models.Q(authority=target)).values_list("role", flat=True))
    return _process_abilities(person, target)


def _process_abilities(person: Person, process: Process) -> frozenset[str]:
    partners = ProcessPartner.objects.filter(process=process, left_at=None).values("authority")
    found = _grants(person, models.Q(authority=process.owner_id) | models.Q(authority__in=partners))
    owner = models.Value(process.owner_id, output_field=models.BigIntegerField())
    given = ProcessRole.objects.filter(person=person, process=process, ended_at=None).values_list("role", owner)
    own, partner = set[str](), set[str]()
    for role, authority_id in found.values_list("role", "authority_id").union(given, all=True):
        (own if authority_id == process.owner_id else partner).add(role)
    return abilities_of(own, partner)


def _grants(person: Person, where: models.Q) -> models.QuerySet[RoleGrant]:
    return RoleGrant.objects.filter(where, person=person, ended_at=None)


def may_staff(person: Someone, ability: str, target: Authority | Process) -> Permit:
    """Whether a member of staff may do something in an authority or process."""
    return YES if ability in staff_abilities(person, target) else no("not_your_role")


_BLOCKS: Final[Prepared[Block]] = Prepared(
    lambda person, authority, at: Block.objects.filter(
        person=person, authority=authority, lifted_at=None, since__lte=at, until__gt=at
    )
)


def blocked(person: Someone, authority: Authority, *, at: datetime) -> Block | None:
    """The block that keeps the person from taking part now, if there is one."""
    if not isinstance(person, Person) or not getattr(person, "has_blocks", True):  # read with a guest
        return None
    return _BLOCKS.first(person=person.pk, authority=authority.pk, at=at)


def may_take_part(person: Someone, ability: str, activity: Activity, *, at: datetime, rule: Rule) -> Permit:
    """Whether somebody may do what a method offers: public? not blocked? identified enough? the method's own rule?"""
    process = activity.process
    if not process.is_public(at):
        return no("not_public")
    if process.cancelled_at is not None:
        return no("process_cancelled")
    if process.paused_at is not None:
        return no("process_paused")
    block = blocked(person, process.owner, at=at)
    if block is not None:
        return no("you_are_blocked", until=block.until, reason=block.reason)
    return _requirements(person, ability, activity) and rule(person, activity, at=at)


def _requirements(person: Someone, ability: str, activity: Activity) -> Permit:
    """What staff ask of those who use this ability: a level of identification, a home municipality."""
    asked = Requirement.of(activity, ability)
    if person.level < asked.level:
        return no("strong_identification_needed" if asked.level == Person.Level.STRONG else "confirmed_email_needed")
    if asked.municipalities:
        home = person.home_municipality if isinstance(person, Person) else None
        if home is None or home.code not in asked.municipalities:
            homes = municipality_names(asked.municipalities, page_language())
            return no("home_elsewhere", municipalities=homes)
    return YES


def require(permit: Permit) -> None:
    """Raise the refusal that the permit tells of. A page answers it with 403 and the reason."""
    if not permit.allowed:
        raise Refusal(permit.why_not, status=403, **permit.values)


def require_staff(person: Someone, ability: str, target: Authority | Process) -> None:
    require(may_staff(person, ability, target))
