"""Queries of rows that are built once: afterwards only their values differ.

Django builds the SQL of a query anew each time, which takes longer than the database does for a page that everybody
reads. A `Prepared` query is written with Django's own means and built at its first use; from then on its SQL is sent
with new values, as a statement that the database has prepared (docs/adr/0013-prepared-queries.md).
"""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import chain
from typing import Any, Final, Generic, NoReturn, TypeVar, cast
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.postgresql.psycopg_any import register_tzloader
from django.db.models import Model
from django.db.models import query as models_query
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    QuerySet,
    ValuesListIterable,
)
from django.db.transaction import TransactionManagementError
from psycopg import Cursor, OperationalError, errors
from psycopg.pq import Format
from psycopg.sql import Literal
from psycopg.types.numeric import Int2, Int4, Int8

from yhdyspinta.database.shapes import LONGEST, Shapes, shape_of

Row = TypeVar("Row")
_TIMESTAMPTZ: Final = 1184
_Fill = Callable[[dict[str, Any]], Any]
_WIDTHS: Final[dict[Any, int]] = {Int2: 2**15, Int4: 2**31, Int8: 2**63}
_LENGTHS: Final = (1, 2, 4, 8, 16, 32, 64, LONGEST)
_FIRST_NUMBER: Final = 2_100_000_000
_FIRST_NARROW: Final = 20_000
_NARROW: Final = 12  # so many of them fit the narrowest column
_APART: Final = 1009  # so that a number counted from one mark is not the next mark
_TRACE: Final = re.compile("\ue000" + r"|\\ue000")
_NUMBER: Final = re.compile(r"\b\d{5,10}\b")


class Prepared(Generic[Row]):
    """A query of rows, as a function that builds it from values.

    The function gets the parts of its form by place (they choose which query it is: few different ones) and its values
    by name. A value is a number, a text, an instant, a UUID, or a sequence of such; each must reach the SQL as it is.
    Queries of models, of values_list() and of flat ones can be prepared; prefetch_related() cannot.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]]) -> None:
        self._build = build
        self._made: Shapes[_Made] = Shapes()

    def rows(self, *form: Hashable, **values: Any) -> list[Row]:
        """The rows for the values. Raises TypeError for a value that cannot be sent as it is."""
        filled = {name: padded(value) for name, value in values.items()}
        shape = shape_of(form, filled)
        made = self._made.of(shape, lambda: _make(self._build, form, filled)) if shape else None
        try:
            return list(self._build(*form, **values)) if made is None else made.rows(filled)
        except OverflowError:  # a number that its column cannot hold: Django knows that there is no such row
            return list(self._build(*form, **values))

    def first(self, *form: Hashable, **values: Any) -> Row | None:
        """The first of the rows, which the query itself limits; None when there is none."""
        return next(iter(self.rows(*form, **values)), None)


def attach(owner: Model, name: str, rows: list[Any]) -> None:
    """Set what a model's reverse relation gives, as prefetch_related() would."""
    queryset = getattr(owner, name).get_queryset()
    queryset._result_cache, queryset._prefetch_done = rows, True  # noqa: SLF001
    vars(owner).setdefault("_prefetched_objects_cache", {})[name] = queryset


@dataclass(frozen=True)
class _Made:
    """SQL with the places of its values, and how its rows are read."""

    sql: str
    fill: tuple[_Fill, ...]
    read: Callable[[list[Any]], list[Any]]
    locks: bool

    def rows(self, values: dict[str, Any]) -> list[Any]:
        if self.locks and thread_connection().get_autocommit():
            raise TransactionManagementError("Rows are locked only within a transaction.")
        with prepared_cursor() as cursor:
            cursor.execute(self.sql, filled_in(self.fill, values))
            return self.read(cursor.fetchall())


