import pytest
from django.db import connection

from tests import factories
from tests.factories import signed_in
from yhdyspinta.moderation.tests.scene import TEXT


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def section(county):
    return factories.document(factories.activity(factories.process(county))).versions.get().sections.first()


@pytest.fixture
def bertta(county):
    return factories.staff(county, "moderator")


@pytest.fixture
def comment(section):
    return factories.comment(factories.guest(), section, TEXT, email="aino@example.org")


@pytest.fixture
def client(bertta):
    return signed_in(bertta)


@pytest.fixture
def truly_stored(django_db_serialized_rollback, transactional_db):
    """Rows are committed, so that several connections see them; afterwards everything is emptied, the trail too."""
    ops = connection.ops
    empty = ops.execute_sql_flush

    def empty_all(statements):
        del ops.execute_sql_flush
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")  # the trail refuses to be emptied otherwise
            try:
                empty(statements)
            finally:
                cursor.execute("SET session_replication_role = DEFAULT")

    yield
    ops.execute_sql_flush = empty_all
