"""The authorities of the demo: two counties and a town, switched on from the carried data."""

from datetime import datetime
from typing import Final

from yhdyspinta.authorities.actions import switch_on
from yhdyspinta.authorities.models import Authority
from yhdyspinta.demo.cast import BILINGUAL_COUNTY, COUNTY, TOWN
from yhdyspinta.demo.stories import both
from yhdyspinta.places.models import Area

_AREAS: Final = {COUNTY: ("county", "15"), BILINGUAL_COUNTY: ("county", "17"), TOWN: ("municipality", "179")}


def make_authorities(*, at: datetime) -> dict[str, Authority]:
    """Switch the demo's authorities on, by their slugs."""
    made = {}
    for slug, (kind, code) in _AREAS.items():
        authority = switch_on(actor=None, area=Area.objects.get(kind=kind, code=code), at=at)
        Authority.objects.filter(pk=authority.pk).update(
            slug=slug,
            phone="000 000 0000",
            email="osallisuus@example.org",
            contact_unit=both("Osallisuuspalvelut", "Delaktighetstjänster", "Participation services"),
            phone_hours=both("arkisin klo 9–15", "vardagar kl. 9–15", "weekdays 9–15"),
            postal_address="Osallisuuspalvelut, Esimerkkikatu 1, 00000 Esimerkkilä",
            paper_way=both(
                "Paperilomakkeen saa kirjastosta ja terveysasemalta.",
                "Pappersblanketten finns på biblioteket och hälsostationen.",
                "Paper forms are found in libraries and health centres.",
            ),
        )
        authority.refresh_from_db()
        made[slug] = authority
    return made
