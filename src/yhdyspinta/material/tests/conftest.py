"""A round with some comments on two documents, and who works on them."""

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.documents.models import Document, Section
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


@pytest.fixture
def activity(county) -> Activity:
    return factories.activity(factories.process(county))


@pytest.fixture
def document(activity) -> Document:
    return factories.document(activity)


@pytest.fixture
def sections(document) -> list[Section]:
    return list(document.versions.get().sections.order_by("position"))


@pytest.fixture
def bertta(county) -> Person:
    return factories.staff(county)


@pytest.fixture
def desk(bertta) -> Client:
    return signed_in(bertta)
