"""Comments as a spreadsheet: the template out, every mistake told, everything in at once, the same file once."""

import io
import re
import time
import tracemalloc
import zipfile
from datetime import timedelta

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.intake import actions
from yhdyspinta.intake.codes import round_code
from yhdyspinta.intake.importing.cells import column_letters, column_number, rows_of
from yhdyspinta.intake.importing.columns import day_of
from yhdyspinta.intake.importing.values import Unknown
from yhdyspinta.intake.models import EarlierRound, Mapping, Upload
from yhdyspinta.intake.upload_forms import means
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, SearchEntry
from yhdyspinta.ui import dates
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
ROUND = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/intake/"
HEADS = ["Paperin numero", "Kohdan tunnus", "Kommentti", "Saapumispäivä", "Ominaisuus", "Kotikunta", "Kanava"]


@pytest.fixture
def activity(section):
    return section.version.document.activity


def book(*rows):
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        day = made.add_format({"num_format": "d.m.yyyy"})
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if hasattr(value, "year"):
                    sheet.write_datetime(number, column, value, day)
                else:
                    sheet.write(number, column, value)
    return kept.getvalue()


def send(client, content, name="lomakkeet.xlsx", where="files/", **more):
    return client.post(ROUND + where, {"file": SimpleUploadedFile(name, content), "language": "fi", **more})


def today():
    return dates.in_helsinki(clock.now() - timedelta(days=1)).date()


def right(*more):
    return book(
        HEADS,
        ["1", "A1", "Ensimmäinen.", today(), "Asukas", "Jyväskylä", "paper"],
        ["1", "A2", "Toinen.", today(), "Asukas", "Jyväskylä", "paper"],
        ["2", "a", "Soita 040 123 4567.", today(), "resident, volunteer", "", "Puhelin"],
        *more,
    )


def test_the_template_of_a_round_comes_back_filled(bertta, activity):
    client = signed_in(bertta)
    out = client.get(ROUND + "files/template.xlsx")
    assert out["Content-Disposition"].endswith('-fi.xlsx"')
    rows = rows_of(out.content, "template.xlsx")
    assert "Kohdan tunnus" in rows[2]
    names = zipfile.ZipFile(io.BytesIO(out.content)).namelist()
    assert sum(name.startswith("xl/worksheets/sheet") for name in names) == 4


def test_mistakes_are_told_and_nothing_is_stored_until_all_is_mended(bertta, activity):
    client = signed_in(bertta)
    wrong = book(
        HEADS,
        ["1", "A1", "Oikea rivi.", today(), "Asukas", "Jyväskylä", "paper"],
        ["2", "Z9", "Väärä kohta.", "31.2.2026", "Kuningas", "Olematon", "kyyhkynen"],
        ["1", "A2", "Toinen kanava.", today(), "Asukas", "Jyväskylä", "event"],
        ["", "A1", "", "1.1.1999", "", "", ""],
        ["", "A1", "x" * 10_001, "", "", "", ""],
    )
    page = client.get(send(client, wrong).url).content.decode()
    for place in ("B", "D", "E", "F", "G", "C"):
        assert f">{place}</td>" in page
    assert ">3</td>" in page
    assert "”Kuningas” ei käy tähän sarakkeeseen. Sopivat arvot ovat kierroksen pohjan välilehdellä Arvot." in page
    upload = Upload.objects.get()
    listed = client.get(f"{ROUND}files/{upload.pk}/mistakes.csv").getvalue().decode()
    assert listed.count("\r\n") == page.split("<tbody>")[1].count("<tr>") + 1
    with pytest.raises(Refusal, match="file_has_mistakes"):
        actions.import_upload(actor=bertta, upload=upload, at=clock.now())
    assert not Receipt.objects.exists()
    mended = send(client, right())
    assert "Tiedostosta" not in client.get(mended.url).content.decode()
    assert client.post(mended.url + "import/").status_code == 302
    assert Comment.objects.count() == 3


