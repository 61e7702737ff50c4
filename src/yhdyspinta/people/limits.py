"""How often something may be tried: counted per account, address or code, never per network address alone.

A library, school or care home of 200 people shares one network address, so limits follow what is attacked.
"""

from datetime import timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from yhdyspinta.audit import clock
from yhdyspinta.people.models import RateWindow

_SALT = "people.limits"


def allow(key: str, *, times: int, within: timedelta) -> bool:
    """Count one try under the key; False when there were already `times` in the window.

    Call it in a view before the action: a try counts also when the action is refused and rolled back. The key is kept
    only as a keyed hash.
    """
    digest = salted_hmac(_SALT, key.casefold(), algorithm="sha256").hexdigest()
    at = clock.now()
    with transaction.atomic():
        RateWindow.objects.get_or_create(key=digest, defaults={"since": at, "ends_at": at + within})
        window = RateWindow.objects.select_for_update().get(key=digest)
        if at >= window.ends_at:
            window.since, window.ends_at, window.count = at, at + within, 0
        if window.count >= times:
            return False
        window.count += 1
        window.save()
    return True


def forget_old() -> int:
    """Remove windows that have ended; returns how many."""
    return RateWindow.objects.filter(ends_at__lt=clock.now()).delete()[0]
