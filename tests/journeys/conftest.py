"""Journeys walk in the demo world: filled once for the run, and new for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from tests.journeys.walking import Walker
from tests.restoring import copy_database, drop_database, put_back

SHARE = 0.1  # of the demo's comments


@pytest.fixture(scope="session")
def world_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files of the demo world are."""
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="session")
def world_database(_restored: None, django_db_setup: None, django_db_blocker: Any, world_files: Path) -> Iterator[str]:
    """The name of a database that holds the demo world."""
    from django.db import connection

    from yhdyspinta.audit import clock
    from yhdyspinta.demo import world

    put_back()
    with django_db_blocker.unblock():
        name = connection.settings_dict["NAME"]
        made = f"{name}_world"
        with override_settings(MEDIA_ROOT=world_files):
            world.fill(now=clock.now(), tell=lambda _what: None, share=SHARE)
        copy_database(name, made)
        copy_database(f"{name}_kept", name)
    yield made
    with django_db_blocker.unblock():
        drop_database(made)


@pytest.fixture
def world(world_database: str, transactional_db: None, live_server: Any, settings: Any, world_files: Path) -> str:
    """The demo world in the test's database, its mail in the mailbox; gives the address of the site."""
    from django.db import connection

    copy_database(world_database, connection.settings_dict["NAME"])
    settings.BASE_ADDRESS = live_server.url
    settings.EMAIL_BACKEND = "yhdyspinta.notices.delivery.NowhereBackend"
    settings.MEDIA_ROOT = world_files
    return str(live_server.url)


@pytest.fixture
def walker(world: str, open_page: Any) -> Callable[..., Walker]:
    """Somebody with a browser of their own; `part` signs them in as one of the demo's people."""

    def walk(part: str = "", **options: Any) -> Walker:
        one = Walker(open_page(**options), world)
        if part:
            one.sign_in(part)
        return one

    return walk
