"""All of search made anew from what is public now: for the operator, after a restore or when something is not found."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from yhdyspinta.processes.indexing import reindex_process
from yhdyspinta.processes.models import Process


def rebuild_search(*, at: datetime, batch: int = 50) -> Iterator[tuple[int, int]]:
    """Rebuild search process by process; after each batch tells how many are done, of how many.

    Each process is a transaction of its own, so the pages work meanwhile and a broken run may begin again.
    """
    keys = list(Process.objects.order_by("pk").values_list("pk", flat=True))
    for done, key in enumerate(keys, start=1):
        _rebuild(key, at)
        if done % batch == 0 or done == len(keys):
            yield done, len(keys)


@transaction.atomic
def _rebuild(key: int, at: datetime) -> None:
    """One process, locked; nothing of one that has been removed meanwhile."""
    process = Process.objects.select_for_update(of=("self",)).select_related("owner").filter(pk=key).first()
    if process is not None:
        reindex_process(process, at=process.published_at or at, keeps_days=True)
