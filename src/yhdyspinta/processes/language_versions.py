"""Texts of a process, or of an authority itself, that have language versions: every app tells of its own.

It says which there are, who may write them, and how a version is stored.

The page of missing versions and the translator's file read the same register, so nothing is in one and not in the other.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final, TypeVar, cast

from django.db.models import CharField, F, Model, QuerySet, Value
from django.db.models.functions import JSONObject

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Process
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.parts import TextPart
from yhdyspinta.wording.refusals import Refusal

Row = TypeVar("Row", bound=Model)
#: What has texts of its own, all of which leave and return as one file.
Holder = Process | Authority


@dataclass(frozen=True)
class Found:
    """A text with its versions: `name` is its part of the thing, `where` tells people which text it is.

    `path` is the staff page of the thing, where one can be told. `among` is what things have in common whose names
    ought to differ.
    """

    name: str
    where: str
    words: Mapping[str, str]
    part: TextPart
    path: str = ""
    among: str = ""


@dataclass(frozen=True)
class Asked:
    """Whose texts, and between which languages."""

    of: Holder
    source: str
    target: str

    @property
    def process(self) -> Process:
        """For the kinds of a process."""
        return cast("Process", self.of)


@dataclass(frozen=True)
class Change:
    """A version that is to be stored, and what stood there when somebody looked at it."""

    before: str
    text: str


@dataclass(frozen=True)
class Taking:
    """Who stores versions, of whose texts, in which language and when; used inside one transaction."""

    actor: Person
    of: Holder
    target: str
    at: datetime

    @property
    def process(self) -> Process:
        """For the kinds of a process."""
        return cast("Process", self.of)

    @property
    def authority(self) -> Authority:
        """For the kinds of an authority."""
        return cast("Authority", self.of)

    def row_of(self, model: type[Row], pk: int) -> Row:
        """A row of one of the process's activities, both loaded with it. Raises DoesNotExist for another process's."""
        row: Any = model._default_manager.select_related("activity").get(pk=pk, activity__process=self.process)  # noqa: SLF001
        row.activity.process = self.process
        found: Row = row
        return found

    def joined(self, row: Any, changes: Mapping[str, Change]) -> dict[str, Wording]:
        """The row's texts with the new versions in them, by name."""
        return {name: self.with_version(getattr(row, name), change) for name, change in changes.items()}

    def with_version(self, words: Mapping[str, str], change: Change) -> Wording:
        """The versions with the new one. Raises Refusal("texts_changed_meanwhile") where it is not what was looked at."""
        self.require_same(words.get(self.target, ""), change)
        return Wording({**words, self.target: change.text})

    @staticmethod
    def require_same(now: str, change: Change) -> None:
        if now != change.before:
            raise Refusal("texts_changed_meanwhile", status=409)


class Translatable(ABC):
    """The texts of one kind of thing: found for reading, and stored by the action that its form uses."""

    key: ClassVar[str]
    #: Whose texts they are, and the ability there that lets them be read and written.
    of: ClassVar[type[Process] | type[Authority]] = Process
    ability: ClassVar[str] = "edit"
    #: The texts are a sender's own words, which may be masked or hidden at any time: they are kept in no other place.
    is_of_sender: ClassVar[bool] = False

    @property
    @abstractmethod
    def columns(self) -> Iterable[str]:
        """The stored fields, as "app.Model.field": a test asks that none is left out."""

    @abstractmethod
    def found(self, asked: Asked) -> Iterable[tuple[int, Found]]:
        """(key of the thing, text) in the order of the pages."""

    @abstractmethod
    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        """Store new versions of a thing's texts, by their names."""


class OfRows(Translatable):
    """Texts that stand in `WordingField`s of a model. All such kinds together are one query."""

    model: ClassVar[type[Model]]
    parts: ClassVar[Mapping[str, TextPart]]
    order: ClassVar[Sequence[str]] = ("pk",)
    more: ClassVar[Mapping[str, str]] = {}  # what `where` needs besides: name, path

    @property
    def columns(self) -> Iterable[str]:
        return [f"{self.model._meta.label}.{name}" for name in self.parts]  # noqa: SLF001

    @abstractmethod
    def rows(self, of: Any) -> QuerySet[Any]:
        """The things of a process, or of an authority, whose texts may be written now."""

    @abstractmethod
    def where(self, data: Mapping[str, Any]) -> str:
        """Which thing it is, in the reader's language."""

    def among(self, _data: Mapping[str, Any]) -> str:
        """What things have in common whose names ought to differ; empty where they may be the same."""
        return ""

    def data(self, _asked: Asked) -> dict[str, Any]:
        """What is read of a row."""
        return {**{name: F(name) for name in self.parts}, **{name: F(path) for name, path in self.more.items()}}

    def texts(self, _asked: Asked, data: Mapping[str, Any], where: str) -> Iterator[Found]:
        """The texts of what was read."""
        for name, part in self.parts.items():
            yield Found(
                name, f"{where}: {part.label}" if where else str(part.label), data[name], part, among=self.among(data)
            )

    def query(self, asked: Asked) -> QuerySet[Any, tuple[str, int, dict[str, Any]]]:
        """(kind, key, what was read) of each row, for the one query of all kinds."""
        places = {f"_{place}": F(path) for place, path in enumerate(self.order)}
        read = JSONObject(**self.data(asked), **places)
        kind = Value(self.key, output_field=CharField())
        rows = self.rows(asked.of).order_by().annotate(row_kind=kind, row_data=read)
        found: QuerySet[Any, tuple[str, int, dict[str, Any]]] = rows.values_list("row_kind", "pk", "row_data")
        return found

    def read(self, asked: Asked, rows: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[tuple[int, Found]]:
        """The texts of rows that the one query found."""
        places = range(len(self.order))
        for pk, data in sorted(rows, key=lambda row: [row[1][f"_{place}"] for place in places]):
            for text in self.texts(asked, data, self.where(data)):
                yield pk, text

    def found(self, asked: Asked) -> Iterable[tuple[int, Found]]:
        """The texts of this kind alone."""
        return self.read(asked, ((pk, data) for _kind, pk, data in self.query(asked)))


_KINDS: Final[dict[str, Translatable]] = {}


def register_translatable(*kinds: Translatable) -> None:
    """Let the page of missing versions and the translator's file know texts of an app."""
    for kind in kinds:
        if _KINDS.setdefault(kind.key, kind) is not kind:
            raise ValueError(f"two kinds of texts are called {kind.key}")


def translatables() -> Mapping[str, Translatable]:
    """Every kind by its key."""
    return _KINDS


def kinds_of(of: Holder) -> list[Translatable]:
    """The kinds of texts that a process has, or an authority."""
    return [kind for kind in _KINDS.values() if isinstance(of, kind.of)]


def versions_of(asked: Asked) -> Iterator[tuple[Translatable, int, Found]]:
    """Every text with its versions, kind by kind: one query, and one for each kind that has its own."""
    kinds = kinds_of(asked.of)
    first, *others = [kind.query(asked) for kind in kinds if isinstance(kind, OfRows)]
    by_kind: dict[str, list[tuple[int, dict[str, Any]]]] = {}
    for key, pk, data in first.union(*others, all=True):
        by_kind.setdefault(key, []).append((pk, data))
    for kind in kinds:
        rows = by_kind.get(kind.key, ())
        for pk, text in kind.read(asked, rows) if isinstance(kind, OfRows) else kind.found(asked):
            yield kind, pk, text


def in_reader_language(words: Mapping[str, str] | None) -> str:
    """A title among what `where` tells."""
    return Wording(words or {}).text(page_language())
