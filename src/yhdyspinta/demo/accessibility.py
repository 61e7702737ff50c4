"""Somebody who could not use a page, and said so."""

from datetime import datetime
from typing import Final
from uuid import UUID

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.visitors import VISITOR
from yhdyspinta.site.accessibility_actions import send_feedback

_KEY: Final = UUID("5f0c4c56-5a0b-4d1c-9d3e-0e6f6f0b7a11")
_TEXT: Final = (
    "Ruudunlukijani lukee vertailusivun muutokset peräkkäin, enkä huomannut, mistä uusi teksti alkaa. "
    "Voisiko poistetun ja lisätyn kohdan väliin lisätä sanan?"
)


def say_what_does_not_work(authority: Authority, *, at: datetime) -> None:
    """Send feedback on accessibility from an address that asks for an answer."""
    send_feedback(
        actor=VISITOR,
        authority=authority,
        key=_KEY,
        text=_TEXT,
        page_address=f"/{authority.slug}/fi/processes/",
        email="ruudunlukija@example.org",
        language="fi",
        at=at,
    )
