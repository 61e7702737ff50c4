"""The files of a round are made to the end whatever dies, each once, and those that are old go."""

import csv
import errno
import io
import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.open_data import tasks
from yhdyspinta.open_data.actions import order_files, remove_old_files
from yhdyspinta.open_data.exports import building, files, rows
from yhdyspinta.open_data.exports.columns import NAMES
from yhdyspinta.open_data.models import DataChange, Export
from yhdyspinta.open_data.tests.conftest import comment, section
from yhdyspinta.open_data.tests.downloading import PAGE, body, made, table
from yhdyspinta.processes.models import Activity

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


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
        older.setattr(
            building,
            "batch",
            lambda *a, after: [dict([*row.items()][:-1]) for row in rows.batch(*a, after=after, size=2)],
        )
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
