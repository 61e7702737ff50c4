"""The full table of a report: the comments that a version counts with their answers, as CSV and for Excel."""

import csv
from io import StringIO

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers.tests import scene as answering
from yhdyspinta.audit import clock
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.actions import decide_hide
from yhdyspinta.open_data.tests.downloading import sheets
from yhdyspinta.reports import annex
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.reports.tests import scene
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
WORDS = "Naapurini Matti Meikäläinen ei ole koskaan kotona, kun hoitaja käy."


@pytest.fixture
def published(bertta, document):
    """Two comments: one was answered with no and a reason, and the other waits."""
    section = document.versions.first().sections.first()
    one = factories.comment(factories.guest(), section, WORDS)
    factories.comment(factories.guest(), section, "=SUM(A1) odottaa.")
    no = {"handling": "not_accepted", "reason": "cost", "reason_words": Wording(fi="Kallis.", sv="Dyrt.")}
    title = Wording(fi=WORDS[:40], sv="Besök hemma")
    answering.publish(bertta, answering.write(bertta, answering.start(bertta, one), title=title, **no))
    scene.save(bertta, document)
    scene.publish(bertta, document)
    return one


def in_csv(document, language="fi"):
    path = scene.path_of(document, "version_annex", version=1, language=language)
    text = b"".join(Client().get(path).streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


def in_excel(document, language="fi"):
    response = Client().get(scene.path_of(document, "version_annex_excel", version=1, language=language))
    assert response["Content-Disposition"].endswith('.xlsx"')
    return sheets(b"".join(response.streaming_content))


@pytest.mark.parametrize(
    ("language", "title", "reason", "told"),
    [
        ("fi", "Vastauksen otsikko", "Syy", (WORDS[:40], "Kustannukset")),
        ("sv", "Svarets rubrik", "Orsak", ("Besök hemma", "Kostnader")),
        ("en", "Title of the answer", "Reason", (WORDS[:40], "Cost")),
    ],
)
def test_each_row_tells_what_its_answer_is_about_and_why(document, published, language, title, reason, told):
    first, second = in_csv(document, language)
    assert (first[title], first[reason]) == told
    assert (second[title], second[reason]) == ("", "")


@pytest.mark.parametrize(("language", "name"), [("fi", "Kommentit"), ("sv", "Kommentarer"), ("en", "Comments")])
def test_the_same_is_there_for_excel_and_no_cell_is_a_formula(document, published, language, name):
    book = in_excel(document, language)
    rows = in_csv(document, language)
    head, *lines = book[name]
    assert head == list(rows[0])
    assert [[cell for cell in row.values() if cell] for row in rows] == lines
    assert any("'=SUM(A1) odottaa." in line for line in lines)
    page = Client().get(scene.path_of(document, version=1, language=language)).content.decode()
    assert scene.path_of(document, "version_annex_excel", version=1, language=language) in page


def test_p3_a_title_with_words_that_were_hidden_since_is_not_in_it(document, published):
    moderator = factories.staff(document.activity.process.owner, "moderator", email="mikko@example.org")
    decide_hide(actor=moderator, comment=published, reason="personal_data", at=clock.now())
    (first, _second) = in_csv(document)
    assert first["Vastauksen otsikko"] == "Vastaus 1"
    assert not [cell for row in in_excel(document)["Kommentit"] for cell in row if "Meikäläinen" in str(cell)]


def test_a_long_table_is_led_to_the_open_data_whose_file_the_worker_makes(document, published, monkeypatch):
    monkeypatch.setattr(annex, "MOST_IN_EXCEL", 1)
    response = Client().get(scene.path_of(document, "version_annex_excel", version=1))
    assert response.status_code == 302
    assert response.url.endswith("/data/kommentointi/")
    page = Client().get(scene.path_of(document, version=1)).content.decode()
    assert "Kaikki kommentit Excel-tiedostona: kierroksen avoin data" in page
    assert "comments.xlsx" not in page


def test_the_annex_holds_what_can_be_read_and_nothing_of_the_sender(bertta, document):
    section = document.versions.first().sections.first()
    factories.comment(factories.guest(), section, "=SUM(A1) kaava", email="kuka@example.org")
    hidden = factories.comment(factories.guest(), section, "Piilotettu.")
    scene.answered(bertta, document, 2)
    change_state(hidden, Comment.State.HIDDEN)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    rows, text = annex_of(document)
    assert len(rows) == 1 + 3
    assert rows[1][5] == "'=SUM(A1) kaava"
    assert "Piilotettu" not in text
    assert "example.org" not in text
    assert [row[11] for row in rows[1:]] == ["", "1", "1"]


def annex_of(document, version=1):
    text = b"".join(Client().get(scene.path_of(document, "version_annex", version=version)).streaming_content)
    return list(csv.reader(StringIO(text.decode("utf-8-sig")), delimiter=";")), text.decode()


def test_each_versions_annex_holds_the_comments_that_it_counts(bertta, document):
    section = document.versions.first().sections.first()
    late = [factories.comment(factories.guest(), section, f"Odottaa {place}.") for place in range(2)]
    scene.answered(bertta, document, 2)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    assert Client().get(scene.path_of(document, "annex")).url.endswith("/1/comments.csv")
    change_state(late[0], Comment.State.WITHDRAWN)
    answering.publish(bertta, answering.write(bertta, answering.start(bertta, late[1])))
    scene.publish(bertta, document)
    (_heads, *first), text = annex_of(document)
    assert len(first) == ReportVersion.objects.get(number=1).figures["comments"] == 4
    assert [row[10] for row in first] == [
        "",
        "",
        "Otettu huomioon",
        "Otettu huomioon",
    ]  # as handled when the version counted
    assert "Odottaa 0." not in text  # withdrawn afterwards
    assert first[0][5] == "Ei enää luettavissa"
    (_heads, *second), _text = annex_of(document, 2)
    assert len(second) == ReportVersion.objects.get(number=2).figures["comments"] == 3
    assert [row[10] for row in second] == ["Otettu huomioon"] * 3
    page = Client().get(scene.path_of(document, version=1)).content.decode()
    assert scene.path_of(document, "version_annex", version=1) in page
    assert f"http://localhost:8000{scene.path_of(document, version=1)}" in page


@pytest.mark.parametrize(
    ("name", "network"), [("version_annex_excel", "198.51.100.7"), ("version_annex", "203.0.113.7")]
)
def test_o7_nobody_has_the_table_made_over_and_over(bertta, document, settings, name, network):
    settings.API_REQUESTS_A_MINUTE = 60
    factories.comment(factories.guest(), document.versions.first().sections.first())
    scene.save(bertta, document)
    scene.publish(bertta, document)
    client = Client(REMOTE_ADDR=network)
    pages = [client.get(scene.path_of(document, name, version=1)) for _time in range(8)]
    codes = [page.status_code for page in pages]
    assert codes[:2] == [200, 200]
    assert codes[-1] == 429
    assert "liian" in pages[-1].content.decode().lower()
