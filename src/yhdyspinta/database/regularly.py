"""Work that a worker does at set times, and one piece of it never twice at once."""

from collections.abc import Callable
from typing import Any

from procrastinate.contrib.django import app

_APP: Any = app  # its decorators tell no types

#: What is done; it is given the planned moment.
Work = Callable[[int], None]


def regularly(cron: str, *, queue: str, name: str) -> Callable[[Work], Work]:
    """Do it at the times of `cron`; not while the time before still waits."""

    def planned(work: Work) -> Work:
        made: Work = _APP.periodic(cron=cron)(_APP.task(queue=queue, name=name, queueing_lock=name)(work))
        return made

    return planned
