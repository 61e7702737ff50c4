"""Texts from a column of a CSV file."""

from civic_compute.reading import Source, column_named, read_table
from civic_compute.texts.model import Text
from civic_compute.texts.problems import TextProblem

_IDS = ("id", "comment-id", "unique_id")


def read_texts(source: Source, column: str, *, id_column: str = "") -> tuple[Text, ...]:
    """The texts of a column, in the order of rows; the id is the named column's, else that of id, comment-id or
    unique_id where there is one, else the row's number from 1.

    Raises ReadingProblem (of a file), TextProblem("id_missing", "id_twice") with the line.
    """
    columns, rows = read_table(source)
    wanted = column_named(columns, column, file=source.name)
    known = {name.casefold(): name for name in columns}
    named = column_named(columns, id_column, file=source.name) if id_column else ""
    key = named or next((known[name] for name in _IDS if name in known), "")
    texts: list[Text] = []
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        name = row.cells[key].strip() if key else str(number)
        if not name:
            raise TextProblem("id_missing", file=source.name, line=row.line, column=key)
        if name in seen:
            raise TextProblem("id_twice", file=source.name, line=row.line, id=name)
        seen.add(name)
        texts.append(Text(name, row.cells[wanted]))
    return tuple(texts)
