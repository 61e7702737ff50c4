"""How far a long file is being brought in, told from within the one transaction that brings it in.

What a transaction writes nobody else sees before it ends, so the numbers are written on a connection of their own.
"""

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Final, Self

from django.db import DatabaseError, connections
from psycopg_pool import PoolTimeout

from yhdyspinta.audit import clock
from yhdyspinta.intake.models import UploadProgress

_log = logging.getLogger(__name__)
_PAUSE: Final = 1.0  # seconds between two tellings


class Telling:
    """Tells in a thread, whose connection is its own; closed with it."""

    def __init__(self, upload: int) -> None:
        self._upload = upload
        self._told_at = 0.0
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="progress")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.submit(connections.close_all).result()
        self._pool.shutdown()

    def checked(self, rows: int) -> None:
        """So many rows have been read once more."""
        self._tell(checked=rows)

    def stored(self, comments: int) -> None:
        """So many comments have been stored."""
        self._tell(stored=comments)

    def _tell(self, **numbers: int) -> None:
        """At most once a second: a sign of life, too."""
        now = time.monotonic()
        if now - self._told_at >= _PAUSE:
            self._told_at = now
            self._pool.submit(_write, self._upload, numbers).result()


def _write(upload: int, numbers: dict[str, int]) -> None:
    """Best effort: what could not be told, as when no connection is free, stops no import."""
    try:
        UploadProgress.objects.filter(pk=upload).update(at=clock.now(), **numbers)
    except (DatabaseError, PoolTimeout) as error:
        _log.warning("How far a file is could not be told: %s", type(error).__name__)
