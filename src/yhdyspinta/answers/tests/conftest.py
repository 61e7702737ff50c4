"""A round that has closed in a bilingual county, and who answers there."""

from datetime import timedelta

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.documents.models import Document, Section
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


@pytest.fixture
def document(county) -> Document:
    closed = clock.now() - timedelta(days=1)
    return factories.document(factories.activity(factories.process(county), closes_at=closed))


@pytest.fixture
def activity(document) -> Activity:
    return document.activity


@pytest.fixture
def section(document) -> Section:
    return document.versions.get().sections.first()


@pytest.fixture
def bertta(county) -> Person:
    return factories.staff(county)


@pytest.fixture
def moderator(county) -> Person:
    return factories.staff(county, "moderator", email="mikko@example.org")


@pytest.fixture
def desk(bertta) -> Client:
    return signed_in(bertta)