def test_a_file_is_brought_in_at_once_and_once(bertta, activity, section):
    client = signed_in(bertta)
    file = right()
    path = send(client, file).url
    shown = client.get(path).content.decode()
    assert "Ensimmäinen." in shown
    assert not Receipt.objects.exists()
    assert client.post(path + "import/").status_code == 302
    assert client.post(path + "import/").status_code == 302
    assert send(client, file).url == path
    done = client.get(path).content.decode()
    upload = Upload.objects.get()
    assert (upload.sender_count, upload.comment_count, upload.waiting_count, upload.rows) == (2, 3, 1, [])
    assert "Tuotu" in done
    row = Activity.objects.get()
    assert (row.comment_count, row.sender_count, row.waiting_count, row.due_count, row.last_comment_number) == (
        2,
        1,
        1,
        2,
        3,
    )
    section.thread.refresh_from_db()
    assert section.thread.visible_count == 1
    assert sorted(Comment.objects.values_list("channel", flat=True)) == ["paper", "paper", "phone"]
    assert Sender.objects.get(municipality__isnull=False).capacities == ["resident"]
    assert SearchEntry.objects.filter(kind="comment").count() == 2
    assert Person.objects.filter(is_guest=True).count() == 2


def test_d6_health_words_of_a_file_wait_for_a_check(bertta, activity):
    client = signed_in(bertta)
    told = (
        "Minulla on diabetes.",
        "Jag fick cancer.",
        "Since my surgery it is far.",
        "Matka terveyskeskukseen on pitkä.",
    )
    rows = [[str(place), "A1", text, today(), "Asukas", "", ""] for place, text in enumerate(told)]
    client.post(send(client, book(HEADS, *rows)).url + "import/")
    found = dict(Comment.objects.values_list("text", "state"))
    assert found == dict(zip(told, ("waiting", "waiting", "waiting", "visible"), strict=True))
    assert set(SearchEntry.objects.filter(kind="comment").values_list("text", flat=True)) == {told[3]}


def test_a_longer_file_later_brings_only_what_is_new(bertta, activity):
    client = signed_in(bertta)
    client.post(send(client, right()).url + "import/")
    path = send(client, right(["3", "A3", "Uusi.", today(), "", "", ""])).url
    assert "Uusi." in client.get(path).content.decode()
    client.post(path + "import/")
    latest = Upload.objects.latest("pk")
    assert (latest.comment_count, latest.left_out_count) == (1, 2)
    assert Comment.objects.count() == 4


def test_a_second_typists_papers_with_the_same_numbers_are_told_and_not_dropped(bertta, activity):
    client = signed_in(bertta)
    client.post(send(client, right()).url + "import/")
    others = [["1", "A1", "Toisen kirjaajan paperi.", today(), "", "", ""], ["3", "A1", "Kolmas.", today(), "", "", ""]]
    path = send(client, book(HEADS, *others)).url
    page = client.get(path).content.decode()
    assert "on jo tuotu muita sanoja" in page
    assert ">2</td>" in page
    assert client.post(path + "import/").status_code == 422
    assert Comment.objects.count() == 3
    one = Comment.objects.get(text="Ensimmäinen.")
    actions.edit_for_sender(actor=bertta, comment=one, text="Muutettu.", revision=1, at=clock.now())
    same = client.get(send(client, right(["4", "A1", "Uusi.", today(), "", "", ""])).url)
    assert (same.context["problem_count"], same.context["comments"]) == (0, 1)


def test_the_same_words_of_another_part_under_a_known_number_are_told_and_not_dropped(bertta, activity):
    client = signed_in(bertta)
    client.post(send(client, book(HEADS, ["1", "A1", "Hyvä.", today(), "", "", ""])).url + "import/")
    path = send(client, book(HEADS, ["1", "A3", "Hyvä.", today(), "", "", ""])).url
    assert client.get(path).context["problem_count"] == 1
    assert client.post(path + "import/").status_code == 422
    again = client.get(
        send(
            client, book(HEADS, ["1", "A1", "Hyvä.", today(), "", "", ""], ["2", "A3", "Hyvä.", today(), "", "", ""])
        ).url
    )
    assert (again.context["problem_count"], again.context["comments"]) == (0, 1)


