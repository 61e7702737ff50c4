"""Whose name a measure's owner is: a unit, or one of the staff, whose name goes when they are erased."""

from collections.abc import Mapping

from django.db.models import Q, QuerySet

from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.processes.models import Process, ProcessPartner, ProcessRole
from yhdyspinta.wording.fields import Wording


def person_named(owner_name: Mapping[str, str], process: Process, actor: Person) -> Person | None:
    """Who is called what the owner is called: the one who writes, or the one member of the process's staff; else None."""
    found = [one for one in _staff(process) | Person.objects.filter(pk=actor.pk) if _tags(owner_name, one.name)]
    if actor in found:
        return actor
    return found[0] if len(found) == 1 else None


def without(owner_name: Mapping[str, str], person: Person, instead: Wording) -> Wording:
    """The owner's name when its person is erased: the authority's stands where theirs stood, a unit's stays.

    Where none is what they are called now, they were called so before.
    """
    theirs = _tags(owner_name, person.name) or set(owner_name)
    return Wording({tag: instead.text(tag) if tag in theirs else name for tag, name in owner_name.items()})


def _tags(owner_name: Mapping[str, str], name: str) -> set[str]:
    wanted = _plain(name)
    return {tag for tag, text in owner_name.items() if wanted and _plain(text) == wanted}


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _staff(process: Process) -> QuerySet[Person]:
    partners = ProcessPartner.objects.filter(process=process, left_at=None).values("authority")
    where = Q(authority=process.owner_id) | Q(authority__in=partners)
    granted = RoleGrant.objects.filter(where, ended_at=None).values("person")
    given = ProcessRole.objects.filter(process=process, ended_at=None).values("person")
    return Person.objects.filter(Q(pk__in=granted) | Q(pk__in=given))
