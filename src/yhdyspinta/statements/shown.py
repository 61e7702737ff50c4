"""A statement as its writers see it: its sections with what is said on each, and the whole as a Word file."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, Subquery, When
from django.utils.translation import gettext as _

from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.statements.models import Statement, StatementPart
from yhdyspinta.ui.dates import moment
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


@dataclass(frozen=True)
class Row:
    """A section, and what the organisation says on it."""

    document: str
    label: str
    text: str
    path: str


def rows_of(statement: Statement) -> list[Row]:
    """Every section of the newest versions, and those that were written on before; one query."""
    said = StatementPart.objects.filter(statement=statement, section=OuterRef("pk"))
    later = DocumentVersion.objects.filter(
        document=OuterRef("version__document"), published_at__isnull=False, number__gt=OuterRef("version__number")
    )
    sections = Section.objects.filter(
        Q(~Exists(later)) | Q(Exists(said.exclude(text=""))),
        version__document__activity=statement.activity,
        version__published_at__isnull=False,
        thread__isnull=False,
    )
    is_page = Case(When(language=page_language(), then=0), default=1)
    headings = SectionText.objects.filter(section=OuterRef("pk")).order_by(is_page, "language")
    sections = sections.annotate(
        said=Subquery(said.values("text")[:1]), heading=Subquery(headings.values("heading")[:1])
    )
    sections = sections.select_related("version__document")
    ordered = sections.order_by("version__document__position", "version__document", "position", "pk")
    return [_row(statement, section) for section in ordered]


def _row(statement: Statement, section: Any) -> Row:
    return Row(
        document=Wording(section.version.document.title).text(page_language()),
        label=f"{section.number} {section.heading or ''}".strip(),
        text=section.said or "",
        path=activity_address(statement.activity, "statements:part", statement=statement.pk, section=section.pk),
    )


def label_of(section: Section) -> str:
    """The section's number and heading in the page's language."""
    headings = Wording({text.language: text.heading for text in section.texts.all()})
    return f"{section.number} {headings.text(page_language())}".strip()


def word_file(statement: Statement, rows: Iterable[Row]) -> bytes:
    """The statement as a Word file, in the page's language."""
    import docx

    file = docx.Document()
    process = statement.activity.process
    title = _("Statement: %(name)s") % {"name": statement.organisation.name}
    file.core_properties.title, file.core_properties.author = title, statement.organisation.name
    file.add_heading(title, 0)
    file.add_paragraph(Wording(process.title).text(page_language()))
    receipt = statement.receipt
    told = _("Sent %(at)s") % {"at": moment(receipt.at, page_language())} if receipt else _("Draft, not sent")
    file.add_paragraph(told)
    document = ""
    for row in rows:
        if not row.text:
            continue
        if row.document != document:
            document = row.document
            file.add_heading(document, 1)
        file.add_heading(row.label, 2)
        for paragraph in row.text.split("\n\n"):
            file.add_paragraph(paragraph)
    out = BytesIO()
    file.save(out)
    return out.getvalue()
