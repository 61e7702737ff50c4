"""Word files that are small and made to cost much: boxes in boxes, rows in rows, one note told a thousand times."""

import io
import zipfile

import docx
import pytest

from tests.work import work_within
from yhdyspinta.documents.importing.paste import Line, gathered, parts_of_paste
from yhdyspinta.documents.importing.word import parts_of_word
from yhdyspinta.documents.tests.word_files import W, saved
from yhdyspinta.translating import files
from yhdyspinta.translating.files import rows_back
from yhdyspinta.wording.refusals import Refusal


def word(body: str, **parts: str) -> bytes:
    """A Word file with this text, and what it says of styles or numbering."""
    kept = io.BytesIO()
    written = {f"word/{name}.xml": f"<w:{name} {W}>{content}</w:{name}>" for name, content in parts.items()}
    written["word/document.xml"] = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as usual, zipfile.ZipFile(kept, "w") as made:
        for name in usual.namelist():  # not packed: nobody's suspicion is roused by how well
            made.writestr(name, written.get(name) or usual.read(name))
    return kept.getvalue()


def p(words: str, before: str = "") -> str:
    return f"<w:p>{before}<w:r><w:t>{words}</w:t></w:r></w:p>"


def in_boxes(count: int) -> str:
    start = "<w:p><w:r><w:drawing><w:txbxContent>" + p("x")
    return start * count + "</w:txbxContent></w:drawing></w:r></w:p>" * count


def cells(count: int) -> str:
    return f"<w:tc>{p('x')}</w:tc>" * count


def fields(count: int) -> str:
    return '<w:fldChar w:fldCharType="begin"/>' * count


LEVELS = "".join(f'<w:lvl w:ilvl="{level}"/>' for level in range(2_000))
NUMS = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/></w:num>' for number in range(1_000))
STYLE = f'<w:style w:styleId="S"><w:basedOn w:val="S"/>{"<w:a/>" * 5_000}</w:style>'
LIST = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
HOSTILE = {
    "boxes within boxes": (lambda: word(in_boxes(40)), ""),
    "cells within cells": (lambda: word(f"<w:tbl><w:tr>{'<w:tc>' * 200}{p('x') * 2_000}{'</w:tc>' * 200}</w:tr></w:tbl>"), ""),
    "one wide row": (lambda: word(f"<w:tbl><w:tr>{cells(1_000)}</w:tr>{f'<w:tr>{cells(1)}</w:tr>' * 2_000}</w:tbl>"), "file_unpacks_too_large"),
    "fields within fields": (lambda: word(f"<w:p><w:r>{fields(3_000)}{'<w:t>x</w:t>' * 3_000}</w:r></w:p>"), "file_unreadable"),
    "levels of a list": (lambda: word(p("x"), numbering=f'<w:abstractNum w:abstractNumId="1">{LEVELS}</w:abstractNum>{NUMS}'), ""),
    "a style of many parts": (lambda: word(p("Sana", '<w:pPr><w:pStyle w:val="S"/></w:pPr>') * 3_000, styles=STYLE), ""),
    "too many letters": (lambda: word(p("Sana ja toinen sana " * 1_000) * 200), "file_holds_too_much"),
    "deep controls": (lambda: word("<w:sdt><w:sdtContent>" * 200 + p("x") + "</w:sdtContent></w:sdt>" * 200), "file_unpacks_too_large"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_e4_o7_no_word_file_takes_long_to_read(case: str) -> None:
    make, code = HOSTILE[case]
    content = make()
    with work_within(3):
        try:
            parts_of_word(content)
            told = ""
        except Refusal as refusal:
            told = refusal.code
    assert told == code


def test_o7_many_paragraphs_and_items_take_as_long_as_they_are() -> None:
    with work_within(1):
        (part,) = gathered([Line("Sana " * 40)] * 20_000)
        assert part.body.count("\n\n") == 19_999
    (part,) = parts_of_word(word(p("Kohta.", LIST) * 3_000))
    assert part.body == "\n".join(["- Kohta."] * 3_000)


def test_e4_what_is_said_in_a_box_within_a_box_is_read_once() -> None:
    (part,) = parts_of_word(word(in_boxes(3)))
    assert part.body.count("x") == 3


def test_e4_a_file_of_more_elements_than_a_book_is_refused_by_both_readers() -> None:
    content = word("<a/>" * 810_000)
    for read in (parts_of_word, lambda one: rows_back(one, "a.docx")):
        with pytest.raises(Refusal, match="file_unpacks_too_large"):
            read(content)


def test_e4_o7_a_translators_table_of_more_letters_than_are_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_LETTERS", 10_000)
    assert rows_back(word("<w:tbl><w:tr>" + cells(4) + "</w:tr></w:tbl>"), "a.docx") == []
    with pytest.raises(Refusal, match="file_holds_too_much"):
        rows_back(word(f"<w:tbl><w:tr><w:tc>{p('sana ' * 3_000)}</w:tc></w:tr></w:tbl>"), "a.docx")


def test_e4_a_part_that_is_no_xml_for_its_reader_is_refused() -> None:
    for read in (parts_of_word, lambda one: rows_back(one, "a.docx")):
        with pytest.raises(Refusal, match="file_unreadable"):
            read(word(f"<w:p><{'a' * 60_000}/></w:p>"))


def test_o7_thousands_of_short_headings_in_a_row_are_read() -> None:
    parts = parts_of_paste("\n".join(f"{number} Otsikko" for number in range(1, 90)))
    assert parts[0].heading == "Otsikko"
    with work_within(3):
        assert len(parts_of_paste("\n".join(["1 Otsikko"] * 3_000))) == 3_000
        parts_of_paste("- kohta\n" * 20_000)
