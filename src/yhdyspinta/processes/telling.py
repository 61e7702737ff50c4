"""Tell everybody who follows a process that something happened in it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from yhdyspinta.notices.outbox import owe_each
from yhdyspinta.processes.follows import anybody_hears, receivers
from yhdyspinta.processes.models import Follow, Process


def tell_followers(
    process: Process, kind: str, *, at: datetime, is_result: bool = False, is_done: bool = False, **values: Any
) -> int:
    """Owe each follower the notice, inside the transaction of the change; returns how many.

    `is_result` marks what was decided or promised: those who chose to hear only of results get it too. `is_done` marks
    what was done: everybody who follows gets it.
    """
    found = receivers(process, what=_what(is_result=is_result, is_done=is_done))
    values |= {"process": process.slug, "owner": process.owner.slug, "title": dict(process.title)}
    owe_each(kind, told=[(receiver, values) for receiver in found], authority=process.owner, at=at)
    return len(found)


def tells(process: Process, *, is_result: bool = False, is_done: bool = False) -> bool:
    """Whether `tell_followers` finds anybody to tell."""
    return anybody_hears(process, what=_what(is_result=is_result, is_done=is_done))


def who_is_told(*, anybody: bool) -> str:
    """What is said to staff of a deed that followers hear of: only what is true."""
    return _("Those who follow are told.") if anybody else _("Nobody is told: nobody has asked to hear of this.")


def followers_told(process: Process, *, is_result: bool = False) -> str:
    """`who_is_told` of what `tell_followers` tells."""
    return who_is_told(anybody=tells(process, is_result=is_result))


def _what(*, is_result: bool, is_done: bool) -> str:
    return Follow.What.DONE if is_done else Follow.What.RESULTS if is_result else Follow.What.EVERYTHING
