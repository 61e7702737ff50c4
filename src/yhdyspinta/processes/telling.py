"""Tell everybody who follows a process that something happened in it."""

from datetime import datetime
from typing import Any

from yhdyspinta.notices.outbox import owe_each
from yhdyspinta.processes.follows import receivers
from yhdyspinta.processes.models import Follow, Process


def tell_followers(
    process: Process, kind: str, *, at: datetime, is_result: bool = False, is_done: bool = False, **values: Any
) -> int:
    """Owe each follower the notice, inside the transaction of the change; returns how many.

    `is_result` marks what was decided or promised: those who chose to hear only of results get it too. `is_done` marks
    what was done: everybody who follows gets it.
    """
    what = Follow.What.DONE if is_done else Follow.What.RESULTS if is_result else Follow.What.EVERYTHING
    found = receivers(process, what=what)
    values |= {"process": process.slug, "owner": process.owner.slug, "title": dict(process.title)}
    owe_each(kind, told=[(receiver, values) for receiver in found], authority=process.owner, at=at)
    return len(found)
