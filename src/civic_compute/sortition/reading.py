"""Read a pool of persons and the quotas of a panel from their two tables.

`categories.csv` has the columns category (or name), feature (or value), min, max; `respondents.csv` one row a person.
Names and values are compared without regard to case and surrounding space; columns of the pool that no quota names
are passed over.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from civic_compute.reading import ReadingProblem, Row, Source, column_named, fold, id_order, read_table
from civic_compute.sortition.model import Person, Pool, Quota
from civic_compute.sortition.problems import SortitionProblem

_ID_COLUMNS: Final = ("id", "unique_id")
_AROUND: Final = ".,;:"
_WHOLE: Final = re.compile(r"[0-9]{1,9}")


def fold_address(text: str) -> str:
    """An address as it is compared: NFKC, case-folded, no invisible characters, no full stops or commas around words."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    seen = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")
    words = (word.strip(_AROUND) for word in seen.split())
    return unicodedata.normalize("NFKC", " ".join(word for word in words if word))


@dataclass(frozen=True)
class Quotas:
    """The quotas of a file, sorted by category and value, with the line of each and the names as written."""

    file: str
    quotas: tuple[Quota, ...]
    lines: tuple[int, ...]
    labels: Mapping[tuple[str, str], str]
    sha256: str

    @property
    def categories(self) -> tuple[str, ...]:
        """Each category once, folded, sorted."""
        return tuple(dict.fromkeys(quota.category for quota in self.quotas))


def read_quotas(source: Source) -> Quotas:
    """Read categories.csv.

    Raises ReadingProblem, and SortitionProblem("quota_unnamed", "quota_not_whole", "quota_upside_down",
    "quota_twice", "no_quotas") with the line.
    """
    columns, rows = read_table(source)
    names = [
        column_named(columns, *choices, file=source.name)
        for choices in (("category", "name"), ("feature", "value"), ("min",), ("max",))
    ]
    quotas: dict[tuple[str, str], tuple[Quota, int]] = {}
    labels: dict[tuple[str, str], str] = {}
    for row in rows:
        quota = _quota(row, names, source.name)
        key = (quota.category, quota.value)
        written = [" ".join(row.cells[name].split()) for name in names[:2]]
        if key in quotas:
            raise SortitionProblem(
                "quota_twice", file=source.name, line=row.line, category=written[0], value=written[1],
                first=quotas[key][1],
            )  # fmt: skip
        quotas[key] = quota, row.line
        labels.setdefault((quota.category, ""), written[0])
        labels[key] = written[1]
    if not quotas:
        raise SortitionProblem("no_quotas", file=source.name)
    found, lines = zip(*(quotas[key] for key in sorted(quotas)), strict=True)
    return Quotas(source.name, found, lines, labels, source.sha256)


def _quota(row: Row, names: list[str], file: str) -> Quota:
    category, value, least, most = (row.cells[name].strip() for name in names)
    for column, cell in zip(names[:2], (category, value), strict=True):
        if not cell:
            raise SortitionProblem("quota_unnamed", file=file, line=row.line, column=column)
    for column, cell in zip(names[2:], (least, most), strict=True):
        if not _WHOLE.fullmatch(cell):
            raise SortitionProblem(
                "quota_not_whole", file=file, line=row.line, column=column, found=cell[:40] or "empty"
            )
    if int(least) > int(most):
        raise SortitionProblem(
            "quota_upside_down", file=file, line=row.line, category=category, value=value, least=least, most=most
        )
    return Quota(fold(category), fold(value), int(least), int(most))


