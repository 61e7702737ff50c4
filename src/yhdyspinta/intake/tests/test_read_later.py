"""A spreadsheet that takes long to read is kept as it came and read by the worker: no request reads for seconds."""

import io
import zipfile

import pytest

from tests.factories import signed_in
from tests.work import work_within
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.importing import archives
from yhdyspinta.intake import actions, working
from yhdyspinta.intake.importing import cells, sheets, weights
from yhdyspinta.intake.models import Upload, UploadContent
from yhdyspinta.intake.tests.test_files import ROUND, activity, book, right, send, today  # noqa: F401
from yhdyspinta.intake.tests.test_long_files import HEADS
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def _every_file_is_heavy(monkeypatch):
    monkeypatch.setattr(weights, "LIGHT", 10)


def large(rows):
    """A book of so many rows of twenty cells, quickly made."""
    cell = '<c t="inlineStr"><is><t>{:x}</t></is></c>'
    cells = ("".join(cell.format(row * column * 7919) for column in range(20)) for row in range(rows))
    whole = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(HEADS))) as plain, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name in plain.namelist():
            is_sheet = name == "xl/worksheets/sheet1.xml"
            sheet = whole.format("".join(f"<row>{one}</row>" for one in cells)) if is_sheet else plain.read(name)
            package.writestr(name, sheet)
    return made.getvalue()


def test_the_largest_file_costs_its_sender_no_wait(bertta, activity):
    content = large(8_000)
    with work_within(1):
        upload = actions.upload_file(
            actor=bertta, activity=activity, kind=Upload.Kind.TEMPLATE, content=content, file_name="a.xlsx",
            language="fi", at=clock.now(),
        )  # fmt: skip
    assert (upload.work, upload.rows, upload.row_count) == ("read", [], 8_000)


@pytest.mark.usefixtures("_every_file_is_heavy")
def test_a_heavy_file_is_read_by_the_worker_and_then_looked_at(bertta, activity):
    client = signed_in(bertta)
    file = right()
    path = send(client, file).url
    upload = Upload.objects.get()
    page = client.get(path).content.decode()
    assert "Tiedostoa luetaan" in page
    assert "<b>0&nbsp;/&nbsp;4</b> riviä luettu" in page
    assert "Luetaan" in client.get(f"{ROUND}files/").content.decode()
    for ask in (actions.ask_to_import, actions.import_upload):
        with pytest.raises(Refusal, match="file_is_being_read"):
            ask(actor=bertta, upload=upload, at=clock.now())
    assert send(client, file).url == path
    working.work_on(upload.pk)
    assert "Ensimmäinen." in client.get(path).content.decode()
    assert not UploadContent.objects.exists()
    assert client.post(path + "import/").status_code == 302
    assert Comment.objects.count() == 3


@pytest.mark.usefixtures("_every_file_is_heavy")
def test_how_far_the_reading_is_can_be_seen(bertta, activity, monkeypatch):
    monkeypatch.setattr(cells, "_TOLD_EVERY", 1)
    send(signed_in(bertta), right())
    told = []
    monkeypatch.setattr(working, "tell_progress", lambda _pk, row, **_at: told.append(row))
    working.work_on(Upload.objects.get().pk)
    assert told[:4] == [1, 2, 3, 4]


@pytest.mark.usefixtures("_every_file_is_heavy")
@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "Tiedostossa voi olla 3 riviä"), ("sv", "En fil kan ha 3 rader"), ("en", "A file can have 3 rows")],
)
def test_i5_o7_what_cannot_be_read_is_told_and_not_kept(bertta, activity, monkeypatch, language, words):
    """The limits of a hostile file hold where the worker reads it, too."""
    monkeypatch.setattr(cells, "MOST_ROWS", 3)
    client = signed_in(bertta)
    rows = [[str(n), "A1", "Sanat.", today()] for n in range(20)]
    path = send(client, book(HEADS[:4], *rows)).url.replace("/fi/", f"/{language}/")
    upload = Upload.objects.get()
    working.work_on(upload.pk)
    assert words in client.get(path).content.decode()
    assert not UploadContent.objects.exists()
    upload.refresh_from_db()
    assert (upload.work, upload.rows, upload.row_count) == ("", [], 0)
    with pytest.raises(Refusal, match="file_has_mistakes"):
        actions.import_upload(actor=bertta, upload=upload, at=clock.now())