def test_the_same_rows_saved_anew_are_warned_of(bertta, activity):
    client = signed_in(bertta)
    bare = [["", "A1", f"Rivi {number}.", today(), "", "", ""] for number in range(3)]
    client.post(send(client, book(HEADS, *bare)).url + "import/")
    again = client.get(send(client, book(HEADS, *bare, ["", "A1", "Uusi.", today(), "", "", ""])).url)
    assert again.context["repeated"] == 3
    assert "Tiedoston 3 rivillä sanotaan sama" in again.content.decode()


def test_another_rounds_template_and_odd_files_are_refused(bertta, activity):
    client = signed_in(bertta)
    row = ["1", "A1", "Teksti.", today(), "", "", ""]
    other = client.get(send(client, book(["Kierros"], ["R999999-R"], HEADS, row)).url).content.decode()
    assert "kierrokselle R999999-R" in other
    slip = client.get(send(client, book(["Kierros"], ["R999998-R"], HEADS, row)).url).content.decode()
    assert "”R999998-R” ei ole minkään kierroksen tunnus" in slip
    assert round_code(activity) in slip
    fine = client.get(send(client, book(["Rakennus-asiat"], [round_code(activity).lower()], HEADS, row)).url)
    assert fine.context["problem_count"] == 0
    assert "Kohdan tunnus" in client.get(send(client, book(["Jotain"], ["muuta"])).url).content.decode()
    for name, content in (
        ("a.xlsx", b"PK\x03\x04 broken"), ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600), ("a.csv", b"\r\n\r\n"),
        ("a.docx", b"x"), ("a.xlsx", b""), ("a.xlsx", _bomb()),
    ):  # fmt: skip
        assert send(client, content, name).status_code in {413, 415, 422}, name
    assert client.post(ROUND + "files/", {"language": "fi"}).status_code == 422


def _bomb():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "spreadsheetml.sheet.main+xml")
        package.writestr("xl/workbook.xml", " " * 60_000_000)
    return kept.getvalue()


def test_e4_o7_one_long_text_named_by_many_cells_is_refused_before_it_fills_the_memory(bertta, activity):
    content = book(HEADS, *([str(row), *(["x" * 32_767] * 19)] for row in range(60)))
    assert len(content) < 100_000
    response = send(signed_in(bertta), content)
    assert response.status_code == 422
    assert "enemmän tekstiä" in response.content.decode()
    assert not Upload.objects.exists()


