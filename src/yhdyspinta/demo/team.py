"""How the demo's staff work together: invitations, a role in one process, a block, a text that waits for approval."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from yhdyspinta.demo.regulars import ORGANISATION
from yhdyspinta.demo.stories import text_of
from yhdyspinta.documents.actions import import_draft
from yhdyspinta.documents.models import Document
from yhdyspinta.people.actions import block_person
from yhdyspinta.people.models import Person
from yhdyspinta.people.speaker_invitations import invite_speaker
from yhdyspinta.processes.invitations import accept_invitation, invite
from yhdyspinta.processes.models import Process

_COMING = "uusi.moderaattori@example.org"
_HELPING = "lauri.lukija@example.org"
_CHAIR = "puheenjohtaja.omainen@example.org"


def invite_people(process: Process, people: Mapping[str, Person], *, at: datetime) -> None:
    """Somebody is invited to the county, somebody to the process; the second moderator answers in the process too.

    The organisation's chair is asked to speak for it too: one asks for approval then, and another gives it.
    """
    coordinator, second, owner = people["coordinator"], people["second_moderator"], process.owner
    invite(actor=people["county_admin"], authority=owner, role="moderator", email=_COMING, at=at)
    invite(actor=coordinator, authority=owner, process=process, role="viewer", email=_HELPING, at=at)
    offer = invite(
        actor=coordinator, authority=owner, process=process, role="answerer", email=second.email or "", at=at
    )
    accept_invitation(actor=second, invitation=offer, at=at + timedelta(hours=1))
    invite_speaker(actor=coordinator, authority=owner, name=ORGANISATION, email=_CHAIR, at=at)


def block_advertiser(advertiser: Person, process: Process, people: Mapping[str, Person], *, at: datetime) -> None:
    """Whoever goes on advertising cannot take part for a month."""
    block_person(
        actor=people["coordinator"],
        person=advertiser,
        authority=process.owner,
        reason="Mainoksia kommentteina toistuvasti.",
        until=at + timedelta(days=30),
        at=at,
    )


def bring_corrected_text(document: Document, people: Mapping[str, Person], *, at: datetime) -> None:
    """The Swedish text came back from the translator and waits for approval."""
    import_draft(
        actor=people["coordinator"],
        document=document,
        language="sv",
        source="markdown",
        text=text_of("plan", "sv"),
        at=at,
    )
