"""An open round in a bilingual county, and who tells of it."""

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity


@pytest.fixture
def activity() -> Activity:
    county = factories.authority("pohjanmaa", code="15", bilingual=True)
    made = factories.activity(factories.process(county))
    factories.document(made)
    return made


@pytest.fixture
def bertta(activity) -> Person:
    return factories.staff(activity.process.owner)


@pytest.fixture
def desk(bertta) -> Client:
    return factories.signed_in(bertta)
