"""What somebody else holds is waited for a moment only, and whoever asks is told what it waits for."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError
from psycopg.errors import LockNotAvailable

from yhdyspinta.wording.refusals import Refusal


@contextmanager
def waits_shortly(code: str) -> Iterator[None]:
    """Raises the refusal of this code when somebody holds for longer than the database waits what is asked for here."""
    try:
        yield
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable):
            raise
        raise Refusal(code) from error
