"""A round with a draft, an organisation that is confirmed, and one who speaks for it."""

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.people.models import Organisation
from yhdyspinta.people.skeletons import skeleton
from yhdyspinta.statements.tests.scene import NAME, speaker


@pytest.fixture
def activity():
    made = factories.activity(factories.process(factories.authority()))
    factories.document(made)
    return made


@pytest.fixture
def organisation(activity):
    now = clock.now()
    owner = activity.process.owner
    return Organisation.objects.create(
        authority=owner, name=NAME, skeleton=skeleton(NAME), created_at=now, verified_at=now
    )


@pytest.fixture
def oili(organisation):
    return speaker(organisation, "oili@example.org")
