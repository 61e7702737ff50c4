"""A statement as its writers see it: its places with what is said on each, and the whole as a Word file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as _

from yhdyspinta.comments.languages import language_of
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.documents.models import Document, DocumentVersion, Section, SectionText
from yhdyspinta.moderation.checks import warnings_in
from yhdyspinta.moderation.spam import must_wait
from yhdyspinta.moderation.values import WARNINGS
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.taking_statements import statement_method_of
from yhdyspinta.statements.models import Statement, StatementPart
from yhdyspinta.statements.places import thread_of
from yhdyspinta.ui.dates import moment
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.word_files import begun, saved
from yhdyspinta.wording.word_languages import speak


@dataclass(frozen=True)
class Handled:
    """One of a sent statement's comments, and what the authority answered to it."""

    number: int
    answer: Any


@dataclass(frozen=True)
class Row:
    """The whole matter, a draft as a whole or a section, and what the organisation says on it."""

    document: str  # empty of the whole matter
    label: str
    text: str
    path: str
    saved_at: datetime | None
    saved_by: str
    order: tuple[int, ...]
    thread: int  # what is said on it becomes a comment there
    handled: tuple[Handled, ...] = ()
    language: str = ""  # of the words, once they are sent
    revision: int = 0  # of what is said, 0 where nothing has been


def rows_of(statement: Statement) -> list[Row]:
    """The whole matter, the newest versions, each as a whole and by its sections, and what was written on before.

    Two queries.
    """
    return sorted([*_wholes(statement), *_sections(statement)], key=lambda row: row.order)


def with_languages(rows: Iterable[Row], told: str) -> list[Row]:
    """The rows, each with the language of its own words: as it was sent, or as it would be sent now.

    `told` is what the words tell together.
    """
    return [replace(row, language=row.language or language_of(row.text, told)) for row in rows]


def with_answers(statement: Statement, rows: Iterable[Row]) -> list[Row]:
    """The rows of a sent statement, each with the comments that it became and what was answered to them."""
    if statement.receipt is None:
        return list(rows)
    method, found = statement_method_of(statement.activity), defaultdict[int, list[Handled]](list)
    own = method.own_answers(statement.activity, statement.receipt, language=page_language())
    for thread, number, answer in own:
        found[thread].append(Handled(number, answer))
    return [replace(row, handled=tuple(found[row.thread])) for row in rows]


def warned_of(statement: Statement, rows: Iterable[Row]) -> dict[str, Any]:
    """What the words of an unsent statement may hold that should be looked at, and whether a comment of it would wait."""
    if statement.receipt is not None:
        return {}
    found = [warnings_in(row.text) for row in rows if row.text]
    before = statement_method_of(statement.activity).terms(statement.activity).checked_before
    return {
        "warned": [str(words) for code, words in WARNINGS.items() if any(code in codes for codes in found)],
        "will_wait": any(must_wait(codes, checked_before=before) for codes in found),
    }


def _wholes(statement: Statement) -> Iterable[Row]:
    """The round's own place, where it has one, and each draft as a whole."""
    parts = StatementPart.objects.filter(statement=statement, section=None)
    parts = parts.annotate(of=Coalesce("version_id", Value(0)))
    said = parts.filter(of=Coalesce(OuterRef("document_version__pk"), Value(0)))
    later = DocumentVersion.objects.filter(
        document=OuterRef("document_version__document"), published_at__isnull=False,
        number__gt=OuterRef("document_version__number"),
    )  # fmt: skip
    of_draft = Q(document_version__published_at__isnull=False) & (Q(~Exists(later)) | Q(Exists(said.exclude(text=""))))
    rows = Thread.objects.filter(Q(document_version=None) | of_draft, activity=statement.activity, section=None)
    for thread in _with_words(rows, said, _sent_in(statement, "pk")).select_related("document_version__document"):
        version: DocumentVersion | None = getattr(thread, "document_version", None)
        if version is None:
            path = activity_address(statement.activity, "statements:matter", statement=statement.pk)
            yield _row(thread, None, _("The whole matter"), path, 0)
        else:
            path = activity_address(statement.activity, "statements:whole", statement=statement.pk, version=version.pk)
            yield _row(thread, version.document, _("The whole draft"), path, 0)


