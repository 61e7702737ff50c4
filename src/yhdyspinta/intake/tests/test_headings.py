"""An earlier round's file may have titles above its headings, and further sheets; what is plain is not asked."""

from html import unescape
from io import BytesIO

import pytest
import xlsxwriter

from tests.factories import signed_in
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.importing import cells
from yhdyspinta.intake.importing.cells import rows_of
from yhdyspinta.intake.importing.headings import guessed_head
from yhdyspinta.intake.importing.sheets import read_sheets
from yhdyspinta.intake.models import Upload
from yhdyspinta.intake.tests.test_files import send

pytestmark = pytest.mark.django_db
HEADS = ["Vastaaja", "Kotikunta", "Mitä mieltä olet?"]
SAID = [["1", "Jyväskylä", "Bussit kulkevat."], ["2", "Muurame", "Junat eivät kulje."]]
TITLES = [["Kysely bussiliikenteestä"], ["Luotu", "5.9.2026"], [], []]


def book(**sheets):
    content = BytesIO()
    with xlsxwriter.Workbook(content) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return content.getvalue()


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([HEADS, *SAID], (1, True)),
        ([*TITLES, HEADS, *SAID], (5, True)),
        ([["Vastaajia", "34"], ["Aika", "1.1.2026"], HEADS, *SAID], (3, True)),
        ([["Taustatiedot", "", "Kysymykset"], ["Nro", "Kunta", "Bussit", "Junat", "Muut"], ["1", "A", "b", "c", "d"]],
         (2, True)),
        ([["Nimi", "Kunta", "", "Vastaus"], ["A", "B", "lisäsarake", "Sanottua."]], (1, True)),
        ([[], ["Vastaus"], ["Sanottua."]], (2, False)),
        ([], (1, False)),
    ],
)  # fmt: skip
def test_the_row_of_the_headings_is_guessed(rows, told):
    assert guessed_head(rows) == told


def test_titles_above_the_headings_are_passed_and_mistakes_keep_the_rows_of_the_file(bertta, last_year):
    client = signed_in(bertta)
    wrong = ["3", "Tuntematon", "Laivatkin."]
    path = send(client, book(A=[*TITLES, HEADS, *SAID, [], wrong]), "kysely.xlsx", "earlier/").url
    page = unescape(client.get(path).content.decode())
    assert "Otsikot ovat rivillä 5" in page
    assert '<details class="govuk-details">' in page  # plain: nothing is asked
    assert "Kotikunta" in page
    sent = {"role_0": "id", "role_1": "age_group", "role_2": "text", "part_2": "A", "language": "fi", "head": "5"}
    told = client.get(client.post(path, sent).url.split("#")[0].replace("columns/", "")).content.decode()
    assert '<td data-label="Rivi">9</td>' in told
    sent |= {"role_1": ""}
    shown = client.get(client.post(path, sent).url).content.decode()
    assert "rivi 6" in shown
    client.post(path.replace("columns/", "import/"))
    assert Comment.objects.count() == 3


def test_the_row_can_be_chosen_and_the_first_rows_are_shown(bertta, last_year):
    client = signed_in(bertta)
    rows = [["Ensimmäinen", "Toinen"], ["Vastaaja", "Vastaus"], ["1", "Bussit."], ["2", "Junat."]]
    path = send(client, book(A=rows), "kysely.xlsx", "earlier/").url
    first = unescape(client.get(path).content.decode())
    assert "Otsikot ovat rivillä 1" in first
    assert "Rivi 2: Vastaaja | Vastaus" in first
    page = client.get(f"{path}?head=2")
    assert "Otsikot ovat rivillä 2" in page.content.decode()
    assert [one["name"] for one in page.context["columns"]] == ["Vastaaja", "Vastaus"]
    assert client.get(f"{path}?head=99999").status_code == 200
    sent = {"role_0": "id", "role_1": "text", "part_1": "A", "language": "fi", "head": "2", "name": "Kyselymme"}
    assert client.post(path, sent).status_code == 302
    assert "Otsikot ovat rivillä 2" in client.get(path).content.decode()
    client.post(path.replace("columns/", "import/"))
    assert sorted(Comment.objects.values_list("text", flat=True)) == ["Bussit.", "Junat."]


