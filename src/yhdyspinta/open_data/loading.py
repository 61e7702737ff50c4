"""Rounds for the pages of open data: activities that take comments, of a process that the asker may see."""

from django.http import Http404, HttpRequest

from yhdyspinta.processes.loading import moment_of, public_activity
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.taking_comments import keys_of_comment_methods


def public_round(request: HttpRequest, process: str, activity: str) -> Activity:
    """A round of a published process; a draft gives out nothing, whoever asks."""
    found = public_activity(request, process, keys_of_comment_methods())
    if not found.process.is_public(moment_of(request)):
        raise Http404
    return found
