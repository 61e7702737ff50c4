"""A round that has closed in a bilingual county, and who reports there."""

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.documents.models import Document
from yhdyspinta.people.models import Person
from yhdyspinta.reports.tests import scene


@pytest.fixture
def document() -> Document:
    return scene.closed_round()


@pytest.fixture
def bertta(document) -> Person:
    return factories.staff(document.activity.process.owner)


@pytest.fixture
def desk(bertta) -> Client:
    return factories.signed_in(bertta)
