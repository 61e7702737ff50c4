"""D2: what comments tell a person of themselves, and what stays when they leave."""

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments import personal
from yhdyspinta.comments.models import Sender

pytestmark = pytest.mark.django_db


def test_the_copy_tells_when_the_address_was_confirmed_and_erasing_forgets_it():
    aino = factories.person()
    section = factories.document(factories.activity(factories.process(factories.authority()))).versions.get()
    factories.comment(aino, section.sections.first(), email="aino@example.org")
    confirmed_at = Sender.objects.get().email_confirmed_at
    assert confirmed_at is not None
    assert personal.export(aino)["senders"][0]["email_confirmed_at"] == confirmed_at
    personal.erase(aino, at=clock.now())
    left = Sender.objects.get()
    assert (left.person, left.email, left.email_confirmed_at) == (None, "", None)
