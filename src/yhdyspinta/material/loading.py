"""Rounds and comments for staff of their process, and what every page of the material shows around itself."""

from typing import Any

from django.http import Http404, HttpRequest

from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions.bulk import ABILITY
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import abilities_here, staff_process
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.taking_comments import keys_of_comment_methods

SEE = "see_desk"


def round_of(request: HttpRequest, process: str, activity: str, ability: str = SEE) -> Activity:
    """The activity, of a method that takes comments, for staff of its process with the ability."""
    owner = staff_process(request, process, ability)
    found = Activity.objects.filter(process=owner, slug=activity, method_key__in=keys_of_comment_methods()).first()
    if found is None:
        raise Http404
    found.process = owner
    return found


def comment_of(activity: Activity, number: int) -> Comment:
    """A comment of the round by its number; 404 for another."""
    rows = Comment.objects.filter(activity=activity, number=number)
    found = rows.select_related("sender__organisation", "work__assignee", "signature__leader", "closure").first()
    if found is None:
        raise Http404
    found.activity = activity
    return found


def frame(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    """The ways between the pages, and whether the reader may change anything."""
    names = (
        "table", "change", "undo", "save_view", "download", "themes", "suggest", "similar", "compare",
    )  # fmt: skip
    return {
        "process": activity.process,
        "activity": activity,
        "links": {name: activity_address(activity, f"material:{name}") for name in names},
        "desk_path": address("site:desk", activity.process.owner),
        "process_path": process_address(activity.process, "processes:overview"),
        "may_change": ABILITY in abilities_here(request),
        "sees_senders": "see_senders" in abilities_here(request),
    }