class _PreparedCursor(Cursor[Any]):
    """Statements whose values are sent apart and which the database prepares."""

    def execute(self, query: Any, params: Any = None, **_more: Any) -> Any:
        try:
            done = super().execute(query, params, prepare=True)
        except (errors.FeatureNotSupported, errors.InvalidSqlStatementName) as error:
            done = self._anew(query, params, error)
        if thread_connection().queries_logged and self._query is None:
            self._query = self._convert_query(query, params)  # for those who count and read queries
        return done

    def _anew(self, query: Any, params: Any, error: Exception) -> Any:
        """Ask again where a migration changed a column, or a pooler the connection, after the statement was prepared.

        Within a transaction it cannot be asked again: whoever tries once more finds the connection in order.
        """
        if not self.connection.autocommit:
            _give_up(error)
        self.connection.execute("DEALLOCATE ALL")
        return super().execute(query, params, prepare=True)


def _give_up(error: Exception) -> NoReturn:
    raise OperationalError(str(error)) from error


def prepared_cursor() -> Any:
    """A cursor of the request's connection whose statements the database prepares."""
    own = thread_connection()
    own.ensure_connection()
    cursor = _PreparedCursor(own.connection)
    loader = own.connection.adapters.get_loader(_TIMESTAMPTZ, Format.TEXT)
    if own.timezone != loader.timezone:
        register_tzloader(own.timezone, cursor)
    return own._prepare_cursor(cursor)  # noqa: SLF001 (as the backend makes its own)


def thread_connection() -> Any:
    """Django's connection of this thread itself: `connection` looks it up anew at each name that is asked of it."""
    return connections[DEFAULT_DB_ALIAS]


def filled_in(fill: tuple[_Fill, ...], values: dict[str, Any]) -> tuple[Any, ...]:
    """The parameters of a statement for the values."""
    return tuple(one(values) for one in fill)


def padded(value: Any) -> Any:
    """A sequence repeats its last value up to one of few lengths, so that few statements are made; not a longer one."""
    if not isinstance(value, (list, tuple, set, frozenset)):
        return value
    items = list(value)
    longer = next((length for length in _LENGTHS if length >= len(items)), len(items))
    return items + items[-1:] * (longer - len(items))


def _make(build: Callable[..., QuerySet[Any, Any]], form: tuple[Any, ...], values: dict[str, Any]) -> _Made | None:
    """Build the query with marks in the place of values; None where the marks can give no row."""
    marks = Marks()
    queryset = build(*form, **{name: marks.of(name, value) for name, value in values.items()})
    connection.ensure_connection()
    compiler = queryset.query.get_compiler(connection=connection)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return None
    return _Made(*marks.place(sql, params), _reader(queryset, compiler), locks=queryset.query.select_for_update)


