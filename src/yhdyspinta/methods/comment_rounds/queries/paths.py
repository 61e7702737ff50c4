"""Where the pages of a round stand, as plain values for templates."""

from typing import Any

from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity


def path_of(activity: Activity, name: str, **parts: Any) -> str:
    return activity_address(activity, f"comment_rounds:{name}", **parts)


def comment_paths(activity: Activity, number: int) -> dict[str, str]:
    """The places from which something is done with a comment."""
    own = path_of(activity, "comment", number=number)
    return {
        "own": own,
        "reply": f"{path_of(activity, 'comment_form')}?reply={number}",
        "endorse": path_of(activity, "endorse", number=number),
        "report": report_path(activity, number),
    }


def report_path(activity: Activity, number: int) -> str:
    """Moderation's page for reporting a comment."""
    return activity_address(activity, "moderation:report", number=number)
