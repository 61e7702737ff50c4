"""Packages that are small and cost much to read: deep, wide, or in many small parts."""

import io
import random
import tracemalloc
import zipfile
from collections import Counter

import pytest

from tests.work import work_within
from yhdyspinta.documents.files import kind_of
from yhdyspinta.documents.importing.archives import opened, read_through
from yhdyspinta.documents.importing.elements import MOST_ELEMENTS
from yhdyspinta.intake.importing import weights
from yhdyspinta.wording.refusals import Refusal

TYPES = (
    "<Types>{more}<Override PartName='/word/document.xml' ContentType="
    "'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"
)
SHEETS = (
    "<Types><Override PartName='/xl/workbook.xml' ContentType="
    "'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>"
)


def package(parts: dict[str, str], more: str = "") -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", TYPES.format(more=more))
        for name, content in parts.items():
            made.writestr(name, content)
    return kept.getvalue()


def nested(depth: int) -> str:
    """Elements within each other, whose names no packing makes small."""
    names = [f"a{random.Random(depth + number).randrange(10**6)}" for number in range(depth)]
    return "".join(f"<{name}>" for name in names) + "".join(f"</{name}>" for name in reversed(names))


def refused(content: bytes) -> str:
    """The code of the refusal, which comes soon and in little memory."""
    tracemalloc.start()
    with work_within(1), pytest.raises(Refusal) as told:
        kind_of(content, "a.docx")
    memory = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert memory < 100_000_000
    return told.value.code


def test_e4_o7_deep_parts_are_refused_soon():
    assert refused(package({"word/document.xml": nested(20_000)})) == "file_unpacks_too_large"
    assert (
        refused(package({f"word/part{number}.xml": nested(2_000) for number in range(20)})) == "file_unpacks_too_large"
    )
    assert kind_of(package({"word/document.xml": nested(200)}), "a.docx") == "docx"


def test_e4_o7_more_elements_than_any_document_has_are_refused_before_they_are_read():
    numbers = random.Random(1)
    empty = "<r>" + "<a/>" * 16_000 + "</r>"  # a part of 64 KB may be packed as tightly as it likes
    noise = numbers.randbytes(200_000).hex()
    content = package({**{f"word/part{number}.xml": empty for number in range(190)}, "word/a.png": noise})
    assert MOST_ELEMENTS < 190 * 16_000
    assert refused(content) == "file_unpacks_too_large"


def test_e4_xml_that_goes_by_another_name_is_refused():
    other = "<Override PartName='/word/styles.png' ContentType='application/vnd.ms-word.styles+xml'/>"
    assert (
        refused(package({"word/document.xml": "<a/>", "word/styles.png": "<!DOCTYPE a><a/>"}, other))
        == "file_unreadable"
    )


def test_e4_o7_a_part_that_no_name_tells_to_be_xml_is_not_read_as_that():
    rows = f"<r>{'<row/>' * 400}</r>"  # nobody counts what stands in a part of this name
    made = opened(package({"xl/worksheets/sheet1.bin": rows, "xl/worksheets/sheet1.xml": rows}))
    assert len(list(read_through(made, "xl/worksheets/sheet1.xml", "row"))) == 400
    with pytest.raises(Refusal, match="file_unreadable"):
        list(read_through(made, "xl/worksheets/sheet1.bin", "row"))


def test_e4_a_row_within_a_row_and_one_without_end_are_refused():
    within = opened(package({"a.xml": "<s><row><row><c/></row></row></s>"}))
    with pytest.raises(Refusal, match="file_unreadable"):
        list(read_through(within, "a.xml", "row"))
    endless = "".join(f"<c r='{number}'/>" for number in range(210_000))
    with pytest.raises(Refusal, match="file_unpacks_too_large"):
        list(read_through(opened(package({"a.xml": f"<s><row>{endless}</row></s>"})), "a.xml", "row"))


def test_of_a_part_one_element_is_held_at_a_time():
    rows = "".join(f"<row r='{number}'><c>{number}</c></row>" for number in range(30_000))
    kept = opened(package({"a.xml": f"<s>{rows}</s>"}))
    tracemalloc.start()
    assert sum(len(row) for row in read_through(kept, "a.xml", "row")) == 30_000
    assert tracemalloc.get_traced_memory()[1] < 15_000_000
    tracemalloc.stop()


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/_rels/document.xml.rels", "xl/worksheets/sheet1.xml"])
def test_e4_o7_a_part_is_read_once_however_many_have_its_name(name, monkeypatch):
    read = Counter()
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", SHEETS if name.startswith("xl/") else TYPES.format(more=""))
        for _turn in range(150):
            made.writestr(name, "<a><row/></a>")
    really = zipfile.ZipFile.read

    def told(package, part, *more):
        read[part] += 1
        return really(package, part, *more)

    monkeypatch.setattr(zipfile.ZipFile, "read", told)
    monkeypatch.setattr(weights, "LIGHT", 0)
    if name.startswith("xl/"):
        assert weights.rows_to_read(kept.getvalue(), "a.xlsx") == 1
    else:
        assert kind_of(kept.getvalue(), "a.docx") == "docx"
    assert read[name] <= 3
