"""Whose queue it is, and the comments that a moderator may decide: others get 404 or the reason why not."""

from typing import Final

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation import queries
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import actor_of, someone
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import authority_of, has_second_factor, staff_authority, staff_process
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.reach import processes_with

ABILITY: Final = "moderate"


class Scope:
    """Whose queue it is: one process, or all that an authority owns or shares and where the person moderates."""

    def __init__(self, authority: Authority, process: Process | None = None, person: Person | None = None) -> None:
        self.authority = authority
        self.process = process
        self.person = person

    @property
    def processes(self) -> QuerySet[Process]:
        if self.process is not None:
            return Process.objects.filter(pk=self.process.pk)
        if self.person is None:
            return Process.objects.none()
        return processes_with(self.person, self.authority, ABILITY)

    @property
    def process_path(self) -> str:
        """The process's own page, for the way back; empty where the queue is of many."""
        return process_address(self.process, "processes:overview") if self.process is not None else ""

    def path(self, name: str) -> str:
        if self.process is not None:
            return process_address(self.process, f"moderation:{name}")
        return address(f"moderation:authority_{name}", self.authority)


def scope_of(request: HttpRequest, process: str = "") -> Scope:
    """The scope that the address names: a process, or without one the authority."""
    if not process:
        return _authority_scope(request)
    found = staff_process(request, process, ABILITY)
    return Scope(found.owner, found)


def _authority_scope(request: HttpRequest) -> Scope:
    """The queue of an authority, for its moderators and for those who moderate in one of its processes."""
    authority, person = authority_of(request), someone(request)
    if isinstance(person, Person) and has_second_factor(request, person):
        scope = Scope(authority, person=person)
        if scope.processes.exists():
            return scope
    return Scope(staff_authority(request, ABILITY), person=actor_of(request))


def comment_of(activity: Activity, number: int) -> Comment:
    """A comment with what its page shows; 404 for another number."""
    found = queries.one_for_staff(activity, number)
    if found is None:
        raise Http404
    return found
