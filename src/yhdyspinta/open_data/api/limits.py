"""How often one network line may ask: counted in the memory of each web process, so that reading writes nothing.

The limit is far above what a library or a newsroom behind one address needs. An address is kept as a keyed hash, for
two minutes at most.
"""

import time
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from yhdyspinta.people.accounts import client_address
from yhdyspinta.people.networks import line_of
from yhdyspinta.wording.refusals import Refusal

WINDOW: Final = 60


@dataclass(frozen=True)
class Tries:
    """Where one address stands: how many requests are left in the window, and when the next one begins."""

    limit: int
    left: int
    seconds: int

    @property
    def is_over(self) -> bool:
        return self.left < 0

    @property
    def headers(self) -> dict[str, str]:
        told = {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(max(self.left, 0)),
            "RateLimit-Reset": str(self.seconds),
        }
        return told | ({"Retry-After": str(self.seconds)} if self.is_over else {})


def require_few(request: HttpRequest, *, worth: int) -> None:
    """Raise a Refusal where the address asks too much: what is costly to make counts as so many requests to the API."""
    if count(request, worth=worth).is_over:
        raise Refusal("too_many_tries", status=429)


def count(request: HttpRequest, *, worth: int = 1) -> Tries:
    """Count one request of the address that asks."""
    limit: int = settings.API_REQUESTS_A_MINUTE
    window, gone = divmod(int(time.time()), WINDOW)
    digest = salted_hmac("open_data.limits", line_of(client_address(request)), algorithm="sha256").hexdigest()
    key = f"api:{window}:{digest}"
    cache.add(key, 0, WINDOW)
    try:
        tries = cache.incr(key, worth)
    except ValueError:  # thrown out of the memory in between
        tries = worth
    return Tries(limit=limit, left=limit - tries, seconds=WINDOW - gone)
