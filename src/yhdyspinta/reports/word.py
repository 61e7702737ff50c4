"""Word files of a published report and of the attachment for an agenda: the same version gives the same bytes again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import override

from yhdyspinta.answers.values import REASONS
from yhdyspinta.authorities.models import Authority
from yhdyspinta.reports import sentences, tables
from yhdyspinta.reports.models import HearingSummary, ReportVersion
from yhdyspinta.reports.parts import Part, hearing_parts, parts_of
from yhdyspinta.reports.shown import citation
from yhdyspinta.reports.words import ReportWords
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.word_files import Piece, begun, saved, text_of, without_first, write_line, write_text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LONGEST_FACT: Final = 255  # characters of what a Word file tells of itself


def report_file(version: ReportVersion, language: str) -> bytes:
    """The report in a language, as a Word file."""
    with override(language):
        title = _titled(_("Report: %(title)s"), version.figures)
        write = lambda file: _report(file, version, language)  # noqa: E731
        return word_file(title, version.activity.process.owner, version.published_at, language, write)


def hearing_file(made: HearingSummary, language: str) -> bytes:
    """The attachment for an agenda in a language: what was heard and how it was handled, with reasons."""
    with override(language):
        title = _titled(_("Hearing summary: %(title)s"), made.figures)
        write = lambda file: _hearing(file, made, language)  # noqa: E731
        return word_file(title, made.activity.process.owner, made.made_at, language, write)


def _titled(words: str, told: Mapping[str, Any]) -> tuple[Piece, ...]:
    before, _mark, after = words.partition("%(title)s")
    return before, Wording(told["title"]), after


def word_file(
    title: Sequence[Piece], owner: Authority, at: datetime, language: str, write: Callable[["Document"], None]
) -> bytes:
    """A file of the authority with this heading; what it holds is written by `write`."""
    file = begun(language)
    facts = file.core_properties
    facts.title = text_of(title, language)[:_LONGEST_FACT]
    facts.author = Wording(owner.name).text(language)[:_LONGEST_FACT]
    facts.created = facts.modified = at.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    facts.comments, facts.last_modified_by, facts.language = "", "", language
    write_line(file.add_heading(level=0), title, language)
    write(file)
    return saved(file)


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
    write_text(file, part.text, language)
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
        write_line(file.add_paragraph(), document.pieces, language)
        if document.questions:
            file.add_paragraph(_("Guiding questions"), style="Caption")
        for question in document.questions:
            write_line(file.add_paragraph(style="List Bullet"), question.pieces, language)
        if document.further:
            file.add_paragraph(document.further)


def _tables(file: "Document", shown: Iterable[tables.Table], language: str) -> None:
    for table in shown:
        file.add_paragraph(table.caption, style="Caption")
        write_table(file, table.heads, table.cells(language))
        if table.note:
            file.add_paragraph(table.note)


def write_table(file: "Document", heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table whose first row is its heading."""
    made = _begun_table(file, heads)
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text


def _begun_table(file: "Document", heads: Sequence[str]) -> "Table":
    from yhdyspinta.wording.word_markdown import repeat_head

    made = file.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, text in zip(made.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    repeat_head(made.rows[0])
    return made


def _answers(file: "Document", answers: Sequence[Mapping[str, Any]], language: str) -> None:
    if not answers:
        return
    file.add_heading(_("Answers with reasons"), 2)
    heads = (_("Comments were about"), _("Comments"), _("Handling"), _("Answer and reasons"))
    made = _begun_table(file, heads)
    for answer in answers:
        cells = made.add_row().cells
        write_line(cells[0].paragraphs[0], [Wording(answer["title"])], language)
        cells[1].text, cells[2].text = str(answer["comments"]), sentences.handling(answer)
        _answer(cells[3], answer, language)


def _answer(cell: "_Cell", answer: Mapping[str, Any], language: str) -> None:
    """The words of an answer, why, where it was passed on to and what changed."""
    write_text(cell, answer["body"], language, level=3)
    reason = str(REASONS.get(answer["reason"], ""))
    if reason:
        cell.add_paragraph(f"{reason}.")
    write_text(cell, answer["reason_words"], language, level=3)
    if passed_to := Wording(answer["passed_to"]):
        write_line(cell.add_paragraph(), [passed_to], language)
    if changed := sentences.changed_place(answer, language):
        cell.add_paragraph(changed)
    without_first(cell)


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
