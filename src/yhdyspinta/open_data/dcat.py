"""A description of the data for catalogues: DCAT-AP as JSON-LD, in the languages of the site."""

from collections.abc import Iterable
from typing import Any, Final

from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.open_data.api.addresses import activity_page, api_address, pieces_of
from yhdyspinta.open_data.api.fields import stamp
from yhdyspinta.open_data.described import (
    catalogue_description,
    catalogue_title,
    dataset_description,
    dataset_title,
    file_description,
    file_title,
)
from yhdyspinta.open_data.exports.files import TYPES
from yhdyspinta.open_data.licence import LICENCE
from yhdyspinta.open_data.models import Export
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES

_EU: Final = "http://publications.europa.eu/resource/authority"
_MEDIA: Final = "https://www.iana.org/assignments/media-types"
_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "hydra": "http://www.w3.org/ns/hydra/core#",
}
_CODES: Final = {"fi": "FIN", "sv": "SWE", "en": "ENG", "se": "SME", "smn": "SMN", "sms": "SMS"}
_FORMATS: Final = {"csv": "CSV", "xlsx": "XLSX", "json": "JSON"}


def dataset_document(activity: Activity, ready: Export | None) -> dict[str, Any]:
    """One round as a document of its own."""
    return {"@context": _CONTEXT, **dataset(activity, ready)}


def catalogue_document(
    authority: Authority, rows: Iterable[tuple[Activity, Export | None]], *, following: str
) -> dict[str, Any]:
    """The catalogue of an authority, a page of it."""
    here = absolute(address("open_data:catalogue", authority, language="fi"))
    found = {
        "@context": _CONTEXT,
        "@id": here,
        "@type": "dcat:Catalog",
        "dct:title": _texts(catalogue_title(authority)),
        "dct:description": _texts(catalogue_description(authority)),
        "dct:publisher": _publisher(authority),
        "dct:license": {"@id": LICENCE},
        "dct:language": _languages(INTERFACE_LANGUAGES),
        "dcat:dataset": [dataset(activity, ready) for activity, ready in rows],
    }
    return found | ({"hydra:next": {"@id": following}} if following else {})


def dataset(activity: Activity, ready: Export | None) -> dict[str, Any]:
    """The published comments of one round."""
    process = activity.process
    stages = list(activity.stages.all())
    page = absolute(activity_address(activity, "open_data:round", language="fi"))
    found: dict[str, Any] = {
        "@id": page,
        "@type": "dcat:Dataset",
        "dct:identifier": page,
        "dct:title": _texts(dataset_title(activity)),
        "dct:description": _texts(dataset_description(activity)),
        "dcat:keyword": _keywords(Wording(process.keywords)),
        "dct:publisher": _publisher(process.owner),
        "dct:license": {"@id": LICENCE},
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
        "dct:language": _languages(process.owner.languages),
        "dcat:theme": [{"@id": f"{_EU}/data-theme/GOVE"}],
        "dcat:landingPage": {"@id": page},
        "foaf:page": {"@id": absolute(activity_page(activity, "fi"))},
        "dct:issued": _moment(process.published_at),
        "dcat:distribution": [*_files(activity, ready), _interface(activity)],
    }
    found["dct:spatial"] = _place(process.owner)
    if process.owner.email:
        found["dcat:contactPoint"] = _contact(process.owner)
    if stages:
        found["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _moment(min(stage.opens_at for stage in stages)),
            "dcat:endDate": _moment(max(stage.closes_at for stage in stages)),
        }
    if ready is not None:
        found["dct:modified"] = _moment(ready.began_at)
    return found


def _files(activity: Activity, ready: Export | None) -> list[dict[str, Any]]:
    if ready is None:
        return []
    page = absolute(activity_address(activity, "open_data:round", language="fi"))
    return [
        {
            "@type": "dcat:Distribution",
            "dct:title": _texts(file_title(kind)),
            "dct:description": _texts(file_description(kind)),
            "dcat:accessURL": {"@id": page},
            "dcat:downloadURL": {
                "@id": absolute(activity_address(activity, "open_data:file", language="fi", kind=kind))
            },
            "dcat:mediaType": {"@id": f"{_MEDIA}/{TYPES[kind].split(';')[0]}"},
            "dct:format": {"@id": f"{_EU}/file-type/{_FORMATS[kind]}"},
            "dct:license": {"@id": LICENCE},
        }
        for kind in TYPES
    ]


def _interface(activity: Activity) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dct:title": _texts(file_title("api")),
        "dct:description": _texts(file_description("api")),
        "dcat:accessURL": {"@id": api_address("comments", **pieces_of(activity))},
        "dcat:accessService": {
            "@type": "dcat:DataService",
            "dct:title": _texts(file_title("api")),
            "dcat:endpointURL": {"@id": api_address("root")},
            "dcat:endpointDescription": {"@id": api_address("openapi")},
        },
        "dct:format": {"@id": f"{_EU}/file-type/JSON"},
        "dct:license": {"@id": LICENCE},
    }


def _publisher(authority: Authority) -> dict[str, Any]:
    return {
        "@type": "foaf:Agent",
        "@id": absolute(address("site:home", authority, language="fi")),
        "foaf:name": _texts(Wording(authority.name)),
    }


def _place(authority: Authority) -> dict[str, Any]:
    """Where the data is of: the authority's area by its names; the whole country for one without an area."""
    if authority.area is None:
        return {"@type": "dct:Location", "@id": f"{_EU}/country/FIN"}
    return {"@type": "dct:Location", "skos:prefLabel": _texts(Wording(authority.area.name))}


def _contact(authority: Authority) -> dict[str, Any]:
    """Whom to ask of the data: the authority's own address, nobody's."""
    names = Wording(authority.contact_unit) or Wording(authority.name)
    return {
        "@type": "vcard:Organization",
        "vcard:fn": _texts(names),
        "vcard:hasEmail": {"@id": f"mailto:{authority.email}"},
    }


def _texts(words: Wording) -> list[dict[str, str]]:
    return [{"@language": tag, "@value": text} for tag, text in words.items() if "-" not in tag]


def _keywords(words: Wording) -> list[dict[str, str]]:
    return [
        {"@language": tag, "@value": word.strip()}
        for tag, text in words.items()
        if "-" not in tag
        for word in text.split(",")
        if word.strip()
    ]


def _languages(tags: Iterable[str]) -> list[dict[str, str]]:
    return [{"@id": f"{_EU}/language/{_CODES[tag]}"} for tag in tags if tag in _CODES]


def _moment(at: Any) -> dict[str, str | None]:
    return {"@type": "xsd:dateTime", "@value": stamp(at)}