def _sections(statement: Statement) -> Iterable[Row]:
    said = StatementPart.objects.filter(statement=statement, section=OuterRef("pk"))
    later = DocumentVersion.objects.filter(
        document=OuterRef("version__document"), published_at__isnull=False, number__gt=OuterRef("version__number")
    )
    rows = Section.objects.filter(
        Q(~Exists(later)) | Q(Exists(said.exclude(text=""))),
        version__document__activity=statement.activity,
        version__published_at__isnull=False,
        thread__isnull=False,
    )
    is_page = Case(When(language=page_language(), then=0), default=1)
    headings = SectionText.objects.filter(section=OuterRef("pk")).order_by(is_page, "language")
    rows = _with_words(rows, said, _sent_in(statement, "thread")).annotate(
        heading=Subquery(headings.values("heading")[:1])
    )
    for section in rows.select_related("version__document"):
        label = f"{section.number} {section.heading or ''}".strip()
        path = activity_address(statement.activity, "statements:part", statement=statement.pk, section=section.pk)
        yield _row(section, section.version.document, label, path, section.position + 1)


def _sent_in(statement: Statement, thread: str) -> QuerySet[Comment]:
    """What a sent statement's words became, by the field that names the place's thread."""
    found = Comment.objects.filter(thread=OuterRef(thread), parent=None).order_by("pk")
    return found.filter(receipt=statement.receipt_id) if statement.receipt_id else found.none()


def _with_words(rows: Any, said: QuerySet[StatementPart], sent: QuerySet[Comment]) -> Any:
    """What is said on each, by whom and when, and in which language it was sent."""
    who = Coalesce(NullIf("saved_by__name", Value("")), "saved_by__email", output_field=CharField())
    return rows.annotate(
        said=Subquery(said.values("text")[:1]),
        said_revision=Subquery(said.values("revision")[:1]),
        said_at=Subquery(said.values("saved_at")[:1]),
        sent_in=Subquery(sent.values("language")[:1]),
        said_by=Subquery(said.annotate(who=who).values("who")[:1]),
    )


def _row(place: Any, document: Document | None, label: str, path: str, position: int) -> Row:
    return Row(
        document=Wording(document.title).text(page_language()) if document else "",
        label=label,
        text=place.said or "",
        path=path,
        saved_at=place.said_at,
        saved_by=place.said_by or "",
        order=(document.position, document.pk, position, place.pk) if document else (-1,),
        thread=thread_of(place) or 0,
        revision=place.said_revision or 0,
        language=place.sent_in or "",
    )


def label_of(section: Section) -> str:
    """The section's number and heading in the page's language."""
    headings = Wording({text.language: text.heading for text in section.texts.all()})
    return f"{section.number} {headings.text(page_language())}".strip()


def _facts(statement: Statement, code: str) -> Iterator[str]:
    """What an organisation's own register asks of it: to whom, in which matter, when, by whose approval, with which receipt."""
    process, language = statement.activity.process, page_language()
    yield _("To: %(authority)s") % {"authority": Wording(process.owner.name).text(language)}
    if process.case_number:
        yield _("Case number: %(number)s") % {"number": process.case_number}
    receipt = statement.receipt
    yield _("Sent %(at)s") % {"at": moment(receipt.at, language)} if receipt else _("Draft, not sent")
    approver = statement.approved_by if receipt else None
    if approver is not None:
        yield _("Approved by: %(name)s") % {"name": approver.name or approver.email}
    if code:
        yield _("Code of the receipt: %(code)s") % {"code": code}


def word_file(statement: Statement, rows: Iterable[Row], *, code: str = "") -> bytes:
    """The statement as a Word file, in the page's language; the receipt's code for those who may have it."""
    file = begun(page_language())
    process = statement.activity.process
    title = _("Statement: %(name)s") % {"name": statement.organisation.name}
    file.core_properties.title, file.core_properties.author = title, statement.organisation.name
    file.add_heading(title, 0)
    file.add_paragraph(Wording(process.title).text(page_language()))
    for line in _facts(statement, code):
        file.add_paragraph(line)
    document = ""
    for row in rows:
        if not row.text:
            continue
        if row.document != document:
            document = row.document
            file.add_heading(document, 1)
        file.add_heading(row.label, 2 if row.document else 1)
        for paragraph in row.text.split("\n\n"):
            speak(file.add_paragraph().add_run(paragraph), row.language or page_language(), page_language())
    return saved(file)