@pytest.mark.usefixtures("_every_file_is_heavy")
def test_i5_what_is_seen_without_reading_is_refused_at_the_field(bertta, activity, monkeypatch):
    client = signed_in(bertta)
    monkeypatch.setattr(weights, "MOST_ELEMENTS", 20)
    assert send(client, right()).status_code == 422
    monkeypatch.undo()
    assert send(client, b"no book", "a.xlsx").status_code == 422
    kept = io.BytesIO(right())
    with zipfile.ZipFile(kept, "a") as package:
        package.writestr("xl/vbaProject.bin", b"macro")
    assert send(client, kept.getvalue()).status_code == 422
    assert not Upload.objects.exists()


@pytest.mark.usefixtures("_every_file_is_heavy")
def test_f3_a_file_that_the_worker_dies_of_is_given_up_and_let_go(bertta, activity, monkeypatch):
    send(signed_in(bertta), right())
    upload = Upload.objects.get()
    monkeypatch.setattr(sheets, "rows_of", lambda *_given, **_more: 1 / 0)
    for _turn in range(3):
        with pytest.raises(ZeroDivisionError):
            working.work_on(upload.pk)
    working.work_on(upload.pk)
    upload.refresh_from_db()
    assert (upload.work, upload.found) == ("", {"refusal": "file_work_failed"})
    assert not UploadContent.objects.exists()


@pytest.mark.usefixtures("_every_file_is_heavy")
def test_a_file_thrown_away_meanwhile_is_read_by_nobody(bertta, activity, monkeypatch):
    client = signed_in(bertta)
    path = send(client, right()).url
    upload = Upload.objects.get()

    def while_reading(*_given, **_more):
        client.post(path + "discard/")
        return [HEADS]

    monkeypatch.setattr(sheets, "rows_of", while_reading)
    working.work_on(upload.pk)
    working.work_on(upload.pk)
    assert not Upload.objects.exists()


@pytest.mark.usefixtures("_every_file_is_heavy")
def test_the_columns_of_an_old_round_are_asked_for_when_its_file_has_been_read(bertta, last_year):
    client = signed_in(bertta)
    path = send(client, book(["Vastaus", "Kunta"], ["Sanottua.", "Jyväskylä"]), where="earlier/").url
    upload = Upload.objects.get()
    columns = f"{path}columns/"
    assert "Tiedostoa luetaan" in client.get(columns, follow=True).content.decode()
    with pytest.raises(Refusal, match="file_is_being_read"):
        actions.map_columns(actor=bertta, upload=upload, choices={}, name="", at=clock.now())
    working.work_on(upload.pk)
    assert client.get(path).url == columns
    assert "Sanottua." in client.get(columns).content.decode()
    upload.refresh_from_db()
    given = {"columns": {"Vastaus": {"role": "text", "place": "A1"}, "Kunta": {"role": ""}}, "language": "fi"}
    actions.map_columns(actor=bertta, upload=upload, choices=given, name="", at=clock.now())
    mended = send(client, book(["Vastaus", "Kunta"], ["Muuta.", "Muurame"]), where="earlier/").url
    working.work_on(Upload.objects.get(pk=mended.rstrip("/").rsplit("/", 1)[1]).pk)
    assert "Muuta." in client.get(mended).content.decode()  # the same headings: nobody is asked again


@pytest.mark.usefixtures("_every_file_is_heavy")
def test_p2_columns_are_not_taken_for_whoever_lost_the_role(bertta, last_year):
    client = signed_in(bertta)
    for words in ("Sanottua.", "Muuta."):
        send(client, book(["Vastaus"], [words]), where="earlier/")
        upload = Upload.objects.latest("pk")
        if words == "Muuta.":
            Person.objects.get(pk=bertta.pk).role_grants.update(ended_at=clock.now())
        working.work_on(upload.pk)
        if words == "Sanottua.":
            upload.refresh_from_db()
            given = {"columns": {"Vastaus": {"role": "text", "place": "A1"}}, "language": "fi"}
            actions.map_columns(actor=bertta, upload=upload, choices=given, name="", at=clock.now())
    upload.refresh_from_db()
    assert upload.rows == [["Vastaus"], ["Muuta."]]
    assert "columns" not in upload.choices


def test_small_files_and_plain_text_are_read_at_once(bertta, activity):
    assert weights.rows_to_read(right(), "a.xlsx") == 0
    assert weights.rows_to_read(b"a;b\r\n" * 20_000, "a.csv") == 0
    assert archives.tags_in(cells.book_of(right())) < weights.LIGHT
