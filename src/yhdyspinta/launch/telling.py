"""Who hears that a launch pack went out, beside those who follow: the authority's people who write it."""

from datetime import datetime
from typing import Final

from django.db.models import Q

from yhdyspinta.launch.actions.writing import ABILITY
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.notices.outbox import owe_each_once
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import ROLES
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Process, ProcessRole
from yhdyspinta.processes.short_links import code_of

_MOST: Final = 100
_WRITING: Final = [key for key, role in ROLES.items() if ABILITY in role.abilities]


def tell_communications(release: LaunchRelease, actor: Person | None, *, at: datetime) -> int:
    """Owe each of them what went out and where it stands, but not to whoever released it by hand; returns how many."""
    process = release.activity.process
    people = [person for person in _writers(process) if person != actor]
    values = {
        "process": process.slug,
        "owner": process.owner.slug,
        "title": dict(process.title),
        "activity": release.activity.slug,
        "number": release.number,
        "code": code_of(release.activity_id),
        "headline": dict(release.words["headline"]),
        "is_correction": release.is_correction,
        "has_picture": release.picture_id is not None,
    }
    told = {
        f"launch.out:{release.pk}:{person.pk}": (receiver_of(person), {**values, "path": _path(release, person)})
        for person in people
    }
    owe_each_once("launch.out", told=told, authority=process.owner, at=at)
    return len(people)


def _path(release: LaunchRelease, person: Person) -> str:
    return activity_address(release.activity, "launch:preview", language=person.language)


def _writers(process: Process) -> list[Person]:
    """The owner's people who may write the pack; a partner's coordinators see it on its page."""
    granted = RoleGrant.objects.filter(authority=process.owner_id, ended_at=None, role__in=_WRITING)
    here = ProcessRole.objects.filter(process=process, ended_at=None, role__in=_WRITING)
    either = Q(pk__in=granted.values("person")) | Q(pk__in=here.values("person"))
    return list(Person.objects.filter(either, is_active=True, erased_at=None).order_by("pk")[:_MOST])
