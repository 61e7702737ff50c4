"""What was read into the files is compared with what is true when they are given out, and nobody makes work without end."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import Instead, edit_comment, withdraw_comment
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.open_data import download_views, tasks
from yhdyspinta.open_data.actions import order_files
from yhdyspinta.open_data.actions.files import PAUSE
from yhdyspinta.open_data.exports import building, files
from yhdyspinta.open_data.exports.leaving_out import without
from yhdyspinta.open_data.models import Export
from yhdyspinta.open_data.tests.conftest import comment
from yhdyspinta.people.models import Organisation, Person, Representation
from yhdyspinta.processes.models import Activity

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
PAGE = "/keski-suomi/fi/processes/toimintamallit/data/kommentointi/"


def made(activity: Activity) -> Export:
    export = order_files(actor=None, activity=activity, at=clock.now())
    tasks.make_files(export=export.pk)
    export.refresh_from_db()
    return export


def body(kind: str) -> str:
    response = Client().get(f"{PAGE}comments.{kind}")
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].endswith(f'.{kind}"')
    return b"".join(response.streaming_content).decode("utf-8-sig")


def test_a_file_is_called_by_the_hour_that_its_page_tells(activity: Activity) -> None:
    """M46: at one at night in Finland the name told another day than the page."""
    export = made(activity)
    Export.objects.filter(pk=export.pk).update(began_at=datetime(2026, 11, 22, 22, 53, tzinfo=UTC))
    for kind in ("csv", "xlsx", "json"):
        response = Client().get(f"{PAGE}comments.{kind}")
        assert f"-kommentointi-20261123-0053.{kind}" in response.headers["Content-Disposition"]


def texts(kind: str) -> list[str]:
    found = csv.DictReader(io.StringIO(body("csv"), newline=""), delimiter=";")
    return [row["text"] for row in (found if kind == "csv" else json.loads(body("json"))["comments"])]


def edit(one: Comment, text: str, at=None, instead=None) -> Comment:
    one = Comment.objects.select_related("sender__person").get(pk=one.pk)
    return edit_comment(
        actor=one.sender.person, comment=one, text=text, revision=one.revision, waits=False, warnings=(),
        check=lambda: at or clock.now(), instead=instead,
    )  # fmt: skip


def test_a_mended_slip_of_typing_is_not_told_as_its_senders_change(activity) -> None:
    changed, slip = comment(activity, "Yksi."), comment(activity, "Kaksi.", "bo@example.org")
    edit(changed, "Yksi toisin.")
    edit(slip, "Kaksi oikein.", instead=Instead(slip.sender.person, "intake.corrected", is_slip=True))
    told = (
        Client().get("/api/v1/processes/keski-suomi/toimintamallit/activities/kommentointi/comments/").json()["items"]
    )
    assert {row["text"]: bool(row["edited_on"]) for row in told} == {"Yksi toisin.": True, "Kaksi oikein.": False}


@pytest.mark.parametrize("deed", ["edit", "withdraw"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_e11_what_its_sender_changed_is_left_out_at_once_and_the_rest_is_given(activity, deed, place) -> None:
    said = [comment(activity, f'Sanat {n};\r\n"{n}";\n{{"number":{n},', f"k{n}@example.org") for n in range(3)]
    made(activity)
    words = texts("csv")
    one = Comment.objects.select_related("sender__person").get(pk=said[place].pk)
    if deed == "edit":
        edit(one, "Toiset sanat")
    else:
        withdraw_comment(actor=one.sender.person, comment=one, at=clock.now())
    assert texts("csv") == texts("json") == [word for word in words if word != words[place]]
    assert Client().get(f"{PAGE}comments.xlsx").status_code == 404
    page = Client().get(PAGE).content.decode()
    assert "comments.csv" in page
    assert "comments.xlsx" not in page


def test_e11_an_edit_that_was_under_way_when_the_files_were_begun_is_noticed_by_what_was_read(activity, monkeypatch):
    """Its time is older than the files', its words are newer than theirs."""
    before, during = comment(activity, "Ennen."), comment(activity, "Kesken.", "bo@example.org")
    asked = clock.now()
    edit(before, "Muokattu ennen.", asked)
    real = building.batch

    def while_reading(*args, **more):
        found = real(*args, **more)
        if found:
            edit(during, "Muokattu lukemisen jälkeen.", asked)
        return found

    monkeypatch.setattr(building, "batch", while_reading)
    made(activity)
    assert texts("csv") == ["Muokattu ennen."]


