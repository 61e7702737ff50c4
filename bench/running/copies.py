"""Rows by the million: a table's rows copied again and again inside the database, with what must differ made anew."""

from __future__ import annotations

from typing import Any


def copy(model: Any, times: int, **different: str) -> None:
    """Add `times` copies of every row of the model's table; `different` are expressions in SQL, `turn` numbers the copy."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]  # noqa: SLF001
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(different.get(field.column, f'rows."{field.column}"') for field in fields)
    table = model._meta.db_table  # noqa: SLF001
    insert(
        table,
        f"INSERT INTO {table} ({columns}) SELECT {values}"  # noqa: S608 (our own names)
        f" FROM (SELECT * FROM {table}) rows, generate_series(1, {times}) turn",
    )


def insert(table: str, statement: str, *values: object) -> None:
    """Insert rows by the million: what they refer to is not looked up for each, and plain indexes are made at the end."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexdef !~ 'UNIQUE'", [table]
        )
        indexes = cursor.fetchall()
        for name, _made in indexes:
            cursor.execute(f"DROP INDEX {name}")
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(statement, values or None)
        cursor.execute("SET session_replication_role = DEFAULT")
        for _name, made in indexes:
            cursor.execute(made)
        cursor.execute(f"VACUUM ANALYZE {table}")
