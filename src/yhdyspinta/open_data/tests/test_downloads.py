"""The downloads of a round: the same rows in three formats, nothing of people, and made to the end whatever dies."""

import csv
import errno
import io
import json
import re
import shutil
import tracemalloc
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryFile
from uuid import uuid4

import pytest
from defusedxml.ElementTree import fromstring
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.moderation.models import Decision
from yhdyspinta.open_data import tasks
from yhdyspinta.open_data.actions import order_files, remove_old_files
from yhdyspinta.open_data.exports import building, files, rows
from yhdyspinta.open_data.exports.columns import NAMES
from yhdyspinta.open_data.models import DataChange, Export
from yhdyspinta.open_data.tests.conftest import comment, section
from yhdyspinta.processes.models import Activity

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
PAGE = "/keski-suomi/fi/processes/toimintamallit/data/kommentointi/"
XML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def made(activity: Activity) -> Export:
    export = order_files(actor=None, activity=activity, at=clock.now())
    building.build(export.pk, worker=uuid4())
    export.refresh_from_db()
    return export


def body(path: str) -> bytes:
    response = Client().get(path)
    assert response.status_code == 200
    assert "attachment" in response.headers["Content-Disposition"]
    return b"".join(response.streaming_content)


def table(text: bytes) -> list[dict[str, str]]:
    assert text.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";"))


