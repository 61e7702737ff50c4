"""Where the pages of a round stand, as plain values for templates."""

from collections.abc import Callable
from typing import Any, NamedTuple

from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity


def path_of(activity: Activity, name: str, **parts: Any) -> str:
    return activity_address(activity, f"comment_rounds:{name}", **parts)


class CommentPaths(NamedTuple):
    """The places from which something is done with a comment."""

    own: str
    reply: str
    endorse: str
    report: str


def comment_paths(activity: Activity) -> Callable[[int], CommentPaths]:
    """The places of a round's comments by number; the addresses are asked once, however many comments there are."""
    shapes = [path_of(activity, "comment", number=0), path_of(activity, "endorse", number=0), report_path(activity, 0)]
    own, endorse, report = (tuple(shape.rsplit("/0/", 1)) for shape in shapes)
    form = f"{path_of(activity, 'comment_form')}?reply="

    def paths(number: int) -> CommentPaths:
        place = f"/{number}/"
        return CommentPaths(place.join(own), f"{form}{number}", place.join(endorse), place.join(report))

    return paths


def report_path(activity: Activity, number: int) -> str:
    """Moderation's page for reporting a comment."""
    return activity_address(activity, "moderation:report", number=number)
