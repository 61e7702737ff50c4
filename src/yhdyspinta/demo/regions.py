"""The authorities of the demo: two counties and a town, switched on from the carried data."""

from datetime import datetime
from typing import Final

from yhdyspinta.authorities.actions import ContactFacts, LanguageFacts, edit_contact, edit_languages, switch_on
from yhdyspinta.authorities.models import Authority
from yhdyspinta.demo.stories import both
from yhdyspinta.people.models import Person
from yhdyspinta.places.models import Area
from yhdyspinta.wording.languages import EASY_FINNISH, EASY_SWEDISH

#: Keski-Suomi, Pohjanmaa and Jyväskylä.
_AREAS: Final = (("county", "15"), ("county", "17"), ("municipality", "179"))


def make_authorities(operator: Person, *, at: datetime) -> dict[str, Authority]:
    """The operator switches the demo's authorities on and gives their contacts, by their slugs."""
    made = {}
    for kind, code in _AREAS:
        authority = switch_on(actor=operator, area=Area.objects.get(kind=kind, code=code), at=at)
        authority = edit_contact(
            actor=operator, authority=authority, facts=_contact(authority), revision=authority.revision, at=at
        )
        if kind == "county":
            facts = LanguageFacts((*authority.languages, EASY_FINNISH, EASY_SWEDISH), tuple(authority.duty_languages))
            authority = edit_languages(
                actor=operator, authority=authority, facts=facts, revision=authority.revision, at=at
            )
        made[authority.slug] = authority
    return made


def _contact(authority: Authority) -> ContactFacts:
    unit = both("Osallisuuspalvelut", "Delaktighetstjänster", "Participation services")
    return ContactFacts(
        contact_unit=unit,
        email=f"osallisuus.{authority.slug}@example.org",
        phone="000 000 0000",
        phone_hours=both("arkisin klo 9–15", "vardagar kl. 9–15", "weekdays 9–15"),
        postal_address=both(
            "Osallisuuspalvelut, Esimerkkikatu 1, 00000 Esimerkkilä",
            "Delaktighetstjänster, Exempelgatan 1, 00000 Exempelby",
            "Participation services, Esimerkkikatu 1, 00000 Esimerkkilä",
        ),
        paper_way=both(
            "Paperilomakkeen saa kirjastosta ja terveysasemalta.",
            "Pappersblanketten finns på biblioteket och hälsostationen.",
            "Paper forms are found in libraries and health centres.",
        ),
        privacy_contact=authority.privacy_contact,
    )
