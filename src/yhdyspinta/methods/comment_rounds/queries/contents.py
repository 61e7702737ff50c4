"""What there is to read in a round: its documents with their sections, as text where it is short."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from django.db.models import Count, F, Max, Q
from django.db.models.functions import Substr

from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.documents.passages import Passage, passages
from yhdyspinta.documents.paths import file_links
from yhdyspinta.documents.queries import files_of
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.queries.places import best_of, section_label
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.reader import is_fallback

#: A round of at most so many sections is read on its own page; a longer one is chosen from by section.
MOST_READ_AT_ONCE: Final = 12
_LEAD: Final = 130
_ENOUGH: Final = 400


@dataclass(frozen=True)
class SectionLine:
    """A section in a table of contents, or with its text."""

    label: str
    path: str
    level: int
    comment_count: int
    anchor: str = ""
    number: str = ""
    heading: str = ""
    language: str = ""
    is_fallback: bool = False
    passages: tuple[Passage, ...] = ()
    lead: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class DocumentLine:
    """A document in the round: its newest version and its sections."""

    slug: str
    title: Wording
    summary: Wording
    version: Wording
    path: str
    print_path: str
    comment_path: str
    many_path: str
    comment_count: int
    whole_count: int
    sections: tuple[SectionLine, ...] = field(default=())
    files: tuple[dict[str, Any], ...] = field(default=())

    @property
    def prefix(self) -> str:
        """Stands before anchors where several documents are on one page."""
        return f"{self.slug}-"


def documents_of(activity: Activity, language: str) -> list[DocumentLine]:
    """Every document with something to read, newest versions; three queries."""
    published = Q(document__versions__published_at__isnull=False)
    rows = (
        DocumentVersion.objects.filter(document__activity=activity, published_at__isnull=False)
        .annotate(
            newest=Max("document__versions__number", filter=published),
            section_count=Count("sections", distinct=True),
        )
        .filter(number=F("newest"))
        .select_related("document", "thread")
        .order_by("document__position", "document__pk")
    )
    versions = list(rows)
    sections = _contents(activity, versions, language)
    files = files_of([version.document_id for version in versions])
    return [
        _document(activity, version, sections[version.pk], tuple(file_links(activity.process, files[version.document_id])))
        for version in versions
    ]  # fmt: skip


def is_read_at_once(documents: Collection[DocumentLine]) -> bool:
    """Whether the round's own page shows the documents' text."""
    return sum(len(document.sections) for document in documents) <= MOST_READ_AT_ONCE


def _document(
    activity: Activity, version: DocumentVersion, lines: Sequence[SectionLine], files: tuple[dict[str, Any], ...]
) -> DocumentLine:
    document = version.document
    whole = version.thread.visible_count if version.thread else 0
    return DocumentLine(
        slug=document.slug,
        title=Wording(document.title),
        summary=Wording(document.summary),
        version=Wording(version.name),
        path=path_of(activity, "document", document=document.slug),
        print_path=process_address(activity.process, "documents:print", activity=activity.slug, document=document.slug),
        comment_path=f"{path_of(activity, 'comment_form')}?document={document.slug}",
        many_path=path_of(activity, "many", document=document.slug),
        comment_count=whole + sum(line.comment_count for line in lines),
        whole_count=whole,
        sections=tuple(lines),
        files=files,
    )


def _contents(activity: Activity, versions: Sequence[DocumentVersion], language: str) -> dict[int, list[SectionLine]]:
    """The sections of each version with their text, or with its beginning where there is much of it; one query."""
    by_pk = {version.pk: version for version in versions}
    at_once = sum(version.section_count for version in versions) <= MOST_READ_AT_ONCE  # type: ignore[attr-defined]
    words = F("body") if at_once else Substr("body", 1, _ENOUGH)
    rows = SectionText.objects.filter(section__version__in=versions).order_by("section__position", "pk")
    texts: dict[int, dict[str, SectionText]] = defaultdict(dict)
    sections: dict[int, Section] = {}
    for row in rows.select_related("section__thread").defer("body").annotate(words=words):
        texts[row.section_id][row.language] = row
        sections[row.section_id] = row.section
    lines: dict[int, list[SectionLine]] = defaultdict(list)
    for pk, section in sections.items():
        text = best_of(texts[pk], language)
        line = line_of(activity, by_pk[section.version_id], section, text, language)
        found = passages(text.words) if text else ()  # type: ignore[attr-defined]
        lines[section.version_id].append(
            replace(line, passages=found) if at_once else replace(line, lead=_lead(found))
        )  # fmt: skip
    return lines


def _lead(found: Sequence[Passage]) -> str:
    """How a section begins, cut between words."""
    plain = " ".join(found[0].text.split()) if found else ""
    return plain if len(plain) <= _LEAD else plain[:_LEAD].rsplit(" ", 1)[0] + " …"


def line_of(
    activity: Activity, version: DocumentVersion, section: Section, text: SectionText | None, language: str
) -> SectionLine:
    """A section as a line; its thread is loaded."""
    heading = text.heading if text else ""
    spoken = text.language if text else language
    path = path_of(
        activity, "section", document=version.document.slug, version=version.number, section=section.anchor
    )  # fmt: skip
    return SectionLine(
        section_label(section.number, heading), path, section.level,
        section.thread.visible_count if section.thread else 0,
        anchor=section.anchor, number=section.number, heading=heading, language=spoken, is_fallback=is_fallback(spoken, language),
    )  # fmt: skip
