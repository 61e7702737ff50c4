"""A county whose staff type in what came by phone or on paper."""

from datetime import timedelta

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.intake import actions
from yhdyspinta.processes.models import Stage


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def section(county):
    return factories.document(factories.activity(factories.process(county))).versions.get().sections.first()


@pytest.fixture
def bertta(county):
    return factories.staff(county)


@pytest.fixture
def last_year(bertta, county):
    """A round that has not begun, with a document."""
    activity = factories.activity(factories.process(county))
    Stage.objects.all().delete()
    factories.document(activity)
    now = clock.now()
    actions.declare_earlier(
        actor=bertta, activity=activity, source="Kyselytyökalu", opened_at=now - timedelta(days=400),
        closed_at=now - timedelta(days=370), at=now,
    )  # fmt: skip
    return activity
