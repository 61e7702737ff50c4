"""A translator may move the columns of the file, and add some: those of ours are known by their heads."""

from io import BytesIO

import docx
import pytest
import xlsxwriter
from django.utils.translation import override

from yhdyspinta.intake.importing.cells import column_letters
from yhdyspinta.translating.files import RowBack, as_word, rows_back

CODE = "process.title|fi>sv|0123abcd"
OURS = (CODE, "Nimi", "Alku", "Översatt.")
MOVED = (2, 3, 1, 0)


def heads_of(language: str) -> list[str]:
    """As they stand in a file that went out in the language."""
    with override(language):
        made = docx.Document(BytesIO(as_word([], title="Asia", source="fi", target="sv")))
    return [cell.text for cell in made.tables[0].rows[0].cells]


def moved(language: str) -> list[list[str]]:
    return [[line[place] for place in MOVED] + ["Tarkistettu"] for line in (heads_of(language), OURS)]


def excel(rows: list[list[str]]) -> bytes:
    kept = BytesIO()
    with xlsxwriter.Workbook(kept) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return kept.getvalue()


def word(rows: list[list[str]]) -> bytes:
    kept = BytesIO()
    made = docx.Document()
    table = made.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    made.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(("name", "made_of", "columns"), [("a.xlsx", excel, ("D", "B")), ("a.docx", word, ("", ""))])
def test_columns_are_found_by_their_heads_in_any_language(name, made_of, columns, language):
    assert rows_back(made_of(moved(language)), name) == [RowBack(2, CODE, "Översatt.", *columns)]


@pytest.mark.parametrize(("name", "made_of", "columns"), [("a.xlsx", excel, ("A", "D")), ("a.docx", word, ("", ""))])
def test_without_heads_the_columns_are_read_as_they_went_out(name, made_of, columns):
    assert rows_back(made_of([list(OURS)]), name) == [RowBack(1, CODE, "Översatt.", *columns)]


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (52, "BA")])
def test_a_column_is_named_as_spreadsheets_name_it(place, name):
    assert column_letters(place + 1) == name
