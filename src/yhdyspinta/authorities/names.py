"""Addresses and name forms that an authority begins with; its administrator may change the names."""

from typing import Final

from django.utils.text import slugify

from yhdyspinta.authorities.models import Authority
from yhdyspinta.places.models import Area
from yhdyspinta.wording.fields import Wording

#: The piece of address of each county and of Helsinki, by the code of the division in force.
COUNTY_SLUGS: Final = {
    "01": "ita-uusimaa",
    "02": "keski-uusimaa",
    "03": "lansi-uusimaa",
    "04": "vantaa-kerava",
    "05": "varsinais-suomi",
    "06": "satakunta",
    "07": "kanta-hame",
    "08": "pirkanmaa",
    "09": "paijat-hame",
    "10": "kymenlaakso",
    "11": "etela-karjala",
    "12": "etela-savo",
    "13": "pohjois-savo",
    "14": "pohjois-karjala",
    "15": "keski-suomi",
    "16": "etela-pohjanmaa",
    "17": "pohjanmaa",
    "18": "keski-pohjanmaa",
    "19": "pohjois-pohjanmaa",
    "20": "kainuu",
    "21": "lappi",
    "90": "helsinki",
}

#: The last words of official names, and how they read in the form that sentences need ("Keski-Suomen … -alueen").
_ENDINGS: Final = {
    "fi": (("hyvinvointialue", "hyvinvointialueen"), ("kaupunki", "kaupungin")),
    "sv": (("välfärdsområde", "välfärdsområdes"), ("stad", "stads")),
    "en": (("wellbeing services county", "wellbeing services county’s"), ("City of Helsinki", "City of Helsinki’s")),
}

#: What no authority may be called in addresses: the installation's own pages stand there.
RESERVED_SLUGS: Final = frozenset(
    {
        "account",
        "admin",
        "api",
        "demo",
        "desk",
        "files",
        "gallery",
        "health",
        "installation",
        "mailbox",
        "media",
        "ready",
        "static",
    }
)

TAGLINE: Final = Wording({"fi": "Osallistu ja vaikuta", "sv": "Delta och påverka", "en": "Take part and have a say"})


def proposed_slug(area: Area) -> str:
    """The piece of address for an area's authority: "keski-suomi", "jyvaskyla"."""
    if area.kind in {Area.Kind.COUNTY, Area.Kind.CITY}:
        return COUNTY_SLUGS[area.code]
    return slugify(area.name.text("fi")) or f"kunta-{area.code}"


def inflected(name: Wording) -> Wording:
    """The genitive of an official name in each language where its ending is known; other languages are left out."""
    forms = {tag: _inflected(text, tag) for tag, text in name.items()}
    return Wording({tag: text for tag, text in forms.items() if text})


def genitive(authority: Authority, language: str) -> str:
    """The name as a sentence of exactly that language needs it, or nothing: then the sentence must do without."""
    return str(authority.name_inflected.get(language, ""))


def _inflected(text: str, language: str) -> str:
    for ending, form in _ENDINGS.get(language, ()):
        if text.endswith(ending):
            return text.removesuffix(ending) + form
    return ""
