"""An authority that is on, and a published process with an open round."""

from datetime import timedelta

import pytest

from tests import factories
from yhdyspinta.audit import clock


@pytest.fixture
def authority():
    return factories.authority(bilingual=True, paper_way={"fi": "Kirjastoissa", "sv": "I biblioteken"})


@pytest.fixture
def process(authority):
    made = factories.process(authority, answers_promised_on=clock.now().date() + timedelta(days=30), takes_minutes=10)
    factories.activity(made)
    return made


@pytest.fixture
def sign_in(client):
    """Sign in as a member of staff with the second factor given."""

    def enter(person):
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        session["second_factor"] = True
        session.save()
        return client

    return enter
