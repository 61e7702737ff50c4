"""The translator's file: out as Excel or Word, and back in."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import override

from yhdyspinta.documents.importing.archives import checked_size, kind_of_package, opened, tags_in, without_entities
from yhdyspinta.documents.importing.elements import too_large
from yhdyspinta.documents.importing.word_runs import is_deleted_row, plain_words
from yhdyspinta.intake.importing.cells import MOST_LETTERS, column_letters, rows_of
from yhdyspinta.translating.texts import Text
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, INTERFACE_LANGUAGES, page_language
from yhdyspinta.wording.refusals import Refusal
from yhdyspinta.wording.word_files import begun
from yhdyspinta.wording.word_languages import speak

_STAMP: Final = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same texts give the same file
_OFFICE: Final = (b"PK", b"\xd0\xcf\x11\xe0")  # how Word and Excel files begin, also old and encrypted ones
HEAD_ROWS: Final = 2
_MOST_HEADS: Final = 50  # rows among which the head is looked for
_MOST_CELLS: Final = 12  # of a row in Word: ours has four, and a translator may add their own
MOST_WORD_ELEMENTS: Final = 800_000  # the whole file is held in memory; a row of ours has 35
MOST_EXCEL_ELEMENTS: Final = 400_000  # its sender waits while it is read: twenty thousand rows of ours, which have 17


def code_of(text: Text, source: str, target: str) -> str:
    """What a row is known by: its place, the languages, and the mark of its original."""
    return f"{text.key}|{source}>{target}|{text.mark}"


def as_excel(texts: Sequence[Text], *, title: str, source: str, target: str) -> bytes:
    """A sheet with a row for each text that a cell can hold: code, place, original, translation."""
    import xlsxwriter

    kept = BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _STAMP})
    bold = book.add_format({"bold": True, "bg_color": "#E4EFED", "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    quiet = book.add_format({"font_color": "#6B7672", "valign": "top"})
    sheet = book.add_worksheet(_("Texts")[:31])
    sheet.write_string(0, 0, title)
    for column, (words, width) in enumerate(zip(_head(source, target), (8, 28, 70, 70), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, words, bold)
    for row, text in enumerate((one for one in texts if one.fits_a_cell), start=HEAD_ROWS):
        sheet.write_string(row, 0, code_of(text, source, target), quiet)
        for column, words in enumerate((text.where, text.source, text.target), start=1):
            sheet.write_string(row, column, words, plain)
    sheet.freeze_panes(HEAD_ROWS, 0)
    book.close()
    return kept.getvalue()


def as_word(texts: Sequence[Text], *, title: str, source: str, target: str) -> bytes:
    """A document with one table, a row for each text; Word is told which language each of the two is in."""
    made = begun(page_language())
    made.core_properties.created = made.core_properties.modified = _STAMP
    made.core_properties.title = title
    made.add_heading(title, 1)
    table = made.add_table(rows=1, cols=4)
    table.style = "Table Grid"
    for cell, words in zip(table.rows[0].cells, _head(source, target), strict=True):
        cell.text = words
    for text in texts:
        code, where, of_source, of_target = table.add_row().cells
        code.text, where.text = code_of(text, source, target), text.where
        for cell, words, tag in ((of_source, text.source, source), (of_target, text.target, target)):
            speak(cell.paragraphs[0].add_run(words), tag, page_language())
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def _head(source: str, target: str) -> tuple[str, str, str, str]:
    names = (CONTENT_LANGUAGES[source], CONTENT_LANGUAGES[target])
    return (
        _("Code: do not change"),
        _("Where"),
        _("Original: %(language)s") % {"language": names[0]},
        _("Translation: %(language)s") % {"language": names[1]},
    )


class RowBack(NamedTuple):
    """A row of a file that came back: which one it is there, its code, and its translation."""

    number: int
    code: str
    words: str
    code_column: str = "A"  # as a spreadsheet names it; empty in Word, whose tables name no columns
    words_column: str = "D"

    @property
    def has_code(self) -> bool:
        return self.code.count("|") == 2


def rows_back(content: bytes, name: str) -> list[RowBack]:
    """The rows of a file that came back, from the first one that has a code of ours.

    Raises Refusal("file_kind_unknown") or what the limits of archives and sheets say.
    """
    if name.lower().endswith(".csv"):
        return _rows(rows_of(content, name))
    checked_size(content)
    if not content.startswith(_OFFICE):
        raise Refusal("file_kind_unknown", status=415, field="file")
    package = opened(content)
    kind = kind_of_package(package)
    if kind == "xlsx":
        if tags_in(package) > MOST_EXCEL_ELEMENTS:
            raise too_large()
        return _rows(rows_of(content, name))
    if kind == "docx":
        without_entities(package, most=MOST_WORD_ELEMENTS)
        rows = _word_rows(content)
        if sum(len(cell) for row in rows for cell in row) > MOST_LETTERS:
            raise Refusal("file_holds_too_much", status=413, field="file")
        return _rows(rows, names_columns=False)
    raise Refusal("file_kind_unknown", status=415, field="file")


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """In which columns codes and translations stand: by the heads that we wrote, in whichever language; else as we wrote.

    A translator may have moved a column, or put one of their own between.
    """
    code_heads, words_heads = _heads()
    for row in rows[:_MOST_HEADS]:
        named = [cell.strip() for cell in row]
        code = next((place for place, cell in enumerate(named) if cell in code_heads), None)
        words = next((place for place, cell in enumerate(named) if cell.startswith(words_heads)), None)
        if code is not None and words is not None:
            return code, words
    return 0, 3


def _heads() -> tuple[set[str], tuple[str, ...]]:
    """The head of the codes, and how that of the translations begins, in the languages of the pages."""
    codes, words = set(), []
    for language in INTERFACE_LANGUAGES:
        with override(language):
            codes.add(_("Code: do not change"))
            words.append(_("Translation: %(language)s").partition("%")[0])
    return codes, tuple(words)


def _word_rows(content: bytes) -> list[list[str]]:
    """The cells of every table as they are written: one that is said to span a million columns is still one cell.

    A translator may have tracked the changes: they are read as accepted, as in documents.
    """
    import docx
    from docx.oxml.ns import qn

    try:
        found: Any = docx.Document(BytesIO(content))
        rows = found.element.body.iter(qn("w:tr"))
        return [[] if is_deleted_row(row) else [plain_words(cell) for cell in row.tc_lst[:_MOST_CELLS]] for row in rows]
    except (KeyError, ValueError, AttributeError, TypeError, IndexError, SyntaxError, RecursionError):
        raise Refusal("file_unreadable", status=415, field="file") from None


def _rows(rows: Sequence[Sequence[str]], *, names_columns: bool = True) -> list[RowBack]:
    """What stands above the first code is the head; below it, a row without a code is told when it has a translation."""
    code, words = _columns(rows)
    padded = [[*row, *[""] * (max(code, words) + 1)] for row in rows]
    names = [column_letters(place + 1) if names_columns else "" for place in (code, words)]
    found = [RowBack(number, row[code].strip(), row[words], *names) for number, row in enumerate(padded, start=1)]
    first = next((place for place, row in enumerate(found) if row.has_code), len(found))
    return [row for row in found[first:] if row.has_code or row.words.strip()]
