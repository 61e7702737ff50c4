"""The downloads of a round: the same rows in three formats, and nothing of people."""

import io
import json
import re
import tracemalloc
from datetime import UTC, datetime, timedelta
from tempfile import TemporaryFile

import pytest
from django.conf import settings
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.moderation.models import Decision
from yhdyspinta.open_data import tasks
from yhdyspinta.open_data.exports import rows
from yhdyspinta.open_data.exports.columns import NAMES
from yhdyspinta.open_data.tests.conftest import comment
from yhdyspinta.open_data.tests.downloading import PAGE, body, made, sheets, table
from yhdyspinta.processes.models import Activity

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


def test_three_formats_hold_the_same_rows(activity: Activity) -> None:
    for place in range(5):
        comment(activity, f"Kommentti; {place}\nja toinen rivi", f"k{place}@example.org")
    assert made(activity).rows == 5
    in_table = table(body(f"{PAGE}comments.csv"))
    assert tuple(in_table[0]) == NAMES
    whole = json.loads(body(f"{PAGE}comments.json"))
    assert [str(row["number"]) for row in whole["comments"]] == [row["number"] for row in in_table]
    assert in_table[2]["text"] == whole["comments"][2]["text"] == "Kommentti; 2\nja toinen rivi"
    assert in_table[0]["section"] == "1"
    book = sheets(body(f"{PAGE}comments.xlsx"))
    assert list(book) == ["comments", "answers", "totals", "codebook", "about"]
    assert book["comments"][0] == list(NAMES)
    assert len(book["comments"]) == 6
    assert ["channel", "paper", "Paperi", "Papper", "Paper"] in book["codebook"]
    assert whole["about"]["licence"] == "https://creativecommons.org/licenses/by/4.0/"
    assert whole["about"]["comments"] == 5


def test_each_row_leads_to_the_page_of_its_comment(activity: Activity) -> None:
    comment(activity, "Aukiolo iltaan asti.")
    made(activity)
    address = table(body(f"{PAGE}comments.csv"))[0]["address"]
    assert address == json.loads(body(f"{PAGE}comments.json"))["comments"][0]["address"]
    assert address.startswith(settings.BASE_ADDRESS)
    assert "Aukiolo iltaan asti." in Client().get(address.removeprefix(settings.BASE_ADDRESS)).content.decode()


@pytest.mark.parametrize("lead", ["=1+1", "+1", "-1", "@A1", "\t=1", "＝1", "|cmd", '=HYPERLINK("http://a")'])
def test_e6_no_cell_begins_a_formula(activity: Activity, lead: str) -> None:
    one = comment(activity)
    Comment.objects.filter(pk=one.pk).update(public_text=lead)
    made(activity)
    assert table(body(f"{PAGE}comments.csv"))[0]["text"] == f"'{lead}"
    assert any(
        f"'{lead.strip()}" in "".join(row) or f"'{lead}" in row
        for row in sheets(body(f"{PAGE}comments.xlsx"))["comments"]
    )


def test_e7_a_sheet_that_is_full_goes_on_in_another(activity: Activity) -> None:
    from yhdyspinta.open_data.exports.workbook import write_workbook

    file = io.BytesIO()
    write_workbook(file, iter([[n] + [""] * (len(NAMES) - 1) for n in range(5)]), [], [], {}, most_rows=2)
    book = sheets(file.getvalue())
    assert [name for name in book if name.startswith("comments")] == ["comments", "comments 2", "comments 3"]
    assert [len(book[name]) for name in ("comments", "comments 2", "comments 3")] == [3, 3, 2]


def _peak(rows: int) -> int:
    """Bytes of memory that making a workbook of so many rows takes at the most."""
    from yhdyspinta.open_data.exports.workbook import write_workbook

    line = [1] + ["Kirjatkaa määräaika vastaukselle."] * (len(NAMES) - 1)
    with TemporaryFile() as file:
        tracemalloc.start()
        write_workbook(file, (list(line) for _ in range(rows)), [], [], {})
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak


def test_e7_memory_does_not_grow_with_the_rows() -> None:
    _peak(10)  # what is imported only once
    few, many = _peak(500), _peak(5_000)
    assert many < few + 1_000_000
    assert many < 20_000_000


def test_e7_a_batch_holds_so_many_rows_and_no_more(activity: Activity) -> None:
    for place in range(3):
        comment(activity, f"Kommentti {place}", f"b{place}@example.org")
    shared = rows.around(activity)
    assert rows.BATCH <= 2_000
    assert [row["number"] for row in rows.batch(activity, shared, after=0, size=2)] == [1, 2]
    assert [row["number"] for row in rows.batch(activity, shared, after=2, size=2)] == [3]
    assert {tuple(row) for row in rows.batch(activity, shared, after=0)} == {NAMES}


def test_e7_a_text_too_long_for_a_cell_says_where_the_rest_is(activity: Activity) -> None:
    one = comment(activity)
    Comment.objects.filter(pk=one.pk).update(public_text="ä" * 40_000)
    made(activity)
    (long,) = [cell for cell in sheets(body(f"{PAGE}comments.xlsx"))["comments"][1] if len(cell) > 1_000]
    assert len(long) == 32_767
    assert long.endswith("[the rest is in the CSV file]")
    assert table(body(f"{PAGE}comments.csv"))[0]["text"] == "ä" * 40_000


