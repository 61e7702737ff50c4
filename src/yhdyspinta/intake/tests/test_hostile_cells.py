"""Cells that are made to cost much: thousands of values in one, a mistake in each, spaces without end."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.factories import signed_in
from tests.work import work_within
from yhdyspinta.documents.importing.archives import LARGEST_FILE
from yhdyspinta.intake.importing import cells, columns
from yhdyspinta.intake.importing.cells import LAST_ROW
from yhdyspinta.intake.importing.headings import guessed_head
from yhdyspinta.intake.importing.problems import MOST_PROBLEMS
from yhdyspinta.intake.importing.sheets import read_sheets
from yhdyspinta.intake.models import Upload
from yhdyspinta.intake.tests.test_brought_themes import _sent
from yhdyspinta.intake.tests.test_files import HEADS, send, today
from yhdyspinta.intake.tests.test_headings import book
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def table(*capacities: str) -> bytes:
    rows = (f'{number};A1;Hyvä.;{today():%d.%m.%Y};"{said}";;' for number, said in enumerate(capacities, start=1))
    return "\r\n".join([";".join(HEADS), *rows]).encode()


def test_i5_o7_a_cell_of_thousands_of_values_is_one_mistake(bertta, section):
    client = signed_in(bertta)
    shown = client.get(send(client, table(*["a," * 16_000] * 20), "a.csv").url)
    assert shown.context["problem_count"] == 20
    assert "Solussa on yli 20 pilkuin tai puolipistein erotettua arvoa." in shown.content.decode()
    kept = client.get(send(client, table("asukas," * 20), "a.csv").url)
    assert kept.context["problem_count"] == 0


def test_i5_o7_so_are_themes_without_end(bertta, last_year):
    client = signed_in(bertta)
    names = ",".join(f"teema{number}" for number in range(2_000))
    shown = client.get(_sent(client, f'Bussi.;;"{names}"'))
    assert shown.context["problem_count"] == 1
    assert "Solussa on yli 20" in shown.content.decode()


def test_o7_of_a_file_that_is_wrong_everywhere_the_first_mistakes_are_kept(bertta, section, monkeypatch):
    looked = []
    close = columns.get_close_matches
    monkeypatch.setattr(
        columns, "get_close_matches", lambda *given, **how: looked.append(given) or close(*given, **how)
    )
    said = (",".join(f"x{row}y{place}" for place in range(20)) for row in range(400))
    client = signed_in(bertta)
    shown = client.get(send(client, table(*said), "a.csv").url)
    found = Upload.objects.get().found
    assert (found["problem_count"], len(found["problems"])) == (8_000, MOST_PROBLEMS)
    assert shown.context["problem_count"] == 8_000
    assert len(looked) <= 2 * 200  # the file is read when it comes and when it is looked at


def test_o7_a_day_with_spaces_without_end_is_read_soon():
    with work_within(1):
        for _row in range(5):
            assert columns.time_of(f"5.9.2026{' ' * 32_000}x") is None
    assert str(columns.time_of("5.9.2026  klo 10.05")) == "10:05:00"


def naming_one_part(count: int) -> bytes:
    """A workbook of so many sheets that are all said to be the second, wide one."""
    before, after = (
        BytesIO(book(A=[["Aika", "Vastaus"], ["1.2.2026", "Bussi."]], **{f"S{n}": [] for n in range(count)})),
        BytesIO(),
    )
    wide = "".join(f'<row><c r="GR{number}"/></row>' for number in range(1, 9_000)).encode()
    with ZipFile(before) as old, ZipFile(after, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                content = re.sub(rb"sheet(?:[2-9]|[0-9]{2,})\.xml", b"sheet2.xml", content)
            if name == "xl/worksheets/sheet2.xml":
                content = content.replace(b"<sheetData/>", b"<sheetData>" + wide + b"</sheetData>")
            new.writestr(name, content)
    return after.getvalue()


def test_e4_o7_a_sheet_that_many_names_stand_for_is_read_once(monkeypatch):
    read = []
    through = cells.read_through
    monkeypatch.setattr(cells, "read_through", lambda *given, **how: read.append(given[1]) or through(*given, **how))
    with work_within(2):
        rows, sheets = read_sheets(naming_one_part(19), "kysely.xlsx")
    assert (rows[1], sheets) == (["1.2.2026", "Bussi."], None)
    assert read.count("xl/worksheets/sheet2.xml") == 1


@pytest.mark.parametrize("said", ["1" * 400, "1e400", "1e309", "1" * 30, "-0", "٣"])
def test_i5_a_number_that_is_no_day_is_a_mistake_of_its_row(bertta, last_year, said):
    client = signed_in(bertta)
    rows = [["Aika", "Nimi", "Vastaus"], ["1.2.2026", "a", "Bussi."], [said, "b", "Juna."]]
    path = send(client, book(A=rows), "kysely.xlsx", "earlier/").url
    sent = {"role_0": "date", "role_1": "id", "role_2": "text", "part_2": "A", "language": "fi", "head": "1"}
    told = client.get(client.post(path, sent).url)
    assert told.context["problem_count"] == 1
    assert '<td data-label="Rivi">3</td>' in told.content.decode()


def test_o7_a_file_of_empty_rows_is_refused_soon():
    with work_within(2), pytest.raises(Refusal, match="too_many_rows"):
        cells.rows_of(b"\n" * LARGEST_FILE, "a.csv")


def test_i5_rows_far_apart_are_looked_through_once():
    rows = [[*[""] * 2 * number, "a", "b"] if number < 39 else [] for number in range(LAST_ROW)]
    with work_within(0.1):
        assert guessed_head([*rows, ["1"]]) == (1, False)
