"""Whose queue it is, and the comments that a moderator may decide: others get 404 or the reason why not."""

from typing import Final

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation import queries
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import staff_process
from yhdyspinta.processes.models import Activity, Process

ABILITY: Final = "moderate"


class Scope:
    """Whose queue it is: one process, or all processes of an authority."""

    def __init__(self, authority: Authority, process: Process | None = None) -> None:
        self.authority = authority
        self.process = process

    @property
    def processes(self) -> QuerySet[Process]:
        if self.process is not None:
            return Process.objects.filter(pk=self.process.pk)
        return Process.objects.filter(owner=self.authority)

    def path(self, name: str) -> str:
        if self.process is not None:
            return process_address(self.process, f"moderation:{name}")
        return address(f"moderation:authority_{name}", self.authority)


def staff_activity(request: HttpRequest, process: str, slug: str) -> Activity:
    """The activity, for somebody who moderates in its process."""
    owner = staff_process(request, process, ABILITY)
    found = Activity.objects.filter(process=owner, slug=slug).first()
    if found is None:
        raise Http404
    found.process = owner
    return found


def comment_of(activity: Activity, number: int) -> Comment:
    """A comment with what its page shows; 404 for another number."""
    found = queries.one_for_staff(activity, number)
    if found is None:
        raise Http404
    return found
