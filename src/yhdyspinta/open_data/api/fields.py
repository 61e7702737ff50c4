"""What an object of the API holds: each field's name, its schema and words, and how it is read. One truth for both."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any, Final

from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES

Schema = dict[str, Any]
Read = Callable[[Any], Any]

#: The schema of a text in every language that it is written in.
TEXTS: Final[Schema] = {
    "type": "object",
    "description": "A text in each language that it is written in, by language tag.",
    "propertyNames": {"enum": list(CONTENT_LANGUAGES)},
    "additionalProperties": {"type": "string"},
    "examples": [{"fi": "Kommentointikierros", "sv": "Kommentarsrunda"}],
}


@dataclass(frozen=True)
class Field:
    """One field of an object."""

    name: str
    schema: Schema
    words: str
    read: Read

    @property
    def described(self) -> Schema:
        return {**self.schema, "description": self.words} if self.words else self.schema


@dataclass(frozen=True)
class Shape:
    """What one kind of object looks like."""

    name: str
    words: str
    fields: tuple[Field, ...]

    def __call__(self, row: Any) -> dict[str, Any]:
        return {field.name: field.read(row) for field in self.fields}

    def schema(self) -> Schema:
        return {
            "type": "object",
            "description": self.words,
            "properties": {field.name: field.described for field in self.fields},
            "required": [field.name for field in self.fields],
            "additionalProperties": False,
        }


def text(name: str, words: str = "", read: Read | None = None, *, missing: bool = False) -> Field:
    """Plain words; with `missing` it may be null."""
    return Field(name, {"type": ["string", "null"] if missing else "string"}, words, read or attrgetter(name))


def code(name: str, values: Mapping[str, Any], words: str = "", read: Read | None = None) -> Field:
    """A key of a fixed list, or null."""
    get = read or attrgetter(name)
    return Field(name, {"enum": [*values, None]}, words, lambda row: get(row) or None)


def codes(name: str, values: Mapping[str, Any], words: str = "", read: Read | None = None) -> Field:
    """Some keys of a fixed list."""
    get = read or attrgetter(name)
    schema = {"type": "array", "items": {"enum": list(values)}}
    return Field(name, schema, words, lambda row: [key for key in get(row) if key in values])


def number(name: str, words: str = "", read: Read | None = None, *, missing: bool = False) -> Field:
    """A whole number, not under nought."""
    schema = {"type": ["integer", "null"] if missing else "integer", "minimum": 0}
    return Field(name, schema, words, read or attrgetter(name))


def flag(name: str, words: str, read: Read) -> Field:
    return Field(name, {"type": "boolean"}, words, read)


def moment(name: str, words: str = "", read: Read | None = None) -> Field:
    """An instant with Helsinki's offset, or null."""
    get = read or attrgetter(name)
    return Field(name, {"type": ["string", "null"], "format": "date-time"}, words, lambda row: stamp(get(row)))


def day(name: str, words: str = "", read: Read | None = None) -> Field:
    """A date, or null."""
    get = read or attrgetter(name)

    def value(row: Any) -> str | None:
        found = get(row)
        return found.isoformat() if found else None

    return Field(name, {"type": ["string", "null"], "format": "date"}, words, value)


def texts(name: str, words: str = "", read: Read | None = None) -> Field:
    """A text in every language that it has."""
    get = read or attrgetter(name)
    schema = {"$ref": "#/components/schemas/Texts"}
    return Field(name, schema, words, lambda row: dict(Wording(get(row) or {})))


def address(name: str, words: str, read: Read) -> Field:
    return Field(name, {"type": ["string", "null"], "format": "uri"}, words, read)


def many(name: str, shape: Shape, words: str, read: Callable[[Any], Sequence[Any]]) -> Field:
    """Objects within the object."""
    schema = {"type": "array", "items": {"$ref": f"#/components/schemas/{shape.name}"}}
    return Field(name, schema, words, lambda row: [shape(part) for part in read(row)])


def stamp(at: datetime | None) -> str | None:
    """An instant as the API and the downloads write it."""
    return in_helsinki(at).isoformat(timespec="seconds") if at is not None else None