def test_e11_nothing_tells_who_wrote_and_masks_are_kept(activity: Activity) -> None:
    one = comment(activity, "Lääkäri Esimerkki erehtyi.", "liisa@example.org")
    Comment.objects.filter(pk=one.pk).update(public_text=f"{MASK_MARK} erehtyi.")
    Sender.objects.update(
        naming="named", display_name="Liisa Lähettäjä", age_group="65_over", email="liisa@example.org"
    )
    comment(activity, "Salainen odottaa.", "odottaja@example.org", waits=True)
    made(activity)
    given = (
        body(f"{PAGE}comments.csv") + body(f"{PAGE}comments.json") + str(sheets(body(f"{PAGE}comments.xlsx"))).encode()
    )
    for word in ("Liisa", "@example.org", "Lääkäri", "Salainen"):
        assert word not in given.decode()
    assert table(body(f"{PAGE}comments.csv"))[0]["text"] == "[…] erehtyi."


def test_e11_no_time_joins_comments_that_were_sent_together(activity: Activity) -> None:
    at = datetime(2026, 3, 4, 22, 41, 37, tzinfo=UTC)
    one = comment(activity, at=at)
    Comment.objects.filter(pk=one.pk).update(edited_at=at + timedelta(seconds=16))
    made(activity)
    given = [body(f"{PAGE}comments.{kind}").decode("utf-8-sig") for kind in ("csv", "json")]
    given.append(str(sheets(body(f"{PAGE}comments.xlsx"))))
    api = f"/api/v1/processes/keski-suomi/toimintamallit/activities/{activity.slug}/comments/"
    given += [Client().get(path).content.decode() for path in (api, f"{api}{one.number}/")]
    given.append(Client().get(f"{PAGE.replace('/data/', '/comment-round/')}feed/").content.decode())
    for told in given:
        assert "2026-03-05" in told  # the day in Helsinki
        assert not re.search("[:.]41[:.](37|53)", told)


def test_what_is_hidden_afterwards_is_given_out_no_more(activity: Activity) -> None:
    one = comment(activity, "Tämä piilotetaan.")
    made(activity)
    assert Client().get(f"{PAGE}comments.csv").status_code == 200
    Comment.objects.filter(pk=one.pk).update(state="hidden")
    Decision.objects.create(comment=one, kind="hide", reason="insult", at=clock.now(), state_before="visible")
    for kind in ("csv", "xlsx", "json"):
        assert Client().get(f"{PAGE}comments.{kind}").status_code == 404
    assert "comments.csv" not in Client().get(PAGE).content.decode()
    tasks.go_on(0)
    assert table(body(f"{PAGE}comments.csv")) == []


def test_what_was_being_hidden_while_the_files_were_begun_is_given_out_no_more(activity: Activity) -> None:
    """E11: the moderator's request came before the files were begun and was done after their comments were read."""
    one = comment(activity, "Tämä piilotetaan.")
    comment(activity, "Tämä jää.", "bo@example.org")
    asked = clock.now()
    early = comment(activity, "Piilotettu jo.", "cai@example.org")
    Comment.objects.filter(pk=early.pk).update(state="hidden")
    Decision.objects.create(comment=early, kind="hide", reason="insult", at=asked, state_before="visible")
    made(activity)
    assert len(table(body(f"{PAGE}comments.csv"))) == 2  # what was hidden by then takes nothing back
    Comment.objects.filter(pk=one.pk).update(state="hidden")
    Decision.objects.create(comment=one, kind="hide", reason="insult", at=asked, state_before="visible")
    assert Client().get(f"{PAGE}comments.json").status_code == 404
    tasks.go_on(0)
    assert [row["text"] for row in table(body(f"{PAGE}comments.csv"))] == ["Tämä jää."]


def test_p3_a_draft_gives_nothing_to_anybody(activity: Activity) -> None:
    made(activity)
    coordinator = factories.signed_in(factories.staff(activity.process.owner))
    activity.process.published_at = None
    activity.process.save()
    for client in (Client(), coordinator):
        for path in (PAGE, f"{PAGE}comments.csv", f"{PAGE}dataset.jsonld"):
            assert client.get(path).status_code == 404


def test_a_catalogue_describes_the_rounds(activity: Activity, django_assert_max_num_queries) -> None:
    comment(activity)
    made(activity)
    with django_assert_max_num_queries(8):
        told = json.loads(Client().get("/keski-suomi/fi/open-data/catalogue.jsonld").content)
    (dataset,) = told["dcat:dataset"]
    assert {"@language": "sv", "@value": "Kommentarer och svar: Verksamhetsmodeller"} in dataset["dct:title"]
    formats = [one["dct:format"]["@id"].rsplit("/", 1)[-1] for one in dataset["dcat:distribution"]]
    assert formats == ["CSV", "XLSX", "JSON", "JSON"]  # the last is the interface
    own = json.loads(Client().get(f"{PAGE}dataset.jsonld").content)
    assert own["@id"] == dataset["@id"]
    for one in dataset["dcat:distribution"][:3]:
        assert body(one["dcat:downloadURL"]["@id"].removeprefix("http://localhost:8000"))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_pages_open_in_three_languages(activity: Activity, language: str, django_assert_max_num_queries) -> None:
    made(activity)
    for path in ("open-data/", "processes/toimintamallit/data/kommentointi/"):
        with django_assert_max_num_queries(10):
            assert Client().get(f"/keski-suomi/{language}/{path}").status_code == 200


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "Julkaistut kommentit, vanhin ensin."), ("sv", "De publicerade kommentarerna, den äldsta först.")],
)
def test_what_the_api_gives_is_told_in_the_language_of_the_page(activity: Activity, language: str, words: str) -> None:
    page = Client().get(f"/keski-suomi/{language}/open-data/").content.decode()
    assert words in page
    assert "the oldest first" not in page
    assert "the oldest first" in Client().get("/api/v1/openapi.json").content.decode()
