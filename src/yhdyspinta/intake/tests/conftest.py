"""A county whose staff type in what came by phone or on paper."""

import pytest

from tests import factories


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def section(county):
    return factories.document(factories.activity(factories.process(county))).versions.get().sections.first()


@pytest.fixture
def bertta(county):
    return factories.staff(county)
