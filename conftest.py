"""Every test run uses the embedded test server, or the external one of DATABASE_URL.

The run holds the server while it lasts: the first run starts it, the last one
stops it, and one that somebody started by hand is left as it is.
"""

import gc
from collections.abc import Iterator
from contextlib import ExitStack

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from tests.order import longest_first
from tests.template import ensure_template, template_name
from yhdyspinta.database import external_address, held, instance

pytest_plugins = ["tests.browser", "tests.restoring"]  # a real browser, and tests that really commit
# How long one example takes is no property of the product on a busy machine: tests of time say so themselves.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")
TEST_SERVER = instance(settings.VAR_DIR, "test")
TEMPLATE = template_name()
database = settings.DATABASES["default"]
database["OPTIONS"].pop("pool", None)  # a test has one connection, and closes it
# Static files come from the sources, so that a test needs nothing collected.
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
if not external_address():
    database["HOST"] = str(TEST_SERVER.socket)
    database["TEST"]["TEMPLATE"] = TEMPLATE

LIMITS = database["OPTIONS"]["options"]
UNLIMITED = "-c statement_timeout=0"

_server = pytest.StashKey[ExitStack]()


def pytest_configure(config: pytest.Config) -> None:
    is_worker = hasattr(config, "workerinput")
    stack = config.stash[_server] = ExitStack()
    if not (is_worker or external_address() or config.option.collectonly):
        stack.enter_context(held(TEST_SERVER))
        ensure_template(TEST_SERVER, TEMPLATE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=longest_first)


def pytest_collection_finish() -> None:
    """What all tests share stays to the end: looking through it for what can go took a twentieth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(2_000, 10, 10)


def pytest_unconfigure(config: pytest.Config) -> None:
    if _server in config.stash:
        config.stash[_server].close()


@pytest.fixture(scope="session", autouse=True)
def no_pdf() -> Iterator[None]:
    """A PDF of each report takes seconds: they are made where a test asks for them (`reports/tests/test_pdf.py`)."""
    from yhdyspinta.reports import pdf

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pdf, "is_installed", lambda: False)
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """A busy machine copies a database for longer than any statement of the product may take."""
    database["OPTIONS"]["options"] = UNLIMITED


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_modify_db_settings: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The tests themselves live with the product's limits; dropping their database does not."""
    _connect_within(LIMITS, django_db_blocker)
    yield
    _connect_within(UNLIMITED, django_db_blocker)


def _connect_within(limits: str, blocker: DjangoDbBlocker) -> None:
    database["OPTIONS"]["options"] = limits
    with blocker.unblock():
        connection.close()