def test_e11_a_name_is_given_out_no_more_when_its_speaker_is_confirmed_no_more(activity) -> None:
    now, county = clock.now(), activity.process.owner
    one = comment(activity)
    club = Organisation.objects.create(
        authority=county, name="Seura ry", skeleton="seura", created_at=now, verified_at=now
    )
    Sender.objects.update(organisation=club)
    speaks = {"organisation": club, "since": now, "confirmed_at": now}
    Representation.objects.create(person=Person.objects.get(senders__comments=one), **speaks)
    made(activity)
    assert "Seura ry" in body("csv")
    Representation.objects.create(person=factories.person("uusi@example.org"), **speaks)  # another changes nothing
    assert "Seura ry" in body("csv")
    Representation.objects.filter(person__senders__comments=one).update(confirmed_at=None)
    assert Client().get(f"{PAGE}comments.csv").status_code == 404
    tasks.go_on(0)
    Export.objects.filter(state="waiting").update(touched_at=None)
    assert "Seura ry" not in body("csv")


def test_o7_editing_and_ordering_again_and_again_makes_one_set(activity) -> None:
    one = comment(activity)
    comment(activity, "Toisen sanat.", "bo@example.org")
    first = made(activity)
    for turn in range(4):
        edit(one, f"Uudet sanat {turn}.")
        Client().post(PAGE)
        tasks.go_on(0)
        assert texts("csv") == ["Toisen sanat."]  # others go on being served
    assert list(Export.objects.values_list("pk", flat=True)) == [first.pk]
    Export.objects.update(began_at=clock.now() - PAUSE - timedelta(seconds=1))
    tasks.go_on(0)
    assert texts("json") == ["Uudet sanat 3.", "Toisen sanat."]
    assert Export.objects.count() == 1
    assert not files.folder_of(first.folder).exists()


def test_o7_orders_without_an_account_have_a_limit_for_a_network_line(activity, monkeypatch) -> None:
    monkeypatch.setattr(download_views, "MOST_ORDERS", 1)
    assert Client(REMOTE_ADDR="2001:db8::1").post(PAGE).status_code == 302
    assert Client(REMOTE_ADDR="2001:db8::2").post(PAGE).status_code == 429
    assert Client(REMOTE_ADDR="2001:db8:0:1::2").post(PAGE).status_code == 302


def test_files_that_fail_take_no_earlier_ones_away(activity, monkeypatch) -> None:
    first = made(activity)
    Export.objects.update(began_at=clock.now() - timedelta(hours=2))
    monkeypatch.setattr(building, "MOST_TRIES", 0)
    assert made(activity).state == "failed"
    assert files.file_of(first.folder, "csv").exists()
    assert texts("csv") == []


@pytest.mark.parametrize("left", [set(), {1}, {5}, {2, 3}, {1, 2, 3, 4, 5}])
def test_leaving_out_keeps_the_files_whole(store, left) -> None:
    words = ['"3";"x"', 'a\r\n"2";b', '\r\n"', '"\r\n"4";', "=1\r\n"]
    made_of = [dict.fromkeys(files.NAMES, word) | {"number": n} for n, word in enumerate(words, 1)]
    files.write_part(store, 1, made_of[:2])
    files.write_part(store, 2, made_of[2:])
    files.join_csv(store, 2)
    files.join_json(store, 2, {"about": 1}, lambda: None)
    whole = b"".join(without((store / "comments.csv").open("rb"), "csv", left)).decode("utf-8-sig")
    told = [row["number"] for row in csv.DictReader(io.StringIO(whole, newline=""), delimiter=";")]
    body = b"".join(without((store / "comments.json").open("rb"), "json", left))
    expected = [n for n in range(1, 6) if n not in left]
    assert [int(one) for one in told] == [row["number"] for row in json.loads(body)["comments"]] == expected
    if not left:
        assert body == (store / "comments.json").read_bytes()
