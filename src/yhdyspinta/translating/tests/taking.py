"""Take a file in a test, after a look at it when it was read."""

import re
from collections.abc import Collection

from yhdyspinta.audit import clock
from yhdyspinta.people.models import Person
from yhdyspinta.translating import actions
from yhdyspinta.translating.looking import seen_of
from yhdyspinta.translating.models import ReturnedFile


def seen_when_read(kept: ReturnedFile) -> str:
    """What the page showed at once when the file had been read."""
    return seen_of((row["key"], row["before"], row["mark"]) for row in kept.rows)


def shown_on(page: str) -> str:
    """What the form of a page tells that it showed."""
    found = re.search(r'name="seen" value="(\w+)"', page)
    assert found, "the page has no form"
    return found[1]


def take(who: Person, kept: ReturnedFile, left: Collection[str] = ()) -> int:
    """How many texts were changed."""
    returned = ReturnedFile.objects.select_related("process__owner", "authority").get(pk=kept.pk)
    return actions.take_returned(actor=who, returned=returned, seen=seen_when_read(kept), left=left, at=clock.now())