@pytest.mark.parametrize("divider", [";", ",", "\t"])
def test_a_text_file_with_titles_is_divided_by_what_divides_its_rows(divider):
    lines = ["Kysely, syksy 2026", "", *(divider.join(f'"{one}"' for one in row) for row in [HEADS, *SAID])]
    rows = rows_of("\n".join(lines).encode(), "kysely.csv")
    assert rows[2] == HEADS
    assert guessed_head(rows) == (3, True)
    prose = rows_of(b"Vastaus\nBussit, junat.\nLaivat, lautat.\nJalan.", "kysely.csv")
    assert prose[0] == ["Vastaus"]


def test_of_several_sheets_one_is_chosen(bertta, last_year):
    client = signed_in(bertta)
    content = book(Ohje=[["Tämä on ohje."]], Kevät=[HEADS, *SAID], Syksy=[[], HEADS, ["7", "Muurame", "Syksyn sana."]])
    path = send(client, content, "kysely.xlsx", "earlier/").url
    page = client.get(path).content.decode()
    assert "<strong>Kevät</strong>" in page  # the first with headings and rows
    assert "?sheet=2" in page
    other = client.get(f"{path}?sheet=2").content.decode()
    assert "<strong>Syksy</strong>" in other
    assert "Otsikot ovat rivillä 2" in other
    assert "Syksyn sana." in other
    sent = {"role_0": "id", "role_1": "", "role_2": "text", "part_2": "A", "language": "fi", "head": "2", "sheet": "2"}
    assert client.post(path, sent).status_code == 302
    assert "<strong>Syksy</strong>" in client.get(path).content.decode()
    back = client.get(f"{path}?sheet=1")
    assert back.context["look"].rows == [HEADS, *SAID]  # nothing is lost
    client.post(path.replace("columns/", "import/"))
    assert Comment.objects.get().text == "Syksyn sana."
    kept = Upload.objects.get()
    assert (kept.rows, kept.sheets) == ([], None)


def test_one_sheet_with_something_asks_nothing_of_sheets(bertta, last_year):
    path = send(signed_in(bertta), book(Tyhjä=[], A=[HEADS, *SAID], Muu=[]), "kysely.xlsx", "earlier/").url
    assert "useita välilehtiä" not in signed_in(bertta).get(path).content.decode()


def test_all_sheets_together_keep_to_the_limits_of_one(monkeypatch):
    monkeypatch.setattr(cells, "MOST_LETTERS", 200)
    long = [["a" * 90, "a" * 90]]
    rows, sheets = read_sheets(book(A=[HEADS, *SAID], B=long, C=[["c"]]), "kysely.xlsx")
    assert rows == [HEADS, *SAID]
    assert sheets == [["A", None], ["B", []], ["C", [["c"]]]]


@pytest.mark.parametrize(("count", "words"), [(1, "1 rivillä ei ole kommenttia"), (2, "2 rivillä ei ole kommenttia")])
def test_respondents_who_wrote_nothing_are_counted_before_and_after(bertta, last_year, count, words):
    client = signed_in(bertta)
    silent = [[str(10 + number), "Muurame", ""] for number in range(count)]
    path = send(client, book(A=[HEADS, *SAID, [], *silent]), "kysely.xlsx", "earlier/").url
    sent = {"role_0": "id", "role_1": "", "role_2": "text", "part_2": "A", "language": "fi", "head": "1"}
    assert words in unescape(client.get(client.post(path, sent).url).content.decode())
    done = client.post(path.replace("columns/", "import/"), follow=True).content.decode().replace("\n", "")
    assert f'Rivejä ilman kommenttia, jätetty pois</dt><dd class="govuk-summary-list__value">{count}</dd>' in done
    assert Comment.objects.count() == 2
