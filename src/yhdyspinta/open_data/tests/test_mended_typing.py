"""A slip of typing that the second typist mends is mended everywhere: pages, counters, search, files and API."""

import csv
import io
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.intake import actions
from yhdyspinta.intake.checking import Typed
from yhdyspinta.intake.facts import Facts
from yhdyspinta.intake.models import Batch
from yhdyspinta.open_data import tasks
from yhdyspinta.open_data.actions.files import PAUSE
from yhdyspinta.open_data.models import Export
from yhdyspinta.open_data.tests.conftest import section
from yhdyspinta.processes.models import Activity, SearchEntry, Stage
from yhdyspinta.ui import dates

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
DESK = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/intake/piles/"
DATA = "/keski-suomi/fi/processes/toimintamallit/data/kommentointi/"
API = "/api/v1/processes/keski-suomi/toimintamallit/activities/kommentointi/"


@pytest.fixture
def typed(activity: Activity) -> Batch:
    """A pile of one paper, typed to the first section in Finnish, drawn for a check; its round has closed since."""
    bertta = factories.staff(activity.process.owner)
    client, today = signed_in(bertta), dates.in_helsinki(clock.now()).date()
    day = {"arrived_on-day": today.day, "arrived_on-month": today.month, "arrived_on-year": today.year}
    first = {"key": str(uuid4()), "name": "Laatikko", "channel": "paper", "language": "fi"}
    assert client.post(DESK, first | day).status_code == 302
    batch = Batch.objects.get()
    sheet = {"key": str(uuid4()), "place_1": "A1", "text_1": "Bussi myöhästyy.", "language": "fi", "reply_by": "none"}
    assert client.post(f"{DESK}{batch.pk}/", sheet | day | {"capacities": ["resident"]}).status_code == 302
    actions.finish_batch(actor=bertta, batch=batch, at=clock.now())
    actions.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    return batch


def _rows() -> list[dict[str, str]]:
    content = b"".join(Client().get(f"{DATA}comments.csv").streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";"))


def _made_anew() -> None:
    Export.objects.update(began_at=clock.now() - PAUSE - timedelta(seconds=1))
    for _ in range(2):
        tasks.go_on(0)


def _api(etag: str = "") -> Any:
    return Client().get(f"{API}comments/", headers={"If-None-Match": etag} if etag else {})


def test_the_mended_section_and_facts_are_told_everywhere(activity: Activity, typed: Batch) -> None:
    comment = Comment.objects.get()
    reply = factories.comment(factories.person("bo@example.org"), section(activity), "Niin minustakin.")
    Comment.objects.filter(pk=reply.pk).update(parent=comment)
    Stage.objects.filter(activity=activity).update(closes_at=clock.now())
    _made_anew()
    before = _rows()[0]
    assert (before["section"], before["language"], before["capacities"]) == ("1", "fi", "resident")
    mark = _api().headers["ETag"]
    assert _api(mark).status_code == 304
    other, sheet = section(activity, 1), typed.sheets.get()
    stands = Facts(("professional",), None, "", "sv", Facts.of(sheet.receipt).arrived_on)
    actions.type_again(
        actor=factories.staff(activity.process.owner, email="cecilia@example.org"), sheet=sheet, how="compared",
        typed={comment.number: Typed(other.thread_id, comment.text)}, facts=stands, at=clock.now(),
    )  # fmt: skip

    told = _api(mark)
    assert told.status_code == 200
    first, second = told.json()["items"]
    assert (first["section"], first["language"], first["capacities"]) == (other.anchor, "sv", ["professional"])
    assert second["section"] == other.anchor  # a reply goes with what it replies to
    sections = Client().get(f"{API}sections/").json()["items"]
    assert [one["comment_count"] for one in sections][:2] == [0, 2]
    assert Client().get(f"{API}comments/?capacity=resident").json()["items"] == [second]

    _made_anew()
    rows = _rows()
    assert [row["section_anchor"] for row in rows] == [other.anchor, other.anchor]
    assert (rows[0]["language"], rows[0]["capacities"]) == ("sv", "professional")
    assert list(SearchEntry.objects.filter(target=f"comment:{comment.pk}").values_list("language", flat=True)) == ["sv"]
    assert sum(Thread.objects.values_list("visible_count", flat=True)) == 2
    moved = Entry.objects.filter(verb="intake.corrected").values_list("target", flat=True)
    assert set(moved) == {f"comment:{comment.pk}", f"comment:{reply.pk}"}