def sheets(text: bytes) -> dict[str, list[list[str]]]:
    """What stands in each sheet, as text."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(text)) as archive:
        names = [one.get("name") for one in fromstring(archive.read("xl/workbook.xml")).iter(f"{XML}sheet")]
        for place, name in enumerate(names, 1):
            sheet = fromstring(archive.read(f"xl/worksheets/sheet{place}.xml"))
            assert not list(sheet.iter(f"{XML}f")), "a formula"
            found[name] = [["".join(cell.itertext()) for cell in row] for row in sheet.iter(f"{XML}row")]
    return found


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
    assert [row[0] for row in rows.batch(activity, shared, after=0, size=2)] == [1, 2]
    assert [row[0] for row in rows.batch(activity, shared, after=2, size=2)] == [3]


def test_e7_a_text_too_long_for_a_cell_says_where_the_rest_is(activity: Activity) -> None:
    one = comment(activity)
    Comment.objects.filter(pk=one.pk).update(public_text="ä" * 40_000)
    made(activity)
    (long,) = [cell for cell in sheets(body(f"{PAGE}comments.xlsx"))["comments"][1] if len(cell) > 1_000]
    assert len(long) == 32_767
    assert long.endswith("[the rest is in the CSV file]")
    assert table(body(f"{PAGE}comments.csv"))[0]["text"] == "ä" * 40_000


def test_e9_no_two_exports_share_a_file(activity: Activity, store: Path) -> None:
    other = factories.activity(factories.process(activity.process.owner, slug="toinen"))
    comment(activity, "Vain ensimmäisessä.")
    first, second = made(activity), made(other)
    assert first.folder != second.folder
    assert all(re.fullmatch("[0-9a-f]{32}", one.folder) for one in (first, second))
    assert "Vain ensimmäisessä." not in files.file_of(second.folder, "csv").read_text()
    with pytest.raises(IntegrityError), transaction.atomic():
        Export.objects.create(activity=other, folder=first.folder, asked_at=clock.now())


def test_e9_who_write_one_file_at_once_leave_one_whole(tmp_path: Path) -> None:
    def write(letter: str) -> None:
        with files.written(tmp_path / "comments.csv") as file:
            for _ in range(50):
                file.write(letter.encode() * 1_000)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, "abcdefgh"))
    kept = (tmp_path / "comments.csv").read_text()
    assert (len(kept), len(set(kept))) == (50_000, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["comments.csv"]


def test_f5_a_full_disk_is_waited_out(activity: Activity, monkeypatch) -> None:
    for place in range(5):
        comment(activity, f"Kommentti {place}", f"d{place}@example.org")
    monkeypatch.setattr(building, "batch", lambda *a, after: rows.batch(*a, after=after, size=2))
    real = files.write_part

    def full(folder: Path, number: int, given) -> None:
        if number == 2:
            raise OSError(errno.ENOSPC, "no room")
        real(folder, number, given)

    export = order_files(actor=None, activity=activity, at=clock.now())
    with monkeypatch.context() as disk:
        disk.setattr(files, "write_part", full)
        with pytest.raises(OSError, match="no room"):
            building.build(export.pk, worker=uuid4())
    assert Client().get(PAGE).status_code == 200
    assert Client().get(f"{PAGE}comments.csv").status_code == 404
    Export.objects.update(touched_at=clock.now() - building.STALLED - timedelta(seconds=1))
    tasks.go_on(0)
    assert [row["number"] for row in table(body(f"{PAGE}comments.csv"))] == ["1", "2", "3", "4", "5"]


def test_f5_a_lost_file_store_has_its_page(activity: Activity, store: Path) -> None:
    made(activity)
    shutil.rmtree(store)
    assert Client().get(PAGE).status_code == 200
    assert Client().get(f"{PAGE}comments.csv").status_code == 404


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


def test_f3_another_worker_goes_on_where_one_died(activity: Activity, monkeypatch) -> None:
    """What was done is not done again, and no row is missing or doubled."""
    monkeypatch.setattr(rows, "BATCH", 2)
    monkeypatch.setattr(building, "batch", lambda *a, after: rows.batch(*a, after=after, size=2))
    who = factories.person()
    for place in range(7):
        factories.comment(who, section(activity), f"Kommentti {place}.")
    export = order_files(actor=None, activity=activity, at=clock.now())
    kept, calls = building._keep, []

    def dying(one: Export, **values) -> None:
        calls.append(values)
        if values.get("parts") == 3:  # the part is written, its place is not
            raise KeyboardInterrupt
        kept(one, **values)

    monkeypatch.setattr(building, "_keep", dying)
    with pytest.raises(KeyboardInterrupt):
        building.build(export.pk, worker=uuid4())
    monkeypatch.setattr(building, "_keep", kept)
    building.build(export.pk, worker=uuid4())
    assert Export.objects.get().state == "running"  # the dead one may still be alive
    Export.objects.update(touched_at=clock.now() - building.STALLED - timedelta(seconds=1))
    tasks.go_on(0)
    export.refresh_from_db()
    assert (export.state, export.tries, export.parts, export.rows) == ("ready", 2, 4, 7)
    assert len({row["number"] for row in table(body(f"{PAGE}comments.csv"))}) == 7
    assert not list(files.folder_of(export.folder).glob("part-*"))


def test_f3_after_an_upgrade_no_file_has_rows_of_two_versions(activity: Activity, monkeypatch) -> None:
    """The worker that died had one column less: whoever goes on begins anew, and reads what has changed since."""
    monkeypatch.setattr(building, "batch", lambda *a, after: rows.batch(*a, after=after, size=2))
    for place in range(5):
        comment(activity, f"Kommentti {place}", f"v{place}@example.org")
    export = order_files(actor=None, activity=activity, at=clock.now())
    kept = building._keep

    def dying(one: Export, **values) -> None:
        if values.get("parts") == 3:
            raise KeyboardInterrupt
        kept(one, **values)

    with monkeypatch.context() as older:
        older.setattr(files, "NAMES", NAMES[:-1])
        older.setattr(building, "batch", lambda *a, after: [row[:-1] for row in rows.batch(*a, after=after, size=2)])
        older.setattr(building, "_keep", dying)
        with pytest.raises(KeyboardInterrupt):
            building.build(export.pk, worker=uuid4())
    former = Export.objects.get()
    assert former.parts == 2
    Comment.objects.filter(number=1).update(public_text="Uudet sanat")
    Export.objects.update(touched_at=clock.now() - building.STALLED - timedelta(seconds=1))
    tasks.go_on(0)
    export.refresh_from_db()
    assert (export.state, export.parts, export.rows) == ("ready", 3, 5)
    lines = list(csv.reader(io.StringIO(body(f"{PAGE}comments.csv").decode("utf-8-sig"), newline=""), delimiter=";"))
    assert {len(line) for line in lines} == {len(NAMES)}
    in_json = json.loads(body(f"{PAGE}comments.json"))["comments"]
    assert [(row["number"], set(row) == set(NAMES)) for row in in_json] == [(number, True) for number in range(1, 6)]
    assert in_json[0]["text"] == "Uudet sanat"
    assert [path.name for path in files.folder_of("").iterdir()] == [export.folder]


def test_f4_what_always_fails_is_given_up_and_told(activity: Activity, monkeypatch) -> None:
    export = order_files(actor=None, activity=activity, at=clock.now())

    def broken(*_args) -> None:
        raise RuntimeError

    monkeypatch.setattr(building, "write_parts", broken)
    for _ in range(building.MOST_TRIES):
        with pytest.raises(RuntimeError):
            building.build(export.pk, worker=uuid4())
        Export.objects.update(touched_at=None)
    building.build(export.pk, worker=uuid4())
    assert Export.objects.get().state == "failed"
    assert "ei onnistunut" in Client().get(PAGE).content.decode()


def test_one_that_was_taken_over_stops(activity: Activity) -> None:
    comment(activity)
    export = order_files(actor=None, activity=activity, at=clock.now())
    mine = Export.objects.get(pk=export.pk)
    mine.worker = uuid4()
    Export.objects.update(worker=uuid4(), state="running")
    with pytest.raises(building.TakenOver):
        building._keep(mine, parts=9)
    assert Export.objects.get().parts == 0


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


def test_o7_asking_twice_makes_one(activity: Activity) -> None:
    page = Client()
    assert page.get(PAGE).status_code == 200
    for _ in range(3):
        assert page.post(PAGE).status_code == 302
    assert Export.objects.count() == 1
    assert "tehdään" in page.get(PAGE).content.decode()
    building.build(Export.objects.get().pk, worker=uuid4())
    page.post(PAGE)
    assert Export.objects.count() == 1
    Export.objects.update(began_at=clock.now() - timedelta(hours=2))
    page.post(PAGE)
    assert Export.objects.count() == 2


def test_p3_a_draft_gives_nothing_to_anybody(activity: Activity) -> None:
    made(activity)
    coordinator = factories.signed_in(factories.staff(activity.process.owner))
    activity.process.published_at = None
    activity.process.save()
    for client in (Client(), coordinator):
        for path in (PAGE, f"{PAGE}comments.csv", f"{PAGE}dataset.jsonld"):
            assert client.get(path).status_code == 404


def test_old_files_go_and_the_newest_stay(activity: Activity) -> None:
    first = made(activity)
    Export.objects.update(began_at=clock.now() - timedelta(hours=2))
    second = made(activity)
    assert remove_old_files(at=clock.now()).total() == 1
    assert not files.folder_of(first.folder).exists()
    assert files.file_of(second.folder, "csv").exists()
    Export.objects.update(asked_at=clock.now() - timedelta(days=400), began_at=clock.now() - timedelta(days=400))
    assert remove_old_files(at=clock.now()).total() == 0
    assert files.file_of(second.folder, "csv").exists()


def test_a_lost_file_store_and_what_is_left_of_a_round_that_is_gone_are_cleared(activity: Activity, store) -> None:
    lost = made(activity)
    files.file_of(lost.folder, "json").unlink()
    left = files.folder_of("0" * 32)
    left.mkdir()
    DataChange.objects.create(activity_id=activity.pk + 1, deed=1)
    assert remove_old_files(at=clock.now()).total() == 1
    assert not left.exists()
    assert not DataChange.objects.exists()


def test_a_catalogue_describes_the_rounds(activity: Activity, django_assert_max_num_queries) -> None:
    comment(activity)
    made(activity)
    with django_assert_max_num_queries(8):
        told = json.loads(Client().get("/keski-suomi/fi/open-data/catalogue.jsonld").content)
    (dataset,) = told["dcat:dataset"]
    assert {"@language": "sv", "@value": "Kommentarer och svar: Verksamhetsmodeller"} in dataset["dct:title"]
    assert [one["dct:title"] for one in dataset["dcat:distribution"]] == [
        "comments.csv", "comments.xlsx", "comments.json", "API v1",
    ]  # fmt: skip
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
