"""What Word and a screen reader are told of a file: its language, the language of its texts, and the shape of staff's words."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from tests.work import work_within
from yhdyspinta.wording.word_files import begun, saved, without_first, write_line, write_text

WRITTEN = """## Otsikko

Vastataan **viikossa** ja *aina*: [ohje](https://example.org/ohje), [posti](mailto:a@example.org), <https://example.fi>.

- yksi
- kaksi
  - sisempi

3. kolmas
4. neljäs

Välissä.

1. uusi

> Lainaus

| A | B |
| - | - |
| 1 | 2 |
"""


def written(text: str, language: str = "fi") -> Document:
    file = begun("fi")
    write_text(file, {language: text}, "fi")
    return docx.Document(BytesIO(saved(file)))


def spoken(file: Document) -> list[str]:
    """What the runs of the file are said to be in, where they say it."""
    return [mark.get(qn("w:val")) for mark in file.element.body.iter(qn("w:lang"))]


@pytest.mark.parametrize(("language", "said"), [("fi", "fi-FI"), ("sv", "sv-FI"), ("en", "en-GB"), ("se", "se-FI")])
def test_the_file_tells_its_language_to_word(language, said):
    packed = ZipFile(BytesIO(saved(begun(language))))
    for name, mark in (("word/styles.xml", "lang"), ("word/settings.xml", "themeFontLang")):
        assert f'<w:{mark} w:val="{said}"' in packed.read(name).decode()
        assert 'w:val="en-US"' not in packed.read(name).decode()


def test_staff_words_keep_their_shape():
    file = written(WRITTEN)
    told = [(one.style.name, one.text) for one in file.paragraphs]
    assert told[0] == ("Heading 2", "Otsikko")
    assert [one for one in told if one[0].startswith("List")] == [
        ("List Bullet", "yksi"), ("List Bullet", "kaksi"), ("List Bullet 2", "sisempi"),
        ("List Number", "kolmas"), ("List Number", "neljäs"), ("List Number", "uusi"),
    ]  # fmt: skip
    assert ("Quote", "Lainaus") in told
    runs = {run.text: run for run in file.paragraphs[1].runs}
    assert runs["viikossa"].bold
    assert runs["aina"].italic
    assert [[cell.text for cell in row.cells] for row in file.tables[0].rows] == [["A", "B"], ["1", "2"]]


def test_a_link_keeps_its_address_for_the_screen_and_for_paper():
    line = written(WRITTEN).paragraphs[1]
    assert [(one.text, one.address) for one in line.hyperlinks] == [
        ("ohje", "https://example.org/ohje"), ("posti", "mailto:a@example.org"), ("https://example.fi", "https://example.fi"),
    ]  # fmt: skip
    assert line.text.endswith("ohje (https://example.org/ohje), posti (a@example.org), https://example.fi.")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//evil.example/x", "http://evil.example", "#kohta", "data:x"]
)
def test_an_address_that_a_page_drops_is_dropped_from_the_file(address):
    line = written(f"Katso [tästä]({address}).").paragraphs[0]
    assert not line.hyperlinks
    assert "tästä" in line.text


def test_a_link_within_the_service_gets_its_whole_address(settings):
    line = written("[sivu](/pohjanmaa/fi/)").paragraphs[0]
    assert line.hyperlinks[0].address == f"{settings.BASE_ADDRESS}/pohjanmaa/fi/"


def test_each_numbered_list_begins_with_its_own_number():
    file = written(WRITTEN)
    numbered = [one for one in file.paragraphs if one.style.name == "List Number"]
    of = [one._p.pPr.numPr.numId.val for one in numbered]
    assert of[0] == of[1] != of[2]
    starts = {
        num.numId: [one.startOverride.val for one in num.lvlOverride_lst]
        for num in file.part.numbering_part.element.num_lst
    }
    assert (starts[of[0]], starts[of[2]]) == ([3], [1])


def test_a_text_in_another_language_is_marked_for_ear_and_eye():
    file = written("Ett **svar** [här](https://example.org).", "sv")
    assert file.paragraphs[0].text == "svenska"
    assert set(spoken(file)) == {"sv-FI"}
    assert len(spoken(file)) == len(list(file.element.body.iter(qn("w:r"))))
    assert spoken(written("Suomeksi.")) == []


def test_a_line_marks_only_the_piece_in_another_language():
    file = begun("sv")
    line = write_line(file.add_paragraph(), ("2 ", {"fi": "Aukiolo"}, ": ", {"fi": "Auki", "sv": "Öppet"}), "sv")
    assert line.text == "2 Aukiolo (suomi): Öppet"
    assert spoken(file) == ["fi-FI", "fi-FI"]


def test_a_cell_holds_only_its_words_and_what_xml_cannot_hold_is_left_out():
    cell = begun("fi").add_table(rows=1, cols=1).cell(0, 0)
    write_text(cell, {"fi": "Yksi\x01\n\n1. kaksi\n\n```\nkolme\n```"}, "fi")
    without_first(cell)
    assert cell.text == "Yksi\nkaksi\nkolme"


def test_o7_thousands_of_numbered_lists_are_written_soon():
    with work_within(3):
        file = written("1. a\n1) b\n" * 600)
    numbered = [one for one in file.paragraphs if one.style.name == "List Number"]
    assert len({one._p.pPr.numPr.numId.val for one in numbered}) == len(numbered) == 1_200


def test_nothing_of_the_librarys_template_leaves_with_a_file():
    file = begun("fi")
    file.add_paragraph("Sanottua.")
    content = saved(file)
    with ZipFile(BytesIO(content)) as members:
        names = members.namelist()
        assert not [name for name in names if "thumbnail" in name or name.endswith("app.xml")]
        assert not [name for name in names if b"Macintosh" in members.read(name)]
    assert docx.Document(BytesIO(content)).paragraphs[-1].text == "Sanottua."
