"""Word files of a published report and of the attachment for an agenda: the same version gives the same bytes again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.translation import gettext as _
from django.utils.translation import override

from yhdyspinta.answers.values import REASONS
from yhdyspinta.authorities.models import Authority
from yhdyspinta.documents.line_changes import plain_lines
from yhdyspinta.reports import sentences, tables
from yhdyspinta.reports.models import HearingSummary, ReportVersion
from yhdyspinta.reports.parts import Part, hearing_parts, parts_of
from yhdyspinta.reports.shown import citation
from yhdyspinta.reports.words import ReportWords
from yhdyspinta.wording.fields import Wording

if TYPE_CHECKING:
    from docx.document import Document

TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LONGEST_FACT: Final = 255  # characters of what a Word file tells of itself
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # of a member of the archive, where a clock would stand


def report_file(version: ReportVersion, language: str) -> bytes:
    """The report in a language, as a Word file."""
    with override(language):
        title = _("Report: %(title)s") % {"title": Wording(version.figures["title"]).text(language)}
        write = lambda file: _report(file, version, language)  # noqa: E731
        return word_file(title, version.activity.process.owner, version.published_at, language, write)


def hearing_file(made: HearingSummary, language: str) -> bytes:
    """The attachment for an agenda in a language: what was heard and how it was handled, with reasons."""
    with override(language):
        title = _("Hearing summary: %(title)s") % {"title": Wording(made.figures["title"]).text(language)}
        write = lambda file: _hearing(file, made, language)  # noqa: E731
        return word_file(title, made.activity.process.owner, made.made_at, language, write)


def word_file(title: str, owner: Authority, at: datetime, language: str, write: Callable[["Document"], None]) -> bytes:
    """A file of the authority with this heading; what it holds is written by `write`."""
    import docx

    file = docx.Document()
    facts = file.core_properties
    facts.title, facts.author = title[:_LONGEST_FACT], Wording(owner.name).text(language)[:_LONGEST_FACT]
    facts.created = facts.modified = at.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    facts.comments, facts.last_modified_by, facts.language = "", "", language
    file.add_heading(title, 0)
    write(file)
    out = BytesIO()
    file.save(out)
    return _without_clock(out)


def _without_clock(saved: BytesIO) -> bytes:
    """The archive with no hour of making in it."""
    out = BytesIO()
    with ZipFile(saved) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            member = ZipInfo(name, _FIRST_DAY)
            member.compress_type = ZIP_DEFLATED
            after.writestr(member, before.read(name))
    return out.getvalue()


def _report(file: "Document", version: ReportVersion, language: str) -> None:
    words, told = ReportWords.read(version.words), version.figures
    file.add_paragraph(sentences.version_line(version.number, version.published_at, language))
    file.add_paragraph(f"{_('How to cite this version')}: {citation(version, language)}")
    _facts(file, told, language)
    for part in parts_of(words, told, language):
        _part(file, part, told, language)


def _hearing(file: "Document", made: HearingSummary, language: str) -> None:
    told = made.figures
    file.add_paragraph(sentences.attachment_line(made.number, made.made_at, language))
    _facts(file, told, language)
    for part in hearing_parts(told, language):
        _part(file, part, told, language)


def _untranslated(file: "Document", told: Mapping[str, Any], language: str) -> None:
    """How many answers stand here in another language than the file's."""
    lacking = sum(bool(Wording(answer["body"]).missing([language])) for answer in told["answers"])
    if lacking:
        file.add_paragraph(sentences.untranslated(lacking))


def _facts(file: "Document", told: Mapping[str, Any], language: str) -> None:
    for line in sentences.facts(told, language):
        file.add_paragraph(line)


def _part(file: "Document", part: Part, told: Mapping[str, Any], language: str) -> None:
    """A part: what must be told, staff's words, its tables and what follows from them; nothing where there is none."""
    if part.is_empty:
        return
    file.add_heading(part.heading, 1)
    for note in part.notes:
        file.add_paragraph(note)
    for line in plain_lines(part.text.text(language)):
        file.add_paragraph(line)
    _asked(file, part, language)
    _tables(file, part.tables, language)
    if part.name == "changed":
        _untranslated(file, told, language)
        _answers(file, told["answers"], language)
        _passed_on(file, told, language)
    if part.name == "next_steps":
        _followed(file, told, language)


def _asked(file: "Document", part: Part, language: str) -> None:
    """The documents of the round, each with its guiding questions."""
    if part.asked:
        file.add_heading(_("Documents of the round"), 2)
    for document in part.asked:
        file.add_paragraph(document.in_words(language))
        if document.questions:
            file.add_paragraph(_("Guiding questions"), style="Caption")
        for question in document.questions:
            file.add_paragraph(question.in_words(language), style="List Bullet")
        if document.further:
            file.add_paragraph(document.further)


def _tables(file: "Document", shown: Iterable[tables.Table], language: str) -> None:
    for table in shown:
        file.add_paragraph(table.caption, style="Caption")
        write_table(file, table.heads, table.cells(language))
        if table.note:
            file.add_paragraph(table.note)


def write_table(file: "Document", heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table whose first row is its heading."""
    made = file.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, text in zip(made.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    _repeat_head(made.rows[0])
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text


def _repeat_head(row: Any) -> None:
    """The first row is a heading: repeated on each page, and told as one to a screen reader."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 (python-docx has no other way)


def _answers(file: "Document", answers: Sequence[Mapping[str, Any]], language: str) -> None:
    if not answers:
        return
    file.add_heading(_("Answers with reasons"), 2)
    heads = (_("Comments were about"), _("Comments"), _("Handling"), _("Answer and reasons"))
    write_table(file, heads, [_answer(answer, language) for answer in answers])


def _answer(answer: Mapping[str, Any], language: str) -> tuple[str, str, str, str]:
    reason = str(REASONS.get(answer["reason"], ""))
    parts = [*plain_lines(Wording(answer["body"]).text(language)), reason and f"{reason}."]
    parts += plain_lines(Wording(answer["reason_words"]).text(language))
    parts += [Wording(answer["passed_to"]).text(language), sentences.changed_place(answer, language)]
    title = Wording(answer["title"]).text(language)
    return title, str(answer["comments"]), sentences.handling(answer), "\n".join(part for part in parts if part)


def _passed_on(file: "Document", told: Mapping[str, Any], language: str) -> None:
    rows = sentences.passed_on(told, language)
    if rows:
        file.add_heading(_("Passed on to another authority"), 2)
        write_table(file, (_("Comment"), _("Authority"), _("Answer")), rows)


def _followed(file: "Document", told: Mapping[str, Any], language: str) -> None:
    for line in sentences.outcomes(told, language):
        file.add_paragraph(line)
    if told["measures"]:
        file.add_paragraph(_("What was promised"), style="Caption")
        heads = (_("Promise"), _("Who sees to it"), _("By"), _("State"))
        write_table(file, heads, sentences.measures(told, language))
