"""How this web process goes easy on a provider, so that one that hangs does not take its threads.

Little is asked twice, little at a time, and whoever did not answer is left alone for a while. All of it is kept in the
memory of the process.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any, Final

from django.core.cache import cache

from yhdyspinta.people.identification.deadline import Deadline
from yhdyspinta.wording.refusals import Refusal

KEPT: Final = 300  # seconds that a provider's description of itself holds
REST: Final = 30  # seconds in which nobody asks one that did not answer in time
MOST_AT_ONCE: Final = 2  # of the threads of a process
_WAIT: Final = 1.0  # seconds for a place among those
_PLACES: Final = BoundedSemaphore(MOST_AT_ONCE)


@contextmanager
def asking(issuer: str, deadline: Deadline) -> Iterator[None]:
    """While the provider is asked something. Raises Refusal: identification_away, when it is not to be asked now."""
    require_awake(issuer)
    if not _PLACES.acquire(timeout=min(_WAIT, deadline.left())):
        raise Refusal("identification_away", status=503)
    try:
        require_awake(issuer)  # somebody may have waited in vain meanwhile
        yield
    finally:
        _PLACES.release()


def require_awake(issuer: str) -> None:
    """Raise Refusal: identification_away, while one that did not answer is left alone."""
    if cache.get(f"identification:rest:{issuer}"):
        raise Refusal("identification_away", status=503)


def leave_alone(issuer: str) -> None:
    """It did not answer in time."""
    cache.set(f"identification:rest:{issuer}", True, REST)


def remembered(issuer: str) -> dict[str, Any] | None:
    """The provider's description of itself, if it gave one lately."""
    found: dict[str, Any] | None = cache.get(f"identification:description:{issuer}")
    return found


def remember(issuer: str, description: dict[str, Any]) -> None:
    """What the provider says of itself; its keys are never kept."""
    cache.set(f"identification:description:{issuer}", description, KEPT)
