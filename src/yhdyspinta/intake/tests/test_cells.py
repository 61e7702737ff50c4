"""The cells of a file that means harm: rows far apart, nothing but rows, looks and texts without end."""

import io
import random
import tracemalloc
import zipfile

import pytest
from django.utils.translation import override

from tests.work import work_within
from yhdyspinta.intake.importing.cells import rows_of
from yhdyspinta.intake.importing.template import template_file
from yhdyspinta.wording.refusals import Refusal

_HEAD = '<{name} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def sheet_of(rows: str, styles: str = "", shared: str = "") -> bytes:
    """A spreadsheet of one sheet, written by hand."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "docProps/noise.bin", random.Random(1).randbytes(400_000)
        )  # so that no text is packed too tightly
        for name, content, packing in (("styles", styles, 0), ("sharedStrings", shared, zipfile.ZIP_DEFLATED)):
            if content:
                package.writestr(f"xl/{name}.xml", content, packing)
        package.writestr(
            "[Content_Types].xml",
            "<Types>application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml</Types>",
        )
        package.writestr(
            "xl/workbook.xml",
            f'{_HEAD.format(name="workbook")}<sheets><sheet xmlns:r="{_LINKS}" name="a" r:id="r1"/></sheets></workbook>',
        )
        package.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        package.writestr(
            "xl/worksheets/sheet1.xml",
            f"{_HEAD.format(name='worksheet')}<sheetData>{rows}</sheetData></worksheet>",
        )
    return kept.getvalue()


def cell(words: str) -> str:
    return f'<c t="inlineStr"><is><t>{words}</t></is></c>'


def refused(content: bytes, name: str) -> tuple[str, int]:
    """The refusal of the file, and the most memory that reading it took."""
    tracemalloc.start()
    try:
        with pytest.raises(Refusal) as told:
            rows_of(content, name)
        return told.value.code, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_e4_rows_far_apart_take_no_memory():
    apart = "".join(f'<row r="{50_000 * number}"/>' for number in range(1, 801))
    code, memory = refused(sheet_of(apart), "a.xlsx")
    assert (code, memory < 5_000_000) == ("file_has_no_rows", True)
    code, memory = refused(sheet_of(f'{apart}<row r="90000000">{cell("Lopussa")}</row>'), "a.xlsx")
    assert (code, memory < 5_000_000) == ("too_many_rows", True)
    lines = b"\n" * 300_000
    assert refused(lines + b"Lopussa;A1", "a.csv")[0] == "too_many_rows"


def test_empty_rows_between_keep_the_numbers_and_those_at_the_end_are_nothing():
    rows = f'<row r="1">{cell("Alku")}</row><row r="4">{cell("Loppu")}</row><row r="1048576"/>'
    assert rows_of(sheet_of(rows), "a.xlsx") == [["Alku"], [], [], ["Loppu"]]
    assert rows_of(b"Alku\n\nLoppu\n\n\n", "a.csv") == [["Alku"], [], ["Loppu"]]


@pytest.mark.django_db
def test_the_templates_guide_says_what_is_needed_in_each_language(section):
    activity = section.version.document.activity
    for language, words in (("fi", "tarvitaan"), ("sv", "behövs"), ("en", "needed")):
        with override(language):
            file = template_file(activity, [], [], language)
        package = zipfile.ZipFile(io.BytesIO(file))
        assert f"({words})" in package.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize("hidden", ["_x0000_", "_xD800_", "_xDFFF_"])
def test_i3_an_escaped_sign_that_no_database_takes_is_left_out(hidden):
    rows = rows_of(sheet_of(f"<row>{cell('a' + hidden + 'b_x0041_')}</row>"), "a.xlsx")
    assert rows == [["abA"]]


def test_e4_numbers_of_shared_texts_and_cells_in_one_place_break_nothing():
    rows = f'<row><c t="s"><v>{"9" * 5_000}</v></c><c t="s"><v>7</v></c>{cell("a")}</row>'
    assert rows_of(sheet_of(rows), "a.xlsx") == [["", "", "a"]]
    same = "".join(f'<c r="A1" t="inlineStr"><is><t>{number}</t></is></c>' for number in range(1_000))
    assert len(rows_of(sheet_of(f"<row>{same}</row>"), "a.xlsx")[0]) == 200


def test_e4_o7_one_long_form_of_numbers_is_read_once_whatever_number_of_looks_name_it():
    looks = "".join('<xf numFmtId="200"/>' for _look in range(20_000))
    forms = (
        f'<numFmts><numFmt numFmtId="200" formatCode="{"0" * 60_000}"/><numFmt numFmtId="201" formatCode="d.m.yyyy"/>'
    )
    styles = (
        f'{_HEAD.format(name="styleSheet")}{forms}</numFmts><cellXfs>{looks}<xf numFmtId="201"/></cellXfs></styleSheet>'
    )
    rows = '<row><c s="20000"><v>46270</v></c><c s="5"><v>46270</v></c></row>'
    file = sheet_of(rows, styles)
    with work_within(1):
        assert rows_of(file, "a.xlsx") == [["2026-09-05", "46270"]]


def test_e4_shared_texts_of_more_letters_than_are_read_are_refused_in_little_memory():
    chance = random.Random(2)
    lines = ["".join(chance.choices("abcdefgh", k=300)) for _line in range(40)]  # packs well, and not suspiciously well
    text = "".join(f"<si><t>{''.join(chance.choices(lines, k=200))}\U0001f600</t></si>" for _text in range(210))
    code, memory = refused(sheet_of("<row/>", shared=f"{_HEAD.format(name='sst')}{text}</sst>"), "a.xlsx")
    assert (code, memory < 100_000_000) == ("file_holds_too_much", True)
