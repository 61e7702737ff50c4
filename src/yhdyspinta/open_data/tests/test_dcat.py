"""The description of the data is what DCAT-AP asks for (versions 2.1.1 and 3.0.0): classes, mandatory properties, ranges."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.test import Client

from yhdyspinta.audit import clock
from yhdyspinta.open_data.actions import order_files
from yhdyspinta.open_data.exports.building import build
from yhdyspinta.open_data.tests.conftest import comment
from yhdyspinta.processes.models import Activity

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
BASE = "/keski-suomi/fi/"
EU = "http://publications.europa.eu/resource/authority/"

#: class: property: the class or kind of its values; what either version calls mandatory.
MANDATORY = {
    "dcat:Catalog": {
        "dct:title": "text", "dct:description": "text", "dct:publisher": "foaf:Agent", "dcat:dataset": "dcat:Dataset",
    },
    "dcat:Dataset": {"dct:title": "text", "dct:description": "text"},
    "dcat:Distribution": {"dcat:accessURL": "iri"},
    "dcat:DataService": {"dct:title": "text", "dcat:endpointURL": "iri"},
    "foaf:Agent": {"foaf:name": "text"},
    "dct:PeriodOfTime": {},
    "vcard:Organization": {},
    "dct:Location": {},
}  # fmt: skip
#: Wherever they are used, these have values of this kind or from this list.
RANGES = {
    "dct:license": "iri", "dcat:landingPage": "iri", "foaf:page": "iri", "dcat:downloadURL": "iri",
    "dcat:endpointDescription": "iri", "vcard:hasEmail": "iri", "dcat:keyword": "text", "vcard:fn": "text",
    "dct:language": f"{EU}language/", "dcat:theme": f"{EU}data-theme/", "dct:accessRights": f"{EU}access-right/",
    "dct:format": f"{EU}file-type/", "dcat:mediaType": "https://www.iana.org/assignments/media-types/",
    "dct:publisher": "foaf:Agent", "dcat:distribution": "dcat:Distribution", "dcat:accessService": "dcat:DataService",
    "dct:temporal": "dct:PeriodOfTime", "dcat:contactPoint": "vcard:Organization", "dct:spatial": "dct:Location", "skos:prefLabel": "text", "dct:issued": "moment",
    "dct:modified": "moment", "dcat:startDate": "moment", "dcat:endDate": "moment",
}  # fmt: skip
AT_MOST_ONE = {"dct:accessRights", "dct:issued", "dct:modified", "dct:format", "dcat:mediaType", "dct:publisher"}


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every node with a class, from the outside in."""
    if isinstance(value, list):
        for one in value:
            yield from nodes(one)
    elif isinstance(value, dict):
        if "@type" in value and "@value" not in value:
            yield value
        for key, one in value.items():
            if not key.startswith("@"):
                yield from nodes(one)


def fits(value: Any, kind: str) -> bool:
    if kind == "text":
        return bool((value if isinstance(value, str) else value.get("@value") or "").strip())
    if kind == "moment":
        return value["@type"] == "xsd:dateTime" and datetime.fromisoformat(value["@value"]).tzinfo is not None
    if kind.startswith(("http://", "https://")):
        return value["@id"].startswith(kind) and len(value["@id"]) > len(kind)
    if kind == "iri":
        return bool(urlsplit(value["@id"]).scheme)
    return value.get("@type") == kind


def problems(document: dict[str, Any]) -> list[str]:
    """Whatever a catalogue of Europe would not take."""
    found = []
    for node in nodes(
        {key: value for key, value in document.items() if key != "@context"} | {"@type": document["@type"]}
    ):
        kind = node["@type"]
        if kind not in MANDATORY:
            found.append(f"class {kind}")
            continue
        found += [f"{kind} without {name}" for name in MANDATORY[kind] if not node.get(name)]
        for name, value in node.items():
            if name.startswith("@"):
                continue
            if name.split(":")[0] not in document["@context"]:
                found.append(f"prefix of {name}")
            wanted = MANDATORY[kind].get(name) or RANGES.get(name)
            found += [f"{kind} {name}: {one}" for one in listed(value) if wanted and not fits(one, wanted)]
            if name in AT_MOST_ONE and len(listed(value)) > 1:
                found.append(f"{kind} {name} twice")
            tags = [one["@language"] for one in listed(value) if isinstance(one, dict) and "@language" in one]
            if name in {"dct:title", "dct:description", "foaf:name"} and len(tags) != len(set(tags)):
                found.append(f"{kind} {name}: two in one language")
    return found


@pytest.fixture
def described(activity: Activity) -> dict[str, Any]:
    comment(activity)
    build(order_files(actor=None, activity=activity, at=clock.now()).pk, worker=uuid4())
    return json.loads(Client().get(f"{BASE}open-data/catalogue.jsonld").content)


