"""A round with a document, and files that go to a folder of the test's own."""

from pathlib import Path

import pytest

from tests import factories
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Section
from yhdyspinta.processes.models import Activity


@pytest.fixture
def activity(db) -> Activity:
    county = factories.authority()
    made = factories.activity(factories.process(county))
    factories.document(made)
    return made


@pytest.fixture
def store(tmp_path: Path, settings) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def section(activity: Activity, place: int = 0) -> Section:
    return Section.objects.filter(version__document__activity=activity).order_by("position")[place]


def comment(activity: Activity, text: str = "Kirjatkaa määräaika.", email: str = "aino@example.org", **more) -> Comment:
    return factories.comment(factories.person(email), section(activity), text, **more)
