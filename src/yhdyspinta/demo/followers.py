"""People who follow the demo's processes: by e-mail without an account, and signed in."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from yhdyspinta.people.models import Person
from yhdyspinta.processes.follows import change_follow, confirm_follow, follow_by_email, follow_process, unfollow
from yhdyspinta.processes.models import Process

#: What each hears of, how often, in which language.
_BY_EMAIL: Final = (
    ("seuraaja.yksi@example.org", "everything", "at_once", "fi"),
    ("seuraaja.kaksi@example.org", "results", "at_once", "fi"),
    ("toimitus@lehti.example.org", "everything", "daily", "fi"),
    ("foljare.ett@example.org", "everything", "at_once", "sv"),
)
_CHANGED_THEIR_MIND: Final = "seuraaja.kolme@example.org"
_NEVER_CONFIRMED: Final = "seuraaja.nelja@example.org"


def gather(process: Process, people: Iterable[Person], *, at: datetime) -> None:
    """Follow the process: most confirm at once, one never does, one stops."""
    for place, (email, what, digest, language) in enumerate(_BY_EMAIL):
        asked = at + timedelta(minutes=13 * place)
        follow = follow_by_email(process=process, email=email, language=language, what=what, digest=digest, at=asked)
        confirm_follow(follow=follow, at=asked + timedelta(minutes=4))
    for person in people:
        follow = follow_process(actor=person, process=process, what="results", at=at)
        change_follow(follow=follow, what="everything", digest="at_once", at=at + timedelta(minutes=1))
    follow_by_email(process=process, email=_NEVER_CONFIRMED, language="fi", what="results", digest="at_once", at=at)
    left = follow_by_email(
        process=process, email=_CHANGED_THEIR_MIND, language="fi", what="everything", digest="daily", at=at
    )
    unfollow(follow=confirm_follow(follow=left, at=at), at=at + timedelta(hours=2))