def test_the_catalogue_is_dcat_ap(described: dict[str, Any]) -> None:
    assert problems(described) == []
    assert [node["@type"] for node in nodes(described)].count("dcat:Distribution") == 4


def test_each_round_tells_where_it_is_of(described: dict[str, Any], activity: Activity) -> None:
    (dataset,) = described["dcat:dataset"]
    names = {row["@language"]: row["@value"] for row in dataset["dct:spatial"]["skos:prefLabel"]}
    assert names["fi"] == activity.process.owner.area.name["fi"]
    assert "sv" in names
    type(activity.process.owner).objects.update(area=None)
    path = f"{BASE}processes/toimintamallit/data/kommentointi/dataset.jsonld"
    bare = json.loads(Client().get(path).content)
    assert bare["dct:spatial"]["@id"] == f"{EU}country/FIN", "one without an area is of the whole country"
    assert problems(bare) == []


def test_a_round_on_its_own_is_dcat_ap_with_files_and_without(activity: Activity) -> None:
    path = f"{BASE}processes/toimintamallit/data/kommentointi/dataset.jsonld"
    bare = json.loads(Client().get(path).content)
    assert problems(bare) == []
    build(order_files(actor=None, activity=activity, at=clock.now()).pk, worker=uuid4())
    whole = json.loads(Client().get(path).content)
    assert problems(whole) == []
    assert len(whole["dcat:distribution"]) == len(bare["dcat:distribution"]) + 3


@pytest.mark.parametrize("summary", [{}, {"fi": "Miten asiakkaat otetaan mukaan."}])
def test_a_description_tells_what_the_data_holds_in_three_languages(
    activity: Activity, summary: dict[str, str]
) -> None:
    type(activity.process).objects.update(summary=summary)
    comment(activity)
    whole = json.loads(Client().get(f"{BASE}open-data/catalogue.jsonld").content)
    (dataset,) = whole["dcat:dataset"]
    for one in (whole, dataset):
        titles, told = ([row["@value"] for row in one[f"dct:{name}"]] for name in ("title", "description"))
        assert len(titles) >= 2
        assert len({*titles, *told}) == len(titles) + 3, "a title is no description"
    told = {row["@language"]: row["@value"] for row in dataset["dct:description"]}
    assert "Siinä on 1 julkaistu kommentti." in told["fi"]
    assert "inga namn" in told["sv"]
    assert "no names" in told["en"]
    assert ("Miten asiakkaat otetaan mukaan." in told["fi"]) is bool(summary)
    assert not [tag for tag in ("sv", "en") if "Miten asiakkaat" in told[tag]], "each text is in the language it tells"


def test_nothing_of_a_person_is_in_it(described: dict[str, Any], activity: Activity) -> None:
    told = json.dumps(described, ensure_ascii=False)
    assert "aino@example.org" not in told
    contact = activity.process.contact_name
    assert not contact or contact not in told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda one: one.pop("dct:title"), "dcat:Dataset without dct:title"),
        (lambda one: one["dct:publisher"].pop("foaf:name"), "foaf:Agent without foaf:name"),
        (lambda one: one["dcat:distribution"][0].pop("dcat:accessURL"), "dcat:Distribution without dcat:accessURL"),
        (lambda one: one.update({"xx:odd": "1"}), "prefix of xx:odd"),
        (lambda one: one["dct:language"].append({"@id": "fi"}), "dcat:Dataset dct:language: {'@id': 'fi'}"),
        (lambda one: one["dcat:distribution"][0].update({"dcat:mediaType": {"@id": "text/csv"}}), "dcat:Distribution dcat:mediaType: {'@id': 'text/csv'}"),
    ],
)  # fmt: skip
def test_the_check_sees_what_is_missing(described: dict[str, Any], change: Any, told: str) -> None:
    change(described["dcat:dataset"][0])
    assert problems(described) == [told]


def test_each_distribution_is_told_in_three_languages(described: dict[str, Any]) -> None:
    """Avoindata.fi and the European portal show them to readers of each language."""
    found = [node for node in nodes(described) if node["@type"] == "dcat:Distribution"]
    for name in ("dct:title", "dct:description"):
        told = [{row["@language"]: row["@value"] for row in one[name]} for one in found]
        assert [sorted(one) for one in told] == [["en", "fi", "sv"]] * 4
        assert all(len(set(one.values())) == 3 for one in told)
    titles = {row["@value"] for one in found for row in one["dct:title"] if row["@language"] == "fi"}
    assert "CSV taulukko- ja tilasto-ohjelmiin" in titles
    assert len(titles) == 4
