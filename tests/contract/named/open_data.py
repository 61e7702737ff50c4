"""The things that addresses of open_data name."""

from typing import Any

from yhdyspinta.comments.models import Comment
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity


def things(activity: Activity, comment: Comment, coordinator: Person) -> dict[str, Any]:
    """Values for the pieces of addresses, as in `things.py`."""
    return {}
