"""A translator who tracks changes in Word: the file is read as if every change had been accepted."""

from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml

from yhdyspinta.translating.files import as_word, rows_back
from yhdyspinta.translating.texts import Text
from yhdyspinta.wording.parts import TextPart

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:id="1" w:author="Översättaren"'
PART = TextPart("Svar", 200, is_long=True)


def said(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def inserted(words: str) -> str:
    return f"<w:ins {BY}>{said(words)}</w:ins>"


def deleted(words: str) -> str:
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def moved(words: str) -> tuple[str, str]:
    """What stood in one place, and the same in another."""
    return f"<w:moveFrom {BY}>{said(words)}</w:moveFrom>", f"<w:moveTo {BY}>{said(words)}</w:moveTo>"


def back(*paragraphs: str, before: str = "", row_marks: str = "") -> list[tuple[str, str]]:
    """Codes and translations of a file whose second text was written by a translator."""
    texts = [Text(f"answer/{pk}/body", "Svar", "Vastaus.", words, PART) for pk, words in ((1, "Första."), (2, before))]
    file = docx.Document(BytesIO(as_word(texts, title="Asia", source="fi", target="sv")))
    row = file.tables[0].rows[2]
    cell = row.cells[3]._tc
    for paragraph in cell.p_lst:
        cell.remove(paragraph)
    for words in paragraphs:
        cell.append(parse_xml(f"<w:p {W}>{words}</w:p>"))
    if row_marks:
        row._tr.insert(0, parse_xml(f"<w:trPr {W}>{row_marks}</w:trPr>"))
    kept = BytesIO()
    file.save(kept)
    return [(found.code.split("|")[0], found.words) for found in rows_back(kept.getvalue(), "tillbaka.docx")]


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        ([inserted("Svar inom 30 dagar.")], "Svar inom 30 dagar."),
        ([inserted("Första raden."), inserted("Andra raden.")], "Första raden.\nAndra raden."),
        ([f"<w:ins {BY}><w:r><w:t>Ett</w:t><w:br/><w:t>två</w:t><w:tab/><w:t>tre</w:t></w:r></w:ins>"], "Ett\ntvå\ttre"),
        ([f"<w:hyperlink w:anchor='x'>{inserted('webbplatsen')}</w:hyperlink>{inserted('.')}"], "webbplatsen."),
        ([f"<w:sdt><w:sdtContent>{inserted('I ett fält.')}</w:sdtContent></w:sdt>"], "I ett fält."),
        ([f"{inserted('Kvar')}{deleted('Bort')}"], "Kvar"),
    ],
)  # fmt: skip
def test_what_was_typed_into_an_empty_cell_comes_back(paragraphs, words):
    assert back(*paragraphs) == [("answer/1/body", "Första."), ("answer/2/body", words)]


def test_what_was_changed_in_a_cell_comes_back_as_accepted():
    away, there = moved("i februari ")
    changed = said("Svar ") + away + deleted("inom 60") + inserted("inom 30") + said(" dagar ") + there
    link = f'<w:hyperlink w:anchor="x">{said("på ")}{deleted("sidan")}{inserted("webbplatsen")}</w:hyperlink>'
    read = dict(back(changed + link + said("."), before="Svar i februari inom 60 dagar på sidan."))
    assert read["answer/2/body"] == "Svar inom 30 dagar i februari på webbplatsen."


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    end = f"<w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>"
    assert back(end + said("Ett "), said("och två."), said("Tre."))[1][1] == "Ett och två.\nTre."


def test_a_row_that_was_deleted_is_left_out():
    assert back(deleted("Första."), before="Första.", row_marks=f"<w:del {BY}/>") == [("answer/1/body", "Första.")]


def test_what_nobody_touched_comes_back_the_same():
    words = "Första raden.\n\nAndra\traden – med #tecken och *stjärnor*."
    texts = [Text("answer/1/body", "Svar", "Vastaus.", words, PART)]
    content = as_word(texts, title="Asia", source="fi", target="sv")
    assert [row.words for row in rows_back(content, "a.docx")] == [words]
