"""Writing of the busiest actions: statements that are built once, like `prepared.Prepared` builds queries.

Rows come back without signals: no model of the house has any. Writes that need nothing of each other are run together, as
one statement.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model
from django.db.models.expressions import DatabaseDefault
from django.db.models.query import QuerySet
from django.db.models.sql import DeleteQuery, UpdateQuery
from psycopg.sql import SQL, Composable, Identifier, Placeholder

from yhdyspinta.database.prepared import Marks, filled_in, padded, prepared_cursor, thread_connection
from yhdyspinta.database.shapes import Shapes, shape_of

Row = TypeVar("Row", bound=Model)
Changes = tuple[QuerySet[Any, Any], dict[str, Any]]
_Change = tuple[str, tuple[Callable[[dict[str, Any]], Any], ...]]
_INSERT: Final = SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING {}")
_INSERT_AFTER: Final = SQL("WITH turn AS ({}) INSERT INTO {} ({}) SELECT {} FROM turn RETURNING {}")

_MOST_TOGETHER: Final = 12  # each combination is a statement of its own, and few of those stay prepared


@dataclass(frozen=True)
class Write:
    """A statement with its values that is still to be run."""

    sql: str
    values: tuple[Any, ...]


def run_together(writes: Sequence[Write]) -> None:
    """Run writes as one statement, in a transaction; more than a dozen are run one by one, in their order.

    None of them sees what another does, and no two may change the same row (PostgreSQL, "Data-Modifying Statements in
    WITH").
    """
    if len(writes) > _MOST_TOGETHER:
        for one in writes:
            run_together([one])
    elif writes:
        with prepared_cursor() as cursor:
            cursor.execute(_together(*(one.sql for one in writes)), [value for one in writes for value in one.values])


@lru_cache(maxsize=256)
def _together(*statements: str) -> str:
    if len(statements) == 1:
        return statements[0]
    parts = ", ".join(f"write_{place} AS ({sql})" for place, sql in enumerate(statements, start=1))
    return f"WITH {parts} SELECT"


class PreparedInsert(Generic[Row]):
    """Stores single rows of a model. `made_of` names fields that the database computes from the value's parts.

    With `after`, a query of one row that waits for somebody, the row is stored once it has waited.
    """

    def __init__(self, model: type[Row], *, after: SQL | None = None, **made_of: SQL) -> None:
        self._model, self._made_of = model, made_of
        self._after = after
        self._fields = [field for field in model._meta.concrete_fields if not field.primary_key]  # noqa: SLF001
        self._statements: dict[Hashable, str] = {}

    def add(self, row: Row, *after: Any) -> Row:
        """Store the row and give it its key. Raises IntegrityError as Django's own saving does.

        What the query that waits needs is given after the row.
        """
        write = self.write(row, *after)
        with prepared_cursor() as cursor:
            cursor.execute(write.sql, write.values)
            row.pk = cursor.fetchone()[0]
        row._state.adding, row._state.db = False, "default"  # noqa: SLF001
        return row

    def write(self, row: Row, *after: Any) -> Write:
        """The storing of the row, to be run with other writes; the row itself gets no key."""
        given: list[Any] = [*after]
        left_out = []
        own = thread_connection()
        for field in self._fields:
            value = field.pre_save(row, True)
            if isinstance(value, DatabaseDefault):
                left_out.append(field.attname)
            elif field.attname in self._made_of:
                given += value
            else:
                given.append(field.get_db_prep_save(value, own))
        return Write(self._statement(tuple(left_out)), tuple(given))

    def _statement(self, left_out: tuple[str, ...]) -> str:
        if left_out not in self._statements:
            meta = self._model._meta  # noqa: SLF001
            given = [field for field in self._fields if field.attname not in left_out]
            columns = [Identifier(str(field.column)) for field in given]
            values: list[Composable] = [self._made_of.get(field.attname, Placeholder()) for field in given]
            comma = SQL(", ")
            key = Identifier(str(meta.pk.column) if meta.pk else "id")
            places = (Identifier(meta.db_table), comma.join(columns), comma.join(values), key)
            made = _INSERT_AFTER.format(self._after, *places) if self._after else _INSERT.format(*places)
            self._statements[left_out] = made.as_string(None)
        return self._statements[left_out]


class PreparedChange:
    """Changes rows of a queryset: the function gives them with the new values, or with none to delete them."""

    def __init__(self, build: Callable[..., Changes]) -> None:
        self._build = build
        self._made: Shapes[_Change] = Shapes()

    def run(self, *form: Hashable, **values: Any) -> int:
        """Change the rows for the values; gives how many there were. Raises TypeError as `Prepared.rows` does."""
        filled, made = self._filled(form, values)
        if made is None:
            rows, changes = self._build(*form, **filled)
            return rows.update(**changes) if changes else int(rows._raw_delete(rows.db))  # noqa: SLF001
        sql, fill = made
        with prepared_cursor() as cursor:
            cursor.execute(sql, filled_in(fill, filled))
            return int(cursor.rowcount)

    def writes(self, *form: Hashable, **values: Any) -> list[Write]:
        """The change, to be run with other writes; none where Django knows that there is no such row."""
        filled, made = self._filled(form, values)
        if made is not None:
            return [Write(made[0], filled_in(made[1], filled))]
        compiled = _compiled(self._build(*form, **filled))
        return [Write(compiled[0], tuple(compiled[1]))] if compiled else []

    def _filled(self, form: tuple[Hashable, ...], values: dict[str, Any]) -> tuple[dict[str, Any], _Change | None]:
        """The values as they are sent, and the statement that was built for their shape; None where there is none."""
        filled = {name: padded(value) for name, value in values.items()}
        shape = shape_of(form, filled)
        return filled, self._made.of(shape, lambda: self._make(form, filled)) if shape else None

    def _make(self, form: tuple[Any, ...], values: dict[str, Any]) -> _Change | None:
        marks = Marks()
        compiled = _compiled(self._build(*form, **{name: marks.of(name, value) for name, value in values.items()}))
        return marks.place(*compiled) if compiled else None


def _compiled(change: Changes) -> tuple[str, Sequence[Any]] | None:
    connection.ensure_connection()
    queryset, changes = change
    query: Any = queryset.query.chain(UpdateQuery if changes else DeleteQuery)
    if changes:
        query.add_update_values(changes)
    try:
        sql, params = query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return None
    return sql, params
