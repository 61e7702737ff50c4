"""Open data tells the stances that staff read once a report has published them, counted as the report counts them."""

import csv
import io
import json
from collections import Counter
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers.tests.scene import start
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions.bulk import Change, change_comments
from yhdyspinta.open_data.actions import order_files
from yhdyspinta.open_data.exports.building import build
from yhdyspinta.open_data.models import DataChange
from yhdyspinta.open_data.tests.conftest import comment
from yhdyspinta.open_data.tests.downloading import sheets
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.reports.stances import stances_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
PAGE = "/keski-suomi/fi/processes/toimintamallit/data/kommentointi/"
API = "/api/v1/processes/keski-suomi/toimintamallit/activities/kommentointi/"


@pytest.fixture
def bertta(activity: Activity) -> Person:
    return factories.staff(activity.process.owner)


@pytest.fixture
def marked(activity: Activity, bertta: Person) -> Activity:
    """Three comments: staff read one as for and one as against, and marked nothing of the third."""
    for number in range(3):
        comment(activity, f"Sanat {number}.", f"n{number}@example.org")
    _mark(activity, bertta, 1, "for")
    _mark(activity, bertta, 2, "against")
    return activity


def _mark(activity: Activity, bertta: Person, number: int, stance: str) -> None:
    one = Comment.objects.get(activity=activity, number=number)
    change_comments(
        actor=bertta, activity=activity, key=uuid4(), change=Change("stance", stance=stance), comments=[one.pk], at=clock.now()
    )  # fmt: skip


def _report(activity: Activity, *, tells: bool = True) -> ReportVersion:
    figures = {"themes": [], **(stances_of(activity) if tells else {})}
    last = ReportVersion.objects.filter(activity=activity).count()
    return ReportVersion.objects.create(
        activity=activity, number=last + 1, words={}, figures=figures, published_at=clock.now()
    )


def _made(activity: Activity) -> None:
    build(order_files(actor=None, activity=activity, at=clock.now()).pk, worker=uuid4())


def _body(kind: str) -> bytes:
    return b"".join(Client().get(f"{PAGE}comments.{kind}").streaming_content)


def _stances(activity: Activity) -> list[str]:
    _made(activity)
    told = csv.DictReader(io.StringIO(_body("csv").decode("utf-8-sig"), newline=""), delimiter=";")
    return [row["stance"] for row in told]


def _in_api() -> list[str | None]:
    return [row["stance"] for row in Client().get(f"{API}comments/").json()["items"]]


@pytest.mark.parametrize("tells", [None, False])
def test_e11_what_no_report_tells_is_staffs_own(marked: Activity, tells: bool | None) -> None:
    if tells is not None:
        _report(marked, tells=tells)
    assert _stances(marked) == ["", "", ""]
    assert _in_api() == [None, None, None]


def test_each_file_and_the_interface_tell_the_same_and_the_report_is_counted_again(marked: Activity) -> None:
    report = _report(marked)
    assert _stances(marked) == ["for", "against", ""]
    head, *rows = sheets(_body("xlsx"))["comments"]
    assert "stance" in head
    assert ["for" in row for row in rows] == [True, False, False]
    assert ["against" in row for row in rows] == [False, True, False]
    whole = json.loads(_body("json"))
    assert [row["stance"] for row in whole["comments"]] == ["for", "against", ""]
    assert _in_api() == ["for", "against", None]
    counted = Counter(stance or "not_marked" for stance in _stances(marked))
    assert counted == {one["key"]: one["count"] for one in report.figures["stances"]}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Kommentin kanta"),
        ("sv", "Kommentarens ställningstagande"),
        ("en", "Stance of the comment as staff read it"),
    ],
)
def test_the_codebook_tells_that_it_is_staffs_reading(marked: Activity, language: str, words: str) -> None:
    _made(marked)
    rows = [one for one in json.loads(_body("json"))["codebook"] if one["column"] == "stance"]
    assert rows[0]["words"][language].startswith(words)
    assert {one["value"] for one in rows[1:]} == {"for", "partly", "against", "none", "question"}


def test_a_stance_that_is_marked_anew_makes_the_files_anew(marked: Activity, bertta: Person) -> None:
    _mark(marked, bertta, 3, "question")
    assert not DataChange.objects.exists()  # no report tells of it
    _report(marked)
    _made(marked)
    DataChange.objects.all().delete()
    start(bertta, Comment.objects.get(number=3))
    assert not DataChange.objects.exists()
    _mark(marked, bertta, 3, "partly")
    assert DataChange.objects.get().activity_id == marked.pk
