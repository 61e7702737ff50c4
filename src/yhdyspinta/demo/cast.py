"""The people of the demo world: plainly invented, with addresses that lead nowhere."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person, RoleGrant

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
    level: int = Person.Level.EMAIL
    is_operator: bool = False


PARTS: Final = {
    part.key: part
    for part in (
        Part("resident", "aino.asukas@example.org", "Aino Asukas", COUNTY),
        Part("swedish_resident", "svea.svensk@example.org", "Svea Svensk", BILINGUAL_COUNTY, language="sv"),
        Part("organisation", "olli.omainen@example.org", "Olli Omainen", COUNTY),
        Part("coordinator", "bertta.koordinaattori@example.org", "Bertta Koordinaattori", COUNTY, "coordinator"),
        Part("partner_coordinator", "pekka.kumppani@example.org", "Pekka Kumppani", TOWN, "coordinator"),
        Part("moderator", "maija.moderaattori@example.org", "Maija Moderaattori", COUNTY, "moderator"),
        Part("answerer", "ville.vastaaja@example.org", "Ville Vastaaja", COUNTY, "answerer"),
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
    Part(
        "swedish_coordinator",
        "karin.koordinator@example.org",
        "Karin Koordinator",
        BILINGUAL_COUNTY,
        "coordinator",
        "sv",
    ),
    Part("second_moderator", "mikko.moderaattori@example.org", "Mikko Moderaattori", COUNTY, "moderator"),
)


def make_people(authorities: dict[str, Authority], at: datetime) -> dict[str, Person]:
    """Everybody of the cast with their roles, by the key of their part."""
    made = {}
    for part in (*PARTS.values(), *SUPPORT):
        person = Person.objects.create_user(
            email=part.email,
            name=part.name,
            language=part.language,
            level=part.level,
            is_operator=part.is_operator,
            is_demo=True,
            created_at=at,
        )
        if part.role:
            RoleGrant.objects.create(person=person, authority=authorities[part.authority], role=part.role, given_at=at)
        made[part.key] = person
    return made
