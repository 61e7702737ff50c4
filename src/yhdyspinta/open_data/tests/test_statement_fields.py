"""The fields that are exchanged with the statement service are those that the page of its shape tells of, and no others."""

import re
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from django.conf import settings
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Sender
from yhdyspinta.intake.importing import service
from yhdyspinta.open_data.statements import received
from yhdyspinta.open_data.tests.conftest import comment
from yhdyspinta.people.models import Organisation, Representation
from yhdyspinta.processes.models import Activity

pytestmark = pytest.mark.django_db
PAGE = Path(settings.BASE_DIR) / "docs" / "how-to" / "statement-service.md"
DATA = "{http://schemas.microsoft.com/ado/2007/08/dataservices}"


def _told() -> dict[str, set[str]]:
    """Fields by set, as the table tells them."""
    found: dict[str, set[str]] = {}
    for sets, fields in re.findall(r"^\| ([A-Z][A-Za-z, ]+|every set) \| (`[^|]+) \|", PAGE.read_text(), re.MULTILINE):
        names = (
            ("Proposals", "Organizations", "Participants", "Questions", "Answers")
            if sets == "every set"
            else sets.split(", ")
        )
        for name in names:
            found.setdefault(name, set()).update(re.findall("`([A-Za-z]+)`", fields))
    return found


def _written(xml: bytes) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in fromstring(xml).iter("{http://www.w3.org/2005/Atom}entry"):
        kind = next(one.get("term", "") for one in entry if one.tag.endswith("category")).rsplit(".", 1)[-1]
        names = {one.tag.removeprefix(DATA) for one in entry.iter() if one.tag.startswith(DATA)}
        found.setdefault(f"{kind}s", set()).update(names)
    return found


def test_what_is_written_is_what_the_page_tells(activity: Activity) -> None:
    comment(activity)
    owner = activity.process.owner
    club = Organisation.objects.create(
        authority=owner, name="Seura ry", created_at=clock.now(), verified_at=clock.now()
    )
    Sender.objects.update(organisation=club, capacities=["organisation"])
    speaker = Sender.objects.get().person
    Representation.objects.create(person=speaker, organisation=club, since=clock.now(), confirmed_at=clock.now())
    factories.staff(owner)
    requests = Client().get("/keski-suomi/fi/open-data/statement-requests.xml").content
    answers = b"".join(received.written(activity, here="https://a.example/", at=clock.now()))
    told, written = _told(), _written(answers)
    assert _written(requests)["Proposals"] == written["Proposals"] == told["Proposals"]
    assert set(written) == set(told)
    for kind, names in written.items():
        assert names <= told[kind], kind
        assert told[kind] - names <= {"Language"}, kind


def test_what_is_read_is_on_the_page() -> None:
    told = set().union(*_told().values())
    assert set(service.HEADS.values()) - {"Entry"} <= told
