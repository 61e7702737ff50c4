"""Texts put into search by the hundred thousand: the same rows as the product writes, in bulk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

_MAKE = """CREATE TEMPORARY TABLE wanted (authority_id bigint, process_id bigint, kind text, target text, language text,
 title text, text text, path text, title_terms text, text_terms text, at timestamptz)"""
_COLUMNS = "authority_id, process_id, kind, target, language, title, text, path"
_MOVE = f"""INSERT INTO processes_searchentry ({_COLUMNS}, vector, at) SELECT {_COLUMNS},
 setweight(to_tsvector('simple', title_terms), 'A') || setweight(to_tsvector('simple', text_terms), 'B'), at
 FROM wanted"""  # noqa: S608 (our own names)


@dataclass(frozen=True)
class Row:
    """A text of one language, as search holds it."""

    authority: int
    process: int
    kind: str
    target: str
    title: str
    text: str
    path: str
    at: datetime
    language: str = "fi"


_AGAIN = f"""INSERT INTO processes_searchentry ({_COLUMNS}, vector, at)
 SELECT authority_id, process_id, kind, target || '-' || turn, language, title, text, path, vector, at
 FROM (SELECT * FROM processes_searchentry) kept, generate_series(2, %s) turn"""  # noqa: S608 (our own names)


def put(rows: Iterable[Row], *, times: int = 1) -> None:
    """Store the rows so many times; the indexes of words are made at the end.

    A connection of its own writes: the rows may be read meanwhile.
    """
    from django.db import connection

    from yhdyspinta.processes.searching import terms_of

    writer = connection.copy()
    with writer.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(_MAKE)
        with cursor.copy("COPY wanted FROM STDIN") as copy:
            for row in rows:
                terms = terms_of(row.title, row.language), terms_of(row.text, row.language)
                copy.write_row(
                    (row.authority, row.process, row.kind, row.target, row.language, row.title, row.text, row.path)
                    + (*terms, row.at)
                )
        made = without_indexes(cursor)
        cursor.execute(_MOVE)
        cursor.execute("DROP TABLE wanted")
        cursor.execute(_AGAIN, [times])
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for statement in made:
            cursor.execute(statement)
        cursor.execute("VACUUM ANALYZE processes_searchentry")
    writer.close()


def without_indexes(cursor: Any) -> list[str]:
    """Drop the indexes of words; the statements that make them again."""
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'processes_searchentry' AND indexdef ~ 'gin'"
    )
    found = cursor.fetchall()
    for name, _statement in found:
        cursor.execute(f"DROP INDEX {name}")
    return [statement for _name, statement in found]
