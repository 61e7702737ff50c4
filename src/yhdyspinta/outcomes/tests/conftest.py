"""A process of an authority that owes Finnish and Swedish, and its coordinator."""

import pytest

from tests import factories


@pytest.fixture
def process(db):
    return factories.process(factories.authority("pohjanmaa", code="15", bilingual=True))


@pytest.fixture
def bertta(process):
    return factories.staff(process.owner)
