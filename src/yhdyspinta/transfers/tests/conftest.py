"""A comment in one authority's round, and another authority to which it belongs."""

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Section
from yhdyspinta.people.models import Person
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.tests.scene import passed


@pytest.fixture
def county() -> Authority:
    return factories.authority("pohjanmaa", code="15", bilingual=True)


@pytest.fixture
def town() -> Authority:
    name = {"fi": "Kuvitelman kaupunki", "sv": "Fantasi stad", "en": "Town of Fantasy"}
    return factories.authority("kuvitelma", code="", kind="municipality", name=name, answer_days=30)


@pytest.fixture
def section(county) -> Section:
    document = factories.document(factories.activity(factories.process(county)))
    return document.versions.get().sections.order_by("position")[0]


@pytest.fixture
def comment(section) -> Comment:
    aino = factories.person("aino@example.org")
    return factories.comment(aino, section, "Koulun pihassa ei ole pyörätelineitä.", email="aino@example.org")


@pytest.fixture
def bertta(county) -> Person:
    return factories.staff(county)


@pytest.fixture
def veikko(town) -> Person:
    return factories.staff(town, "answerer", "veikko@example.org")


@pytest.fixture
def desk(bertta) -> Client:
    return signed_in(bertta)


@pytest.fixture
def their_desk(veikko) -> Client:
    return signed_in(veikko)


@pytest.fixture
def came(section, comment, town, bertta) -> list[Transfer]:
    """Two of Aino's and one of a guest, all passed on to the town."""
    aino = comment.sender.person
    more = factories.comment(aino, section, "Pihalla ei ole telineitä.", email="aino@example.org")
    other = factories.comment(factories.guest(), section, "Telineet puuttuvat.")
    return [passed(one, town, bertta) for one in (comment, more, other)]
