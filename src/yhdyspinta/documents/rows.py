"""Lists on the staff pages, as plain values."""

from dataclasses import dataclass
from typing import Any

from yhdyspinta.documents.comparison import best_text
from yhdyspinta.documents.models import Document, DocumentVersion, Section
from yhdyspinta.documents.passages import passages
from yhdyspinta.documents.paths import document_path
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language


@dataclass(frozen=True)
class DocumentRow:
    """A document in its activity's list."""

    document: Document
    published: DocumentVersion | None
    draft: DocumentVersion | None
    path: str
    move_path: str
    remove_path: str


@dataclass(frozen=True)
class SectionText:
    """A section's heading in one language, and how much text it has."""

    language: str
    name: str
    heading: str
    passage_count: int
    is_owed: bool


@dataclass(frozen=True)
class SectionRow:
    """A section in the outline."""

    pk: int
    number: str
    level: int
    heading: str
    heading_language: str
    texts: tuple[SectionText, ...]
    has_questions: bool
    links: dict[str, str]
    is_first: bool
    is_last: bool
    can_split: bool


def document_rows(activity: Activity) -> list[DocumentRow]:
    """Every document with its newest published version and its draft; two queries."""
    rows = []
    for document in activity.documents.prefetch_related("versions"):
        document.activity = activity
        versions = list(document.versions.all())
        published = [version for version in versions if version.published_at is not None]
        rows.append(
            DocumentRow(
                document,
                published[-1] if published else None,
                next((version for version in versions if version.published_at is None), None),
                document_path(document),
                document_path(document, "move"),
                document_path(document, "remove"),
            )
        )
    return rows


def section_rows(document: Document, version: DocumentVersion, *, is_draft: bool) -> list[SectionRow]:
    """The outline; two queries. A published version has nothing to do to its sections."""
    owner = document.activity.process.owner
    sections = list(version.sections.prefetch_related("texts"))
    base = document_path(document)
    last = len(sections) - 1
    owed = owner.duty_languages or owner.languages[:1]
    languages = {tag: tag in owed for tag in owner.languages}
    return [
        _row(section, languages, base if is_draft else "", index == 0, index == last)
        for index, section in enumerate(sections)
    ]


def _row(section: Section, languages: dict[str, bool], base: str, is_first: bool, is_last: bool) -> SectionRow:
    own = {text.language: text for text in section.texts.all()}
    shown = best_text(own.values(), page_language())
    counts = {tag: len(passages(text.body)) for tag, text in own.items()}
    names: tuple[str, ...] = ("save", "move", "join", "split", "remove")
    links: dict[str, Any] = {}
    if base:
        links = {"edit": f"{base}sections/{section.pk}/", "new": f"{base}sections/new/?after={section.pk}"}
        links |= {name: f"{base}sections/{section.pk}/{name}/" for name in names}
    texts = tuple(
        SectionText(tag, CONTENT_LANGUAGES[tag], own[tag].heading if tag in own else "", counts.get(tag, 0), is_owed)
        for tag, is_owed in languages.items()
    )
    return SectionRow(
        section.pk,
        section.number,
        section.level,
        shown.heading if shown else "",
        shown.language if shown else "fi",
        texts,
        bool(section.questions),
        links,
        is_first,
        is_last,
        any(count > 1 for count in counts.values()),
    )
