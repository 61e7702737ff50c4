"""The trail of a process names another authority, never who of its staff did it."""

import pytest

from tests.factories import signed_in
from yhdyspinta.people.models import Person
from yhdyspinta.transfers.tests.test_drafts import colleague, now, saved, transfer  # noqa: F401

pytestmark = pytest.mark.django_db


def test_p1_the_trail_tells_the_other_authority_and_no_name_of_its_staff(transfer, town, veikko, bertta):
    Person.objects.filter(pk=veikko.pk).update(name="Veikko Vastaaja")
    saved(veikko)
    process = transfer.comment.activity.process
    page = signed_in(bertta).get(f"/pohjanmaa/fi/desk/processes/{process.slug}/trail/").content.decode()
    assert "Veikko Vastaaja" not in page
    assert town.name.text("fi") in page
