"""What stands around a section: where the process is on its way."""

import pytest

from tests import factories
from yhdyspinta.processes.models import Phase

pytestmark = pytest.mark.django_db


def test_a_section_shows_the_phases_of_the_process(world, aino):
    Phase.objects.create(
        process=world.activity.process, position=9, kind="workshops", title={"fi": "Työpajat", "sv": "Workshoppar"},
        when_words={"fi": "syys–lokakuu", "sv": "september–oktober"},
    )  # fmt: skip
    factories.comment(factories.guest(), world.section)
    page = aino.get(world.section_path()).content.decode()
    assert page.index("<h1") < page.index("Työpajat") < page.index("data-passages")
    assert "syys–lokakuu" in page
