import pytest
from django.db import connection


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
