"""Staff of a bilingual county before a published version and a draft of three sections."""

import pytest

from tests import factories as make
from yhdyspinta.audit import clock
from yhdyspinta.documents import actions
from yhdyspinta.documents.tests.pages.desk import signed_in


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def world():
    class World:
        authority = make.authority(bilingual=True)
        process = make.process(authority)
        activity = make.activity(process)
        bertta = make.staff(authority)
        at = clock.now()

    return World


@pytest.fixture
def client(world):
    return signed_in(world.bertta)


@pytest.fixture
def draft(world):
    """A published version and a draft of three sections."""
    document = make.document(world.activity)
    return actions.start_version(actor=world.bertta, document=document, at=world.at)
