"""The people of the demo world: plainly invented, with addresses that lead nowhere."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.actions import confirm_email
from yhdyspinta.people.models import Person
from yhdyspinta.people.operators import make_operator
from yhdyspinta.processes.invitations import accept_invitation, invite

COUNTY: Final = "keski-suomi"
BILINGUAL_COUNTY: Final = "pohjanmaa"
TOWN: Final = "jyvaskyla"


@dataclass(frozen=True)
class Part:
    """A role that a visitor of the demo may sign in as."""

    key: str
    email: str
    name: str
    authority: str
    role: str = ""
    language: str = "fi"
    is_operator: bool = False


PARTS: Final = {
    part.key: part
    for part in (
        Part("resident", "aino.asukas@example.org", "Aino Asukas", COUNTY),
        Part("swedish_resident", "svea.svensk@example.org", "Svea Svensk", BILINGUAL_COUNTY, language="sv"),
        Part("organisation", "olli.omainen@example.org", "Olli Omainen", COUNTY),
        Part("coordinator", "bertta.koordinaattori@example.org", "Bertta Koordinaattori", COUNTY, "coordinator"),
        Part("partner_coordinator", "pekka.kumppani@example.org", "Pekka Kumppani", TOWN, "coordinator"),
        Part(
            "swedish_coordinator",
            "karin.koordinator@example.org",
            "Karin Koordinator",
            BILINGUAL_COUNTY,
            "coordinator",
            "sv",
        ),
        Part("swedish_answerer", "stina.svarare@example.org", "Stina Svarare", BILINGUAL_COUNTY, "answerer", "sv"),
        Part("moderator", "maija.moderaattori@example.org", "Maija Moderaattori", COUNTY, "moderator"),
        Part("answerer", "ville.vastaaja@example.org", "Ville Vastaaja", COUNTY, "answerer"),
        Part("typist", "lasse.lomake@example.org", "Lasse Lomake", COUNTY, "typist"),
        Part("viewer", "kaisa.katselija@example.org", "Kaisa Katselija", COUNTY, "viewer"),
        Part("registrar", "risto.kirjaaja@example.org", "Risto Kirjaaja", COUNTY, "registrar"),
        Part(
            "data_protection_officer",
            "tiina.tietosuoja@example.org",
            "Tiina Tietosuoja",
            COUNTY,
            "data_protection_officer",
        ),
        Part("county_admin", "heikki.hallinta@example.org", "Heikki Hallinta", COUNTY, "county_admin"),
        Part("operator", "outi.yllapito@example.org", "Outi Ylläpito", COUNTY, is_operator=True),
    )
}

#: Also needed to build the world, though nobody signs in as them.
SUPPORT: Final = (
    Part("second_moderator", "mikko.moderaattori@example.org", "Mikko Moderaattori", COUNTY, "moderator"),
)


def make_operator_of_demo(at: datetime) -> Person:
    """The operator signs up first: somebody has to switch the authorities on and invite the first administrators."""
    person = _sign_up(PARTS["operator"], at)
    return make_operator(actor=None, email=person.email or "", name=person.name, at=at)


def make_people(authorities: dict[str, Authority], operator: Person, at: datetime) -> dict[str, Person]:
    """Everybody of the cast, by the key of their part; administrators invite first, then everybody else is invited."""
    people = {"operator": operator}
    parts = [part for part in (*PARTS.values(), *SUPPORT) if not part.is_operator]
    for part in sorted(parts, key=lambda part: part.role != "county_admin"):
        person = people[part.key] = _sign_up(part, at)
        if part.role:
            by_operator = part.role == "county_admin" or part.authority != COUNTY
            giver = operator if by_operator else people["county_admin"]
            _take_role(part, person, authorities[part.authority], giver, at)
    return people


def _sign_up(part: Part, at: datetime) -> Person:
    """An account whose e-mail address was confirmed, as a code sent to it does."""
    person = Person.objects.create_user(
        email=part.email, name=part.name, language=part.language, is_demo=True, created_at=at
    )
    return confirm_email(actor=person, at=at)


def _take_role(part: Part, person: Person, authority: Authority, giver: Person, at: datetime) -> None:
    """An invitation comes by e-mail, and its link is followed the next hour."""
    offer = invite(actor=giver, authority=authority, role=part.role, email=part.email, at=at)
    accept_invitation(actor=person, invitation=offer, at=at + timedelta(hours=1))
