"""A Word file that means harm or is broken comes back as a refusal, never as an error."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest

from tests.work import work_within
from yhdyspinta.documents.importing.archives import opened, tags_in
from yhdyspinta.translating.actions import _sorted_out
from yhdyspinta.translating.files import MOST_EXCEL_ELEMENTS, as_excel, rows_back
from yhdyspinta.translating.texts import Text
from yhdyspinta.wording.parts import TextPart
from yhdyspinta.wording.refusals import Refusal

_TEXT = Text("process/1/title", "Otsikko", "Asia", "", TextPart("Otsikko", 200))
_BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def _with(part: str, content: str | None) -> bytes:
    """A Word file with one part written anew, or left out."""
    made, kept = io.BytesIO(), io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as whole, zipfile.ZipFile(kept, "w") as package:
        for name in whole.namelist():
            if name != part:
                package.writestr(name, whole.read(name))
            elif content is not None:
                package.writestr(name, content)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/document.xml", "<w:document"),
        ("word/document.xml", "<a/>"),
        ("word/document.xml", None),
        ("word/document.xml", f"{_BOMB}<w>&b;</w>"),
        ("word/_rels/document.xml.rels", "<Relationships"),
        ("_rels/.rels", "<a/>"),
        ("_rels/.rels", None),
    ],
)
def test_e4_a_broken_word_file_is_refused(part: str, content: str | None) -> None:
    with pytest.raises(Refusal):
        rows_back(_with(part, content), "a.docx")


@pytest.mark.parametrize("name", ["muistio.txt", "kuva.png", "taulukko.xlsx"])
def test_what_is_no_office_file_is_not_said_to_need_saving_again(name: str) -> None:
    with pytest.raises(Refusal, match="file_kind_unknown"):
        rows_back(b"vain tekstia", name)


@pytest.mark.parametrize("cell", ['<c r="D3"><f>1+1</f></c>', '<c r="D3" t="e"><f>-Ord</f><v>#NAME?</v></c>'])
def test_a_formula_without_words_is_told_not_passed_over(cell: str) -> None:
    made = io.BytesIO(as_excel([_TEXT], title="Asia", source="fi", target="sv"))
    kept = io.BytesIO()
    with zipfile.ZipFile(made) as whole, zipfile.ZipFile(kept, "w") as package:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = re.sub(rb'<c r="D3"[^>]*/>|<c r="D3".*?</c>', cell.encode(), content)
            package.writestr(name, content)
    rows = rows_back(kept.getvalue(), "a.xlsx")
    _changes, problems = _sorted_out([_TEXT], rows, "fi", "sv")
    assert [(one["problem"], one["row"], one["column"]) for one in problems] == [("formula", 3, "D")]


def test_e4_o7_a_sheet_that_takes_long_to_read_is_refused_before_it_is() -> None:
    kept = io.BytesIO(as_excel([_TEXT], title="Asia", source="fi", target="sv"))
    rows = "".join(f"<row><c><v>{n}</v></c><c><v>{n * 7919}</v></c></row>" for n in range(90_000))
    whole = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
    made = io.BytesIO()
    with zipfile.ZipFile(kept) as plain, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name in plain.namelist():
            package.writestr(name, whole if name == "xl/worksheets/sheet1.xml" else plain.read(name))
    with work_within(1), pytest.raises(Refusal, match="file_unpacks_too_large"):
        rows_back(made.getvalue(), "a.xlsx")


def test_as_many_texts_as_a_file_of_ours_can_hold_come_back() -> None:
    texts = [replace(_TEXT, key=f"process/{n}/title", source=f"Asia {n}", target=f"Ärende {n}") for n in range(19_000)]
    content = as_excel(texts, title="Asia", source="fi", target="sv")
    assert tags_in(opened(content)) < MOST_EXCEL_ELEMENTS
