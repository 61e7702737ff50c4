"""Documents, the words and sections of their drafts, and the names of files beside them, for the translator's file."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models import F, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from yhdyspinta.documents.actions import (
    edit_document,
    edit_version,
    name_attachment,
    save_section_text,
    set_questions,
)
from yhdyspinta.documents.models import Attachment, Document, DocumentVersion, Section, SectionText
from yhdyspinta.documents.written import ATTACHMENT, BODY, DOCUMENT, HEADING, QUESTIONS, VERSION
from yhdyspinta.processes.language_versions import Asked, Change, Found, OfRows, Taking, in_reader_language
from yhdyspinta.processes.models import Process
from yhdyspinta.wording.fields import Wording


class DocumentTexts(OfRows):
    """What documents are called and what they are about."""

    key = "document"
    model = Document
    parts = DOCUMENT
    order = ("position", "pk")

    def rows(self, process: Process) -> QuerySet[Document]:
        return Document.objects.filter(activity__process=process)

    def where(self, data: Mapping[str, Any]) -> str:
        return in_reader_language(data["title"])

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        row = Document.objects.get(pk=pk, activity__process=taking.process)
        made = {"title": Wording(row.title), "summary": Wording(row.summary), **taking.joined(row, changes)}
        edit_document(actor=taking.actor, document=row, revision=row.revision, at=taking.at, **made)


class VersionTexts(OfRows):
    """What drafts are called, and what changes in them; a published version stays as it is."""

    key = "version"
    model = DocumentVersion
    parts = VERSION
    order = ("document__position", "document", "number")
    more = {"document_title": "document__title"}

    def rows(self, process: Process) -> QuerySet[DocumentVersion]:
        return DocumentVersion.objects.filter(document__activity__process=process, published_at=None)

    def where(self, data: Mapping[str, Any]) -> str:
        return in_reader_language(data["document_title"])

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        row = DocumentVersion.objects.select_for_update().get(pk=pk, document__activity__process=taking.process)
        made = {"name": Wording(row.name), "what_changed": Wording(row.what_changed), **taking.joined(row, changes)}
        edit_version(actor=taking.actor, version=row, at=taking.at, **made)


class SectionTexts(OfRows):
    """Headings, texts and guiding questions of drafts."""

    key = "section"
    model = Section
    parts = {"questions": QUESTIONS}
    order = ("version__document__position", "version__document", "position")
    more = {"number": "number", "document_title": "version__document__title"}

    @property
    def columns(self) -> Iterable[str]:
        return [*super().columns, "documents.SectionText.language"]

    def rows(self, process: Process) -> QuerySet[Section]:
        return Section.objects.filter(version__published_at=None, version__document__activity__process=process)

    def data(self, asked: Asked) -> dict[str, Any]:
        text = JSONObject(language=F("texts__language"), heading=F("texts__heading"), body=F("texts__body"))
        both = JSONBAgg(text, filter=Q(texts__language__in=(asked.source, asked.target)))
        return {**super().data(asked), "texts": both}

    def where(self, data: Mapping[str, Any]) -> str:
        return f"{in_reader_language(data['document_title'])} {data['number']}"

    def texts(self, asked: Asked, data: Mapping[str, Any], where: str) -> Iterator[Found]:
        rows = data["texts"] or ()
        for name, part in (("heading", HEADING), ("body", BODY)):
            yield Found(name, f"{where}: {part.label}", {row["language"]: row[name] for row in rows}, part)
        yield from super().texts(asked, data, where)

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        section = Section.objects.get(pk=pk, version__document__activity__process=taking.process)
        if "questions" in changes:
            asked = taking.with_version(section.questions, changes["questions"])
            section = set_questions(
                actor=taking.actor, section=section, questions=asked, revision=section.revision, at=taking.at
            )
        if changes.keys() - {"questions"}:
            _take_text(taking, section, changes)


def _take_text(taking: Taking, section: Section, changes: Mapping[str, Change]) -> None:
    text = SectionText.objects.filter(section=section, language=taking.target).first()
    made = {"heading": text.heading, "body": text.body} if text else {"heading": "", "body": ""}
    for name in made.keys() & changes.keys():
        taking.require_same(made[name], changes[name])
        made[name] = changes[name].text
    save_section_text(
        actor=taking.actor, section=section, language=taking.target, revision=text.revision if text else 0,
        at=taking.at, **made,
    )  # fmt: skip


class AttachmentTexts(OfRows):
    """What files beside documents are called."""

    key = "attachment"
    model = Attachment
    parts = ATTACHMENT
    more = {"document_title": "document__title"}

    def rows(self, process: Process) -> QuerySet[Attachment]:
        return Attachment.objects.filter(document__activity__process=process, removed_at=None)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("%(document)s, a file beside it") % {"document": in_reader_language(data["document_title"])}

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        found = Attachment.objects.select_for_update(of=("self",)).select_related("document")
        row = found.get(pk=pk, document__activity__process=taking.process)
        name_attachment(actor=taking.actor, attachment=row, at=taking.at, **taking.joined(row, changes))


KINDS = (DocumentTexts(), VersionTexts(), SectionTexts(), AttachmentTexts())
