"""The documents of a round and their sections, each section over all its versions: where comments of it stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, IntegerField, OuterRef, Subquery, When

from yhdyspinta.documents.models import Section, SectionText
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.text import beginning
from yhdyspinta.wording.fields import Wording

_HEADING = 60


@dataclass(frozen=True)
class SectionLine:
    """A section by its newest published form, with the threads of that and of all it came from."""

    pk: int
    number: str
    heading: str
    threads: tuple[int, ...]

    @property
    def name(self) -> str:
        return f"{self.number} {self.heading}".strip()


@dataclass
class DocumentLine:
    """A document with its sections in reading order, and every thread of its published versions."""

    pk: int
    title: Wording
    sections: list[SectionLine] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    #: thread: the section's number in the version where the comment was made; "" is the whole document
    numbers: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Row:
    pk: int
    thread: int | None
    number: str
    document: int
    title: dict[str, str]
    whole: int | None  # the thread of the whole version
    heading: str
    sources: tuple[int, ...]


def documents_of(activity: Activity, language: str) -> list[DocumentLine]:
    """The documents with a published version, each of which has sections; one query whatever their length."""
    rows = _rows(activity, language)
    found = {row.document: DocumentLine(row.document, Wording(row.title)) for row in rows}
    for document in found.values():
        _fill(document, [row for row in rows if row.document == document.pk])
    return list(found.values())


def _rows(activity: Activity, language: str) -> list[_Row]:
    """Every section of a published version with its heading in the language: by document, the newest version first, in
    reading order.
    """
    own_first = Case(When(language=language, then=0), default=1, output_field=IntegerField())
    texts = SectionText.objects.filter(section=OuterRef("pk")).order_by(own_first, "pk")
    links = Section.predecessors.through.objects.filter(from_section=OuterRef("pk")).order_by("to_section")
    published = Section.objects.filter(version__document__activity=activity, version__published_at__isnull=False)
    order = ("version__document__position", "version__document", "-version__number", "position", "pk")
    values = published.order_by(*order).values_list(
        "pk",
        "thread_id",
        "number",
        "version__document_id",
        "version__document__title",
        "version__thread_id",
        Subquery(texts.values("heading")[:1]),
        ArraySubquery(links.values("to_section")),
    )
    return [
        _Row(pk, thread, number, document, title, whole, heading or "", tuple(sources))
        for pk, thread, number, document, title, whole, heading, sources in values
    ]


def _fill(document: DocumentLine, rows: list[_Row]) -> None:
    by_pk = {row.pk: row for row in rows}
    continued = {source for row in rows for source in row.sources}
    for row in rows:
        if row.whole is not None:  # a comment on the whole version
            document.threads.add(row.whole)
            document.numbers[row.whole] = ""
        if row.thread is not None:
            document.threads.add(row.thread)
            document.numbers[row.thread] = row.number
        if row.pk not in continued:
            threads = tuple(one.thread for one in _history(row, by_pk) if one.thread is not None)
            document.sections.append(SectionLine(row.pk, row.number, beginning(row.heading, _HEADING), threads))


def _history(row: _Row, by_pk: Mapping[int, _Row]) -> Iterable[_Row]:
    """The section and everything that it came from."""
    seen, waiting = {row.pk}, [row]
    while waiting:
        one = waiting.pop()
        yield one
        for source in one.sources:
            if source in by_pk and source not in seen:
                seen.add(source)
                waiting.append(by_pk[source])
