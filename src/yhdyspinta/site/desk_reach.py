"""What a person may do as staff of an authority: there, in each of its processes, and which pages the menu offers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import IntegerField, Prefetch, Q, QuerySet, Value
from django.http import Http404, HttpRequest

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import abilities_of, abilities_without_roles
from yhdyspinta.people.visitors import Someone, someone
from yhdyspinta.processes.loading import authority_of, has_second_factor
from yhdyspinta.processes.models import Activity, Process, ProcessPartner, ProcessRole
from yhdyspinta.wording.refusals import Refusal


@dataclass
class Reach:
    """What a person may do: in the authority, and in each of its processes."""

    in_authority: frozenset[str] = frozenset()
    in_process: dict[int, frozenset[str]] = field(default_factory=dict)

    def may(self, ability: str, process_id: int) -> bool:
        return ability in self.in_process.get(process_id, frozenset())


@dataclass(frozen=True)
class Work:
    """What a person may do in the authority itself, and somewhere in it: in at least one of its processes."""

    in_authority: frozenset[str] = frozenset()
    somewhere: frozenset[str] = frozenset()
    roles: "Roles | None" = None  # what it was made of, for `reach_of`


@dataclass(frozen=True)
class Roles:
    """Somebody's roles, by authority and by process."""

    by_authority: Mapping[int, set[str]]
    by_process: Mapping[int, set[str]]


def work_of(person: Someone, authority: Authority) -> Work:
    """The person's abilities at the desk of the authority; one query, two where they have roles elsewhere."""
    if not isinstance(person, Person):
        return Work()
    fixed = abilities_without_roles(person)
    if fixed is not None:
        return Work(fixed, fixed)
    roles = _roles_of(person)
    by_authority = {pk: found for pk, found in roles.by_authority.items() if pk != authority.pk}
    by_process, own = roles.by_process, roles.by_authority.get(authority.pk, set())
    of_owners, of_partners = set[str](), set[str]()
    if by_authority or by_process:
        for process, owner, partner in _shared(authority, by_authority, by_process):
            of_owners |= by_authority.get(owner, set()) | by_process.get(process, set())
            of_partners |= by_authority.get(partner, set())
    return Work(abilities_of(own), abilities_of(own | of_owners, of_partners), roles)


def _roles_of(person: Person) -> Roles:
    """The person's roles by authority and by process; one query."""
    by_authority: dict[int, set[str]] = defaultdict(set)
    by_process: dict[int, set[str]] = defaultdict(set)
    nothing = Value(None, output_field=IntegerField())
    grants = RoleGrant.objects.filter(person=person, ended_at=None).values_list("role", "authority_id", nothing)
    given = ProcessRole.objects.filter(person=person, ended_at=None).values_list("role", nothing, "process_id")
    for role, authority_id, process_id in grants.union(given):
        if authority_id is not None:
            by_authority[authority_id].add(role)
        else:
            by_process[process_id].add(role)
    return Roles(by_authority, by_process)


def _shared(authority: Authority, elsewhere: Iterable[int], processes: Iterable[int]) -> Iterable[tuple[int, int, int]]:
    """Of the authority's own and shared processes: (process, owner, 0), and of its own also (0, 0, partner)."""
    nothing = Value(0)
    ours = Process.objects.of(authority).order_by().filter(Q(owner__in=elsewhere) | Q(pk__in=processes))
    partners = ProcessPartner.objects.filter(process__owner=authority, left_at=None, authority__in=elsewhere)
    of_partners = partners.annotate(no_process=nothing, no_owner=nothing)
    return ours.values_list("pk", "owner_id", nothing).union(
        of_partners.values_list("no_process", "no_owner", "authority_id")
    )


def work_here(request: HttpRequest, authority: Authority) -> Work:
    """The abilities of whoever asks, read once for a page and its frame."""
    found: Work | None = getattr(request, "work", None)
    if found is None:
        found = work_of(someone(request), authority)
        request.work = found  # type: ignore[attr-defined]
    return found


def staff_desk(request: HttpRequest, ability: str = "see_desk") -> tuple[Person, Authority, Work]:
    """The person, the authority and the abilities for a page of the desk; 404 for those who have the ability nowhere here.

    Who only types opens the desk, and no other page of it.
    """
    authority = authority_of(request)
    person = someone(request)
    work = work_here(request, authority)
    if not isinstance(person, Person) or ability not in work.somewhere:
        raise Http404
    if not has_second_factor(request, person):
        raise Refusal("second_factor_needed", status=403)
    return person, authority, work


def with_work(processes: QuerySet[Process]) -> QuerySet[Any]:
    """The processes with owners, partners, activities, stages and kept groups: what the desk and `reach_of` ask."""
    partners = ArrayAgg("partnerships__authority", filter=Q(partnerships__left_at=None), default=Value([]))
    rounds = Activity.objects.select_related("kept_groups").prefetch_related("stages").order_by("pk")
    found = processes.select_related("owner").annotate(partner_ids=partners)
    return found.prefetch_related(Prefetch("activities", queryset=rounds))


def reach_of(
    person: Person, authority: Authority, processes: Sequence[Process], *, roles: Roles | None = None
) -> Reach:
    """The person's abilities in the authority and in each process at once; one query where roles are not given."""
    fixed = abilities_without_roles(person)
    if fixed is not None:
        return Reach(fixed, {process.pk: fixed for process in processes})
    roles = roles or _roles_of(person)
    reach = Reach(abilities_of(roles.by_authority.get(authority.pk, set())))
    for process in processes:
        own = roles.by_authority.get(process.owner_id, set()) | roles.by_process.get(process.pk, set())
        partner = set[str]().union(*(roles.by_authority.get(pk, set()) for pk in process.partner_ids if pk))  # type: ignore[attr-defined]
        reach.in_process[process.pk] = abilities_of(own, partner)
    return reach
