"""I1: the hostile strings in the words of a report and of its comments, read back from the Word, PDF and Excel files."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from tests.contract.elements import added, harmless, read
from tests.contract.hostile_strings import HOSTILE
from yhdyspinta.audit import clock
from yhdyspinta.intake.importing.cells import rows_of
from yhdyspinta.open_data.exports.columns import NAMES
from yhdyspinta.open_data.exports.workbook import write_workbook
from yhdyspinta.reports import pdf, word
from yhdyspinta.reports.figures import figures_of
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.reports.tests import scene
from yhdyspinta.reports.tests.test_pdf import of_extra

MARKDOWN = {"p", "strong", "em", "a", "ul", "ol", "li", "br", "hr", "code", "pre", "blockquote"}


@pytest.fixture
def figures(db: None) -> dict[str, Any]:
    document = scene.closed_round()
    return figures_of(document.activity, at=clock.now()) | {"of": document.activity}


def report(figures: dict[str, Any], make: Any) -> ReportVersion:
    """A version with each string as an answer, a theme, a municipality, an organisation and words of staff."""
    told = dict(figures)
    activity = told.pop("of")
    strings = [make(one) for one in HOSTILE]
    both = [{"fi": one, "sv": one} for one in strings]
    told["answers"] = [
        {
            "number": place, "comments": 1, "title": one, "body": one, "handling": "accepted", "reason": "", "reason_words": one,
            "passed_to": one, "is_final": True, "changed": None,
        }
        for place, one in enumerate(both)
    ]  # fmt: skip
    told["answers_in_all"] = len(both)
    told["themes"] = [{"name": one, "comments": 1} for one in both]
    told["municipalities"] = [
        {"key": str(place), "count": 5, "share": 1, "population_share": 1, "name": one}
        for place, one in enumerate(both)
    ]
    told["organisations"] = strings
    words = {name: {"fi": "\n\n".join(strings)} for name in ("in_short", "asked", "took_part", "said", "changed")}
    return ReportVersion(activity=activity, number=1, words=words, figures=told, published_at=clock.now())


def plain(text: str) -> str:
    return " ".join(text.split())


def test_i1_the_word_file_holds_them_as_words(figures) -> None:
    content = word.report_file(report(figures, str), "fi")
    file = docx.Document(BytesIO(content))
    cells = {plain(cell.text) for table in file.tables for cell in table._cells}
    assert [one for one in HOSTILE if plain(one) and plain(one) not in cells] == []
    names = ZipFile(BytesIO(word.report_file(report(figures, harmless), "fi"))).namelist()
    packed = ZipFile(BytesIO(content))
    assert packed.namelist() == names
    assert not any(b"evil.example" in packed.read(name) for name in names if name.endswith(".rels"))
    assert b"w:instrText" not in packed.read("word/document.xml")  # nothing became a field
    assert b"w:fldSimple" not in packed.read("word/document.xml")


def test_i1_what_the_pdf_is_drawn_from_has_no_element_of_them(figures) -> None:
    pages = [_drawn_from(report(figures, make)) for make in (harmless, str)]
    wrong = [
        tag
        for tag, attributes in added(pages[1], pages[0])
        if tag not in MARKDOWN or attributes not in {(), ("href", "rel")}
    ]
    assert wrong == []
    assert read(pages[1])[2] == []


def _drawn_from(version: ReportVersion) -> str:
    with override("fi"):
        return render_to_string("reports/pdf.html", pdf.told_in_pdf(version, "fi"))


def test_i1_e10_the_real_program_opens_nothing_of_them(figures, monkeypatch) -> None:
    of_extra()
    opened: list[str] = []
    monkeypatch.setattr(pdf, "_fetch_nothing", lambda url, *_args, **_options: opened.append(url))
    version = report(figures, str)
    version.words = {"in_short": {"fi": "\n\n".join(HOSTILE[::5])}}
    version.figures |= {name: version.figures[name][::60] for name in ("answers", "themes", "municipalities")}
    assert pdf.pdf_file(version, "fi").startswith(b"%PDF-")
    assert opened == []


def test_i1_the_excel_file_holds_them_as_text() -> None:
    file = BytesIO()
    rows = ([one] * len(NAMES) for one in HOSTILE)
    write_workbook(file, rows, (), (), {"note": HOSTILE[0]})
    sheet = ZipFile(file).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet  # no formula
    assert b"<hyperlink" not in sheet
    cells = [row[0] for row in rows_of(file.getvalue(), "a.xlsx")[1:]]
    assert [cell[:1] for cell in cells if cell[:1] in "=+-@|"] == []
    assert [plain(cell.removeprefix("'")) for cell in cells] == [plain(one.removeprefix("'")) for one in HOSTILE]
