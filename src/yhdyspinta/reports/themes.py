"""The themes that staff gave the comments of a round, as the report tells them."""

from typing import Any

from yhdyspinta.processes.models import Activity


def themes_of(activity: Activity) -> list[dict[str, Any]]:
    """Each theme's name in its languages and how many visible comments have it, the largest first; none when none."""
    return []