def read_pool(
    people: Source, categories: Source, *, size: int, id_column: str = "", address_column: str = "",
    excluded: Iterable[str] = (),
) -> Pool:  # fmt: skip
    """Read the two tables into a pool for panels of `size`.

    Ids come from `id_column`, else from a column id or unique_id, else they are the rows' numbers from 1. With an
    `address_column` at most one person of each address is drawn; an empty address is nobody else's. Raises
    ReadingProblem and SortitionProblem with file and line for everything that one quota or one row shows to be
    wrong; whether all quotas can be met together is asked by `feasibility.require_feasible`.
    """
    quotas = read_quotas(categories)
    columns, rows = read_table(people)
    ids = _id_column(columns, id_column, people.name)
    address = column_named(columns, address_column, file=people.name) if address_column else ""
    asked = _columns_of(columns, quotas)
    persons = _persons(people.name, rows, quotas, asked, (ids, address), excluded)
    pool = Pool(
        categories=quotas.categories, quotas=quotas.quotas, persons=persons, size=size,
        one_per_address=bool(address), labels=quotas.labels, sha256=(people.sha256, quotas.sha256),
        files=(people.name, quotas.file), lines=quotas.lines, id_column=ids, address_column=address,
    )  # fmt: skip
    check_size(pool)
    return pool


def read_excluded(source: Source) -> tuple[str, ...]:
    """Ids that must not be drawn: one a line, empty lines passed over. Raises ReadingProblem."""
    return tuple(line.strip() for line in source.text().split("\n") if line.strip())


def _persons(  # noqa: PLR0917
    file: str, rows: Iterator[Row], quotas: Quotas, asked: Mapping[str, str], columns: tuple[str, str],
    excluded: Iterable[str],
) -> tuple[Person, ...]:  # fmt: skip
    ids, address = columns
    left_out = {name.strip() for name in excluded}
    persons: dict[str, Person] = {}
    lines: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        name = _id(row, ids, number, file)
        if name in lines:
            raise SortitionProblem("id_twice", file=file, line=row.line, id=name, first=lines[name])
        lines[name] = row.line
        values = tuple(_values(row, asked, quotas, file))
        home = fold_address(row.cells[address]) if address else ""
        persons[name] = Person(name, values, home, name in left_out)
    if not persons:
        raise ReadingProblem("no_rows", file=file)
    for name in sorted(left_out - set(persons)):
        raise SortitionProblem("excluded_unknown", file=file, id=name)
    return tuple(persons[name] for name in sorted(persons, key=id_order))


def _columns_of(columns: tuple[str, ...], quotas: Quotas) -> dict[str, str]:
    """The pool's column of each category."""
    known = {fold(column): column for column in reversed(columns)}
    for quota, line in zip(quotas.quotas, quotas.lines, strict=True):
        if quota.category not in known:
            raise SortitionProblem(
                "category_not_asked", file=quotas.file, line=line, category=quotas.labels[quota.category, ""],
                columns=", ".join(columns),
            )  # fmt: skip
    return {category: known[category] for category in quotas.categories}


def _id_column(columns: tuple[str, ...], wanted: str, file: str) -> str:
    if wanted:
        return column_named(columns, wanted, file=file)
    known = {fold(column): column for column in reversed(columns)}
    return next((known[name] for name in _ID_COLUMNS if name in known), "")


def _id(row: Row, column: str, number: int, file: str) -> str:
    if not column:
        return str(number)
    name = row.cells[column].strip()
    if not name:
        raise SortitionProblem("id_missing", file=file, line=row.line, column=column)
    return name


def _values(row: Row, asked: Mapping[str, str], quotas: Quotas, file: str) -> Iterator[str]:
    for category, column in asked.items():
        value = fold(row.cells[column])
        label = quotas.labels[category, ""]
        if not value:
            raise SortitionProblem("value_missing", file=file, line=row.line, category=label)
        if (category, value) not in quotas.labels:
            known = ", ".join(quotas.labels[q.category, q.value] for q in quotas.quotas if q.category == category)
            raise SortitionProblem(
                "value_without_quota", file=file, line=row.line, category=label, value=row.cells[column].strip()[:80],
                known=known,
            )  # fmt: skip
        yield value


def check_size(pool: Pool) -> None:
    """Raise SortitionProblem("size_not_positive", "nobody", "size_over_pool")."""
    free = sum(not person.excluded for person in pool.persons)
    file = pool.files[0] if pool.files else ""
    if pool.size < 1:
        raise SortitionProblem("size_not_positive", size=pool.size)
    if not free:
        raise SortitionProblem("nobody", file=file)
    if pool.size > free:
        raise SortitionProblem("size_over_pool", file=file, size=pool.size, pool=free)
