"""All of search made anew from what is public now: for the operator, after a restore or when something is not found."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.db import OperationalError, transaction

from yhdyspinta.processes.indexing import reindex_process
from yhdyspinta.processes.models import Process

#: What the database says when two waited for each other, or one waited too long: the same may work the next time.
_PASSING: Final = frozenset({"40P01", "40001", "55P03"})
_TRIES: Final = 5


def rebuild_search(*, at: datetime, batch: int = 50) -> Iterator[tuple[int, int]]:
    """Rebuild search process by process; after each batch tells how many are done, of how many.

    Each process is a transaction of its own, so the pages work meanwhile and a broken run may begin again.
    """
    keys = list(Process.objects.order_by("pk").values_list("pk", flat=True))
    for done, key in enumerate(keys, start=1):
        _rebuild_in_turn(key, at)
        if done % batch == 0 or done == len(keys):
            yield done, len(keys)


def _rebuild_in_turn(key: int, at: datetime) -> None:
    """One process; tried again when others who write at the same time were in the way."""
    for left in reversed(range(_TRIES)):
        try:
            _rebuild(key, at)
        except OperationalError as error:
            if not left or getattr(error.__cause__, "sqlstate", None) not in _PASSING:
                raise
        else:
            return


@transaction.atomic
def _rebuild(key: int, at: datetime) -> None:
    """One process, locked; nothing of one that has been removed meanwhile."""
    held = Process.objects.select_for_update(of=("self",), no_key=True)
    process = held.select_related("owner").filter(pk=key).first()
    if process is not None:
        reindex_process(process, at=process.published_at or at, keeps_days=True)