def test_e4_a_small_file_of_300_megabytes_is_refused_at_once_in_little_memory():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("[Content_Types].xml", "spreadsheetml.sheet.main+xml")
        for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"):
            with package.open(name, "w") as part:
                for _ in range(100):
                    part.write(b" " * 1_000_000)
    assert len(kept.getvalue()) < 2_000_000
    began = time.monotonic()
    tracemalloc.start()
    with pytest.raises(Refusal):
        rows_of(kept.getvalue(), "a.xlsx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.monotonic() - began < 1
    assert peak < 100_000_000


def test_cells_are_read_as_they_are_seen():
    assert rows_of('\ufeffa;b\r\n"x;y";2\r\n'.encode(), "a.csv") == [["a", "b"], ["x;y", "2"]]
    assert rows_of("a,b\nå,2\n".encode("cp1252"), "a.csv") == [["a", "b"], ["å", "2"]]
    assert rows_of(book(["a"], [], [1, 2.5, True]), "a.xlsx") == [["a"], [], ["1", "2.5", "1"]]
    assert [column_letters(number) for number in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
    assert column_number("AAA") == 703
    assert [str(day_of(said)) for said in ("46270", "5.9.2026", "2026-09-05T12:00", "2026/09/05 9.00", "9/5/2026")] == [
        "2026-09-05", "2026-09-05", "2026-09-05", "2026-09-05", "None",
    ]  # fmt: skip


def survey():
    return book(
        ["Vastaaja", "Aika", "Kuka olet", "Mitä mieltä kohdasta 1?", "Muuta", "Kohta"],
        ["a1", "2025-10-01 10:00", "Asukas", "Hyvä kohta.", "Kiitos.", "Kohta 2 (fi)"],
        ["a2", "", "Marsilainen", "", "Ei sanottavaa.", ""],
        ["a3", "", "", "", "", ""],
    )


def test_a_round_held_elsewhere_is_brought_in_and_can_be_answered(bertta, last_year):
    client = signed_in(bertta)
    file = survey()
    path = send(client, file, "kysely.xlsx", "earlier/").url
    page = client.get(path).content.decode()
    assert "Hyvä kohta." in page
    mapped = {
        "role_0": "id", "role_1": "date", "role_2": "capacity", "role_3": "text", "part_3": "A1", "role_4": "text",
        "role_5": "section", "language": "fi", "place": "", "name": "Kyselytyökalu",
    }  # fmt: skip
    assert client.post(path, mapped).url.endswith("#values")  # what is a Martian?
    shown = client.get(path.replace("columns/", "")).content.decode()
    assert re.search(r">3</td><td[^>]*>F</td>", shown)  # the row that tells no part
    unknown = Unknown("capacity", "Marsilainen", 1)
    answer = client.post(path, {**mapped, "place": "A", means(unknown): "other"})
    shown = client.get(answer.url).content.decode()
    assert "Kiitos." in shown
    assert client.post(answer.url + "import/").status_code == 302
    assert Mapping.objects.get().name == "Kyselytyökalu"
    row = Activity.objects.get()
    assert (row.comment_count, row.sender_count, row.due_count) == (3, 2, 3)
    assert set(Comment.objects.values_list("channel", flat=True)) == {"elsewhere"}
    assert Sender.objects.get(capacities=["other"])
    assert (
        client.get("/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/answers/").status_code == 200
    )
    again = send(client, file, "kysely.xlsx", "earlier/")
    assert again.url == answer.url


def test_a_kept_choice_of_columns_begins_the_next_file(bertta, last_year):
    client = signed_in(bertta)
    path = send(client, survey(), "kysely.xlsx", "earlier/").url
    client.post(path, {"role_3": "text", "part_3": "A1", "language": "fi", "name": "Meidän kysely"})
    csv = "Mitä mieltä kohdasta 1?;Toinen\r\nToinen vuosi.;x\r\n".encode()
    other = send(client, csv, "kysely.csv", "earlier/").url
    page = client.get(f"{other}?from={Mapping.objects.get().pk}").content.decode()
    assert '<option value="text" selected' in page.split("Toinen vuosi.")[-1].split("</section>")[0]
    assert client.get(f"{other}?from=999999").status_code == 404


def test_only_a_round_held_elsewhere_takes_such_a_file(bertta, activity, section):
    now = clock.now()
    with pytest.raises(Refusal, match="not_an_earlier_round"):
        actions.upload_file(
            actor=bertta, activity=activity, kind="earlier", content=survey(), file_name="a.xlsx", language="fi", at=now
        )
    past = {"opened_at": now - timedelta(days=9), "closed_at": now - timedelta(days=8)}
    with pytest.raises(Refusal, match="round_is_used"):
        actions.declare_earlier(actor=bertta, activity=activity, source="x", at=now, **past)
    with pytest.raises(Refusal, match="not_in_the_past"):
        actions.declare_earlier(
            actor=bertta, activity=activity, source="x", at=now, opened_at=now, closed_at=now + timedelta(days=1)
        )
    assert not EarlierRound.objects.exists()


def test_the_page_of_a_file_asks_no_more_than_a_staff_page_may(bertta, activity, django_assert_max_num_queries):
    client = signed_in(bertta)
    path = send(client, right()).url
    with django_assert_max_num_queries(15):
        assert client.get(path).status_code == 200
