"""What pages read of documents: a fixed, small number of queries however long the texts are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q, QuerySet

from yhdyspinta.documents.comparison import SectionChange, best_text, comparison
from yhdyspinta.documents.line_changes import LineChange, Piece
from yhdyspinta.documents.models import Attachment, Document, DocumentVersion, Section
from yhdyspinta.documents.passages import Passage, passages
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.reader import is_fallback

__all__ = [
    "DocumentReading",
    "LineChange",
    "Passage",
    "Piece",
    "SectionChange",
    "SectionReading",
    "VersionLine",
    "comparison",
    "files_of",
    "forward_links",
    "passages",
    "published_documents",
    "reading",
    "readings",
]


@dataclass(frozen=True)
class VersionLine:
    """A version in a list."""

    pk: int
    number: int
    name: Wording
    what_changed: Wording
    published_at: datetime | None


@dataclass(frozen=True)
class SectionReading:
    """A section as a reader of one language gets it."""

    pk: int
    number: str
    level: int
    anchor: str
    heading: str
    language: str  # what the text is in
    is_fallback: bool  # it is not what the reader asked for: mark it in words
    passages: tuple[Passage, ...]
    questions: tuple[str, ...]
    questions_language: str
    thread_id: int | None
    comment_count: int  # visible comments


@dataclass(frozen=True)
class AttachmentLine:
    """A file beside a document."""

    pk: int
    name: Wording
    file_name: str
    kind: str  # "PDF", "DOCX"
    size: int
    language: str


@dataclass(frozen=True)
class DocumentReading:
    """A document in one version, ready for a page."""

    document: Document
    version: VersionLine
    versions: tuple[VersionLine, ...]  # every published one, oldest first
    sections: tuple[SectionReading, ...]
    attachments: tuple[AttachmentLine, ...]
    thread_id: int | None  # comments on the whole
    whole_comment_count: int

    @property
    def is_newest(self) -> bool:
        return not self.versions or self.version.pk == self.versions[-1].pk

    @property
    def comment_count(self) -> int:
        return self.whole_comment_count + sum(section.comment_count for section in self.sections)

    def section(self, anchor: str) -> SectionReading | None:
        return next((section for section in self.sections if section.anchor == anchor), None)


def published_documents(activity: Activity) -> QuerySet[Document]:
    """The documents that have something to read, in their order."""
    return activity.documents.filter(versions__published_at__isnull=False).distinct().order_by("position", "pk")


def reading(document: Document, language: str, *, number: int | None = None) -> DocumentReading | None:
    """The newest published version, or the one asked for; None where it does not exist. Four queries."""
    versions = list(_published([document]))
    chosen = next((item for item in reversed(versions) if number is None or item.number == number), None)
    return _read([document], [chosen], versions, language)[0] if chosen else None


def readings(documents: Iterable[Document], language: str) -> list[DocumentReading]:
    """Several documents at once, each in its newest published version; four queries for all of them."""
    wanted = list(documents)
    versions = list(_published(wanted))
    newest = {version.document_id: version for version in versions}
    return _read(wanted, [newest[document.pk] for document in wanted if document.pk in newest], versions, language)


def draft_reading(version: DocumentVersion, language: str) -> DocumentReading:
    """Any version, also a draft: for staff only."""
    versions = list(_published([version.document]))
    return _read([version.document], [version], versions, language)[0]


def _published(documents: Sequence[Document]) -> QuerySet[DocumentVersion]:
    found = DocumentVersion.objects.filter(document__in=documents, published_at__isnull=False)
    return found.select_related("thread").order_by("document_id", "number")


def _read(
    documents: Sequence[Document], chosen: Sequence[DocumentVersion], versions: Sequence[DocumentVersion], language: str
) -> list[DocumentReading]:
    sections: dict[int, list[SectionReading]] = defaultdict(list)
    rows = Section.objects.filter(version__in=chosen).select_related("thread").prefetch_related("texts")
    for section in rows:
        sections[section.version_id].append(_section(section, language))
    files = files_of([document.pk for document in documents])
    lines: dict[int, list[VersionLine]] = defaultdict(list)
    for version in versions:
        lines[version.document_id].append(version_line(version))
    by_document = {version.document_id: version for version in chosen}
    found = []
    for document in documents:
        if document.pk not in by_document:
            continue
        version = by_document[document.pk]
        found.append(
            DocumentReading(
                document=document,
                version=version_line(version),
                versions=tuple(lines[document.pk]),
                sections=tuple(sections[version.pk]),
                attachments=tuple(files[document.pk]),
                thread_id=version.thread_id,
                whole_comment_count=version.thread.visible_count if version.thread else 0,
            )
        )
    return found


def _section(section: Section, language: str) -> SectionReading:
    text = best_text(section.texts.all(), language)
    questions, questions_language = Wording(section.questions or {}).for_reader(language)
    return SectionReading(
        pk=section.pk,
        number=section.number,
        level=section.level,
        anchor=section.anchor,
        heading=text.heading if text else "",
        language=text.language if text else language,
        is_fallback=text is not None and is_fallback(text.language, language),
        passages=passages(text.body) if text else (),
        questions=tuple(line.strip() for line in questions.splitlines() if line.strip()),
        questions_language=questions_language,
        thread_id=section.thread_id,
        comment_count=section.thread.visible_count if section.thread else 0,
    )


def version_line(version: DocumentVersion) -> VersionLine:
    return VersionLine(
        version.pk, version.number, Wording(version.name), Wording(version.what_changed), version.published_at
    )


def attachment_line(file: Attachment) -> AttachmentLine:
    kind = file.original_name.rsplit(".", 1)[-1].upper()
    return AttachmentLine(file.pk, Wording(file.name), file.original_name, kind, file.size, file.language)


def files_of(document_ids: Collection[int]) -> dict[int, list[AttachmentLine]]:
    """The files beside each document, in the order in which they were added; one query."""
    files: dict[int, list[AttachmentLine]] = defaultdict(list)
    for file in Attachment.objects.filter(document__in=document_ids, removed_at=None).order_by("pk"):
        files[file.document_id].append(attachment_line(file))
    return files


def forward_links(section_ids: Collection[int]) -> dict[int, list[Section]]:
    """Where each section stands now: its successors in the newest published version, with version and texts loaded.

    A section that is still the newest, or that was removed, has an empty list. Three queries.
    """
    documents = Document.objects.filter(versions__sections__in=section_ids).values("pk")
    rows = Section.predecessors.through.objects.filter(
        from_section__version__document__in=documents, from_section__version__published_at__isnull=False
    )
    children: dict[int, list[int]] = defaultdict(list)
    for child, parent in rows.values_list("from_section_id", "to_section_id").order_by("from_section_id"):
        children[parent].append(child)
    ends = {pk: _ends(pk, children) for pk in section_ids}
    wanted = {end for found in ends.values() for end in found}
    newest = _newest_only(Section.objects.filter(pk__in=wanted).select_related("version__document"))
    return {pk: [newest[end] for end in found if end in newest] for pk, found in ends.items()}


def with_sources(section: Section) -> set[int]:
    """The section and everything that it came from, through however many versions; one query."""
    through = Section.predecessors.through
    links = through.objects.filter(from_section__version__document__versions__sections=section)
    parents: dict[int, list[int]] = defaultdict(list)
    for child, parent in links.values_list("from_section_id", "to_section_id"):
        parents[child].append(parent)
    found, waiting = {section.pk}, [section.pk]
    while waiting:
        further = set(parents[waiting.pop()]) - found
        found |= further
        waiting += further
    return found


def _ends(pk: int, children: dict[int, list[int]]) -> list[int]:
    """The last descendants, each once."""
    found: dict[int, None] = {}
    waiting = list(children.get(pk, ()))
    seen: set[int] = set()
    while waiting:
        child = waiting.pop(0)
        if child in seen:
            continue
        seen.add(child)
        if children.get(child):
            waiting += children[child]
        else:
            found[child] = None
    return list(found)


def _newest_only(sections: QuerySet[Section]) -> dict[int, Section]:
    is_published = Q(version__document__versions__published_at__isnull=False)
    newest = Max("version__document__versions__number", filter=is_published)
    found = sections.annotate(newest_number=newest).prefetch_related("texts").order_by("position")
    return {section.pk: section for section in found if section.version.number == section.newest_number}