class Marks:
    """Values that nobody writes, by which the places of the true ones are found again."""

    def __init__(self) -> None:
        self._places: dict[Any, tuple[str, int | None]] = {}

    def of(self, name: str, value: Any) -> Any:
        """The mark that stands for the value while the statement is built."""
        if isinstance(value, list):
            return [self._mark(one, (name, place)) for place, one in enumerate(value)]
        return self._mark(value, (name, None))

    def _mark(self, value: Any, place: tuple[str, int | None]) -> Any:
        number = len(self._places) + 1
        made: Any
        if isinstance(value, datetime):
            made = datetime(1907, 3, 15, 7, tzinfo=UTC) + timedelta(microseconds=number)
        elif isinstance(value, UUID):
            made = UUID(int=(0x5A11 << 64) + number)
        elif isinstance(value, str):
            made = f"\ue000{number}\ue000"
        elif isinstance(value, int) and not isinstance(value, bool):
            is_narrow = place[1] is None and number <= _NARROW  # one number may be of a narrow column, many are keys
            made = _FIRST_NARROW + number * _APART if is_narrow else _FIRST_NUMBER + number * _APART
        else:
            raise TypeError(f"{place[0]}={value!r} cannot be a value of a prepared query.")
        self._places[made] = place
        return made

    def place(self, sql: str, params: Sequence[Any]) -> tuple[str, tuple[_Fill, ...]]:
        """The SQL with places for values alone, and how these are filled.

        What never changes stands in the SQL itself, so that the database's plan knows it. Raises TypeError when a value
        did not come through as it is, or when something was made of it that would stay in the SQL for everybody.
        """
        found = [self._places.get(param) if isinstance(param, Hashable) else None for param in params]
        missing = set(self._places.values()) - set(found)
        pieces = sql.split("%s")
        if missing or len(pieces) != len(params) + 1:
            raise TypeError(f"{sorted(missing, key=str)} did not reach the SQL as they are.")
        words = [_literal(param) if place is None else "%s" for param, place in zip(params, found, strict=True)]
        fills = [
            partial(_value, *place, _wrapped(param))
            for param, place in zip(params, found, strict=True)
            if place is not None
        ]
        done = "".join(chain.from_iterable(zip(pieces, [*words, ""], strict=True)))
        if _TRACE.search(done) or self._is_near(map(int, _NUMBER.findall(done))):
            raise TypeError(f"What was made of a value would be kept for others: {done}")
        return done, tuple(fills)

    def _is_near(self, numbers: Iterable[int]) -> bool:
        """Whether a number in the SQL was counted from a mark."""
        marks = [mark for mark in self._places if isinstance(mark, int)]
        return any(abs(number - mark) < _APART // 2 for number in numbers for mark in marks)


def _literal(param: Any) -> str:
    """A constant as the database reads it, in SQL whose places are marked with a per cent sign."""
    if isinstance(param, (date, time)):
        raise TypeError(f"{param!r} is an instant, now or made of a value: it would be kept for others.")
    return str(Literal(param).as_string(connection.connection)).replace("%", "%%")


def _value(name: str, place: int | None, wrap: Callable[[Any], Any] | None, values: dict[str, Any]) -> Any:
    value = values[name] if place is None else values[name][place]
    if wrap is None:
        return value
    if abs(value) >= _WIDTHS.get(wrap, value + 1):
        raise OverflowError(value)
    return wrap(value)


def _wrapped(param: Any) -> Callable[[Any], Any] | None:
    """The type by which Django tells the database how wide a number is."""
    kind = type(param)
    return kind if issubclass(kind, int) and kind is not int else None


def _reader(queryset: QuerySet[Any, Any], compiler: Any) -> Callable[[list[Any]], list[Any]]:
    converters = compiler.get_converters([chosen[0] for chosen in compiler.select[: compiler.col_count]])
    kind = queryset._iterable_class  # noqa: SLF001
    if kind is ModelIterable:
        build: Callable[[Iterable[Any]], list[Any]] = _models(compiler, queryset.db)
    elif kind is FlatValuesListIterable:
        build = lambda rows: [row[0] for row in rows]  # noqa: E731
    elif kind is ValuesListIterable:
        build = lambda rows: [tuple(row) for row in rows]  # noqa: E731
    else:
        raise TypeError(f"{kind.__name__} cannot be prepared.")
    if queryset._prefetch_related_lookups:  # type: ignore[attr-defined]  # noqa: SLF001
        raise TypeError("prefetch_related() cannot be prepared.")
    if not converters:
        return build
    return lambda rows: build(compiler.apply_converters(chain(rows), converters))


def _models(compiler: Any, using: str) -> Callable[[Iterable[Any]], list[Any]]:
    """Rows to models, with related ones and annotations, as Django's own ModelIterable reads them."""
    select, info, annotations = compiler.select, compiler.klass_info, tuple(compiler.annotation_col_map.items())
    first, last = info["select_fields"][0], info["select_fields"][-1] + 1
    names = [chosen[0].target.attname for chosen in select[first:last]]
    populators = cast("Any", models_query).get_related_populators(info, select, using)
    model = info["model"]

    def build(rows: Iterable[Any]) -> list[Any]:
        found = []
        for row in rows:
            made = model.from_db(using, names, row[first:last])
            for populator in populators:
                populator.populate(row, made)
            for name, place in annotations:
                setattr(made, name, row[place])
            found.append(made)
        return found

    return build
