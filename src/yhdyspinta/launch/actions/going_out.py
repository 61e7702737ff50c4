"""Letting planned releases out by the clock: each on its own, tried again with growing pauses, shown when it fails."""

import logging
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q, QuerySet

from yhdyspinta.audit.trail import record
from yhdyspinta.launch.actions.releasing import ABILITY, tell_out
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.notices.outbox import owe
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff

TRIES: Final = 5
_FIRST_PAUSE: Final = timedelta(minutes=1)
_log = logging.getLogger(__name__)


def let_out(*, at: datetime) -> int:
    """Let out whatever is due, each in a transaction of its own: one that fails stops no other. Returns how many went."""
    return sum(_attempt(None, release, at) for release in list(_due(at)))


def _due(at: datetime) -> QuerySet[LaunchRelease]:
    ready = Q(next_try_at=None) | Q(next_try_at__lte=at)
    found = LaunchRelease.objects.filter(ready, told_at=None, release_at__lte=at, tries__lt=TRIES)
    return found.order_by("release_at", "pk")


@transaction.atomic
def go_out(*, actor: Person | None, release: LaunchRelease, at: datetime) -> bool:
    """Let a planned release out when its time has come; the clock does. Again, or before its time: nothing.

    One whose process is off the site waits until it is back.
    """
    rows = LaunchRelease.objects.select_for_update(of=("self",)).select_related("activity__process__owner")
    found = rows.filter(pk=release.pk, told_at=None, release_at__lte=at).first()
    if found is None or not found.activity.process.is_public(at):
        return False
    tell_out(found, actor, at)
    return True


@transaction.atomic
def try_again(*, actor: Person, activity: Activity, at: datetime) -> bool:
    """Let out at once what the clock could not; whether nothing waits any more. Again, once it is out: nothing."""
    require_staff(actor, ABILITY, activity.process)
    waiting = LaunchRelease.objects.filter(activity=activity, told_at=None, release_at__lte=at).first()
    return waiting is None or _attempt(actor, waiting, at)


def _attempt(actor: Person | None, release: LaunchRelease, at: datetime) -> bool:
    try:
        return go_out(actor=actor, release=release, at=at)
    except Exception as problem:  # noqa: BLE001 (whatever it is, others go out and staff see it)
        _log.exception("a planned launch release did not go out")
        _note_failure(release, type(problem).__name__, at)
        return False


@transaction.atomic
def _note_failure(release: LaunchRelease, problem: str, at: datetime) -> None:
    """Keep why it failed and when it is tried next; after the last try its releaser is told, once."""
    rows = LaunchRelease.objects.select_for_update(of=("self",))
    rows = rows.select_related("activity__process__owner", "released_by")
    found = rows.filter(pk=release.pk, told_at=None).first()
    if found is None:
        return
    found.tries = min(found.tries + 1, TRIES)
    found.problem, found.failed_at = problem[:80], at
    found.next_try_at = at + _FIRST_PAUSE * 2 ** (found.tries - 1) if found.tries < TRIES else None
    found.save(update_fields=["tries", "problem", "failed_at", "next_try_at"])
    process = found.activity.process
    record(
        "launch.failed", actor=None, target=found.activity, at=at, process=process, number=found.number,
        tries=found.tries,
    )  # fmt: skip
    if found.tries == TRIES:
        _tell_releaser(found, at)


def _tell_releaser(release: LaunchRelease, at: datetime) -> None:
    process = release.activity.process
    person = release.released_by
    if person is not None and person.is_active:
        owe(
            "launch.failed",
            to=receiver_of(person),
            authority=process.owner,
            at=at,
            once_key=f"launch.failed:{release.pk}",
            process=process.slug,
            owner=process.owner.slug,
            title=dict(process.title),
            path=activity_address(release.activity, "launch:preview", language=person.language),
        )
