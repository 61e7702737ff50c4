"""E6: no cell of an export starts a formula or a link."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yhdyspinta.ui.tables import csv_line, csv_lines, csv_response, neutral

LEADS = [
    "=1+1",
    "+358401234567",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "|calc",
    '=HYPERLINK("http://x.example","y")',
    " =1",
    "\ufeff=1",
    "\n=cmd",
    "＋1",
    "＠x",
    "%0A=1",
    "\u200b=1",
]


@pytest.mark.parametrize("text", LEADS)
def test_e6_a_lead_stays_text(text):
    assert neutral(text) == f"'{text}"
    [row] = csv.reader(io.StringIO("".join(csv_lines(["a"], [[text]])).split("\r\n", 1)[1], newline=""), delimiter=";")
    assert row[0].startswith("'")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_e6_no_reader_makes_a_formula_of_the_middle_of_a_cell(delimiter):
    cells = ["hyva,=cmd|' /C calc'!A0,+1+1", "a;=1", "b\t=1", 'c","=1']
    body = "".join(csv_lines(["a"], [[cell] for cell in cells])).removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(body, newline=""), delimiter=delimiter))
    assert [row[0] for row in rows[1:]] == cells


def test_e6_numbers_stay_numbers_and_words_stay_words():
    assert neutral(-5) == -5
    assert neutral(None) == ""
    assert neutral('tavallinen = teksti; jossa "lainaus"') == 'tavallinen = teksti; jossa "lainaus"'
    assert neutral("3.5") == "3.5"
    assert neutral("a\x00b") == "ab"


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(
        alphabet=st.one_of(st.sampled_from('=+-@|%\t\r\n＝\ufeff\u200b\u00ad ";,\x00_ä1'), st.characters(codec="utf-8"))
    ),
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=4))
def test_e6_lines_are_those_of_the_standard_writer_with_every_cell_made_harmless(rows):
    """The quick way through a row and cell by cell are one, whatever the cells hold."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    assert "".join(map(csv_line, rows)) == out.getvalue()


def test_the_file_is_as_spreadsheets_here_expect():
    body = "".join(csv_lines(["Nimi", "Määrä"], [["Äiti; isä", 3], ["kaksi\nriviä", None]]))
    assert body == '\ufeff"Nimi";"Määrä"\r\n"Äiti; isä";"3"\r\n"kaksi\nriviä";""\r\n'


def test_the_download_is_streamed_and_not_kept():
    response = csv_response("kirjaus", ["a"], iter([["b"]]))
    assert response.streaming
    assert response["Content-Disposition"] == 'attachment; filename="kirjaus.csv"'
    assert response["Cache-Control"] == "no-store, private"
    assert b"".join(response).startswith(b'\xef\xbb\xbf"a"')
