"""One small world for all contract tests of a run, rolled back at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from tests.contract.kinds import World, make_world


@pytest.fixture(scope="package")
def database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The test database, open for the whole package."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="package")
def media(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("files")
    with override_settings(MEDIA_ROOT=folder):
        yield folder


@pytest.fixture(scope="module")
def world(database: None, media: Path) -> Iterator[World]:
    """The world of the kinds, made once for each module."""
    with transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True, scope="module")
def contexts_not_kept() -> Iterator[None]:
    """Thousands of pages are asked for here; copying what each template was given would take a tenth of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.test.client.store_rendered_templates", lambda *_args, **_named: None)
        yield
