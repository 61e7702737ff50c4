"""A journalist takes the open data and counts the published report's tables again: each comes out the same.

Municipalities and ages stand rounded on the report's page and nowhere in the data (docs/adr/0010, 0011).
"""

import csv
import io
import json
from collections import Counter
from html.parser import HTMLParser
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers import rounds
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.audit import clock
from yhdyspinta.comments import counters
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.material.models import CommentTheme, Theme
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.moderation.models import Decision
from yhdyspinta.open_data.actions import order_files
from yhdyspinta.open_data.exports.building import build
from yhdyspinta.open_data.exports.rows import around, batch
from yhdyspinta.open_data.tests.conftest import section
from yhdyspinta.people.models import Person
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Activity, Stage
from yhdyspinta.reports import actions as reports
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.reports.words import ReportWords
from yhdyspinta.transfers.tests.scene import passed
from yhdyspinta.wording.fields import Wording

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
PROCESS = "/keski-suomi/fi/processes/toimintamallit/"
API = "/api/v1/processes/keski-suomi/toimintamallit/activities/kommentointi/"
CAPACITIES = (["resident"], ["resident", "professional"], ["professional"], [])
Rows = list[dict[str, str]]


class PageTables(HTMLParser):
    """Every table of a page by its caption: the first cell of a row, and the number in the second."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, dict[str, int]] = {}
        self.caption, self.row, self.inside = "", [""], ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.row = []
        if tag in {"caption", "th", "td"}:
            self.inside = tag
            self.caption = "" if tag == "caption" else self.caption
            self.row += [""] if tag != "caption" else []

    def handle_data(self, data: str) -> None:
        if self.inside == "caption":
            self.caption += data
        elif self.inside:
            self.row[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = ""
        if tag == "tr" and len(self.row) > 1 and self.row[1].strip().isdigit():
            self.found.setdefault(self.caption, {})[self.row[0].strip()] = int(self.row[1])


@pytest.fixture
def bertta(activity: Activity) -> Person:
    return factories.staff(activity.process.owner)


@pytest.fixture
def published(activity: Activity, bertta: Person) -> ReportVersion:
    """Of 24 comments of 18 senders: answered in two ways and beforehand, closed, passed on, hidden, masked and open."""
    said = []
    people = [factories.person(f"kuka{place}@example.org") for place in range(18)]
    for place in range(24):
        language = "sv" if place % 4 == 0 else "fi"
        said.append(
            factories.comment(people[place % 18], section(activity, place % 3), f"Sana {place}", language=language)
        )
    Comment.objects.filter(number__lte=5).update(channel="paper")
    Comment.objects.filter(number=6).update(channel="event", public_text=f"{MASK_MARK} sana")
    _background(activity)
    _answers(activity, {"accepted": said[:4], "not_accepted": said[4:9], "": said[9:11]})
    rounds.close_without_answer(
        actor=bertta, activity=activity, comments=[said[11].pk], reason="thanks", at=clock.now()
    )
    passed(said[12], factories.authority("kuvitelma", code="", kind="municipality"), bertta)
    hidden = Comment.objects.get(pk=said[23].pk)
    Decision.objects.create(comment=hidden, kind="hide", reason="insult", at=clock.now(), state_before="visible")
    counters.change_state(hidden, Comment.State.HIDDEN)
    _themes(activity, {"Määräajat": said[:7], "Kyydit": said[5:8], "Palkkiot": said[20:]})
    Stage.objects.filter(activity=activity).update(closes_at=clock.now())
    activity.refresh_from_db()
    words = ReportWords(in_short=Wording(fi="Lyhyesti.", sv="Kort."), asked=Wording(fi="Kysyttiin.", sv="Vi frågade."))
    kept = reports.save_report(actor=bertta, activity=activity, words=words, revision=0, at=clock.now())
    version = reports.publish_report(
        actor=bertta, activity=activity, revision=kept.revision, at=clock.now(), although_waiting=True
    )
    build(order_files(actor=None, activity=activity, at=clock.now()).pk, worker=uuid4())
    return version


def _background(activity: Activity) -> None:
    """Twelve live in one municipality, three in another, which is too few to tell of."""
    towns = list(Area.objects.filter(kind="municipality", county=activity.process.owner.area).order_by("code")[:2])
    for place, sender in enumerate(Sender.objects.order_by("pk")):
        sender.capacities = CAPACITIES[place % 4]
        sender.municipality = towns[0] if place < 12 else towns[1] if place < 15 else None
        sender.age_group = "30_44" if place < 13 else "75_over"
        sender.save()


def _answers(activity: Activity, given: dict[str, list[Comment]]) -> None:
    for number, (handling, some) in enumerate(given.items(), 1):
        answer = Answer.objects.create(
            activity=activity, number=number, title={"fi": "T"}, handling=handling or "accepted", reason="cost",
            is_final=bool(handling), comment_count=len(some), created_at=clock.now(), saved_at=clock.now(),
            published_at=clock.now(),
        )  # fmt: skip
        for one in some:
            AnsweredComment.objects.create(answer=answer, comment=one)
            counters.change_handling(Comment.objects.get(pk=one.pk), Comment.Handling.ANSWERED)


def _themes(activity: Activity, given: dict[str, list[Comment]]) -> None:
    for name, some in given.items():
        theme = Theme.objects.create(activity=activity, name={"fi": name, "sv": f"{name} sv"}, made_at=clock.now())
        CommentTheme.objects.bulk_create(CommentTheme(theme=theme, comment=one) for one in some)


def _given(kind: str) -> bytes:
    response = Client().get(f"{PROCESS}data/kommentointi/comments.{kind}")
    return b"".join(response.streaming_content)


def _rows_of(kind: str) -> Rows:
    if kind == "csv":
        return list(csv.DictReader(io.StringIO(_given("csv").decode("utf-8-sig"), newline=""), delimiter=";"))
    told = json.loads(_given("json"))["comments"]
    return [{name: "" if value is None else str(value) for name, value in row.items()} for row in told]


def _recounted(rows: Rows) -> dict[str, Any]:
    """What a reader of the codebook counts of the rows."""
    handled = Counter(row["answer_handling"] for row in rows if row["answer_is_final"] == "yes")
    passed_on = sum(row["handling"] == "passed_on" for row in rows)
    return {
        "comments": len(rows),
        "channels": Counter(row["channel"] for row in rows),
        "languages": Counter(row["language"] for row in rows),
        "themes": Counter(name for row in rows for name in row["themes"].split("; ") if name),
        "handlings": handled + Counter(passed_on=passed_on),
        "answered": sum(row["handling"] == "answered" for row in rows),
        "open": sum(row["handling"] == "open" for row in rows),
        "closed": sum(row["handling"] == "closed" for row in rows),
        "answers": Counter(int(row["answer"]) for row in rows if row["answer"]),
        "sections": Counter((row["document"], int(row["version"]), row["section"]) for row in rows),
    }


def _told(figures: dict[str, Any]) -> dict[str, Any]:
    """The same of the report's own figures."""
    counts = {name: _keyed(figures[name]) for name in ("channels", "languages", "handlings")}
    plain = {name: figures[name] for name in ("comments", "answered", "open", "closed")}
    return {
        **counts,
        **plain,
        "themes": {one["name"]["fi"]: one["comments"] for one in figures["themes"]},
        "answers": {one["number"]: one["comments"] for one in figures["answers"]},
        "sections": {
            (one["document_slug"], one["version"], one["section"]): one["comments"] for one in figures["sections"]
        },
    }


def _keyed(groups: list[dict[str, Any]]) -> dict[str, int]:
    return {one["key"]: one["count"] for one in groups}


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_every_count_of_the_report_is_counted_again_from_the_files(published: ReportVersion, kind: str) -> None:
    told = _told(published.figures)
    assert _recounted(_rows_of(kind)) == told
    assert (told["comments"], told["open"], told["closed"], told["answered"]) == (23, 10, 1, 11)
    assert told["handlings"] == {"accepted": 4, "not_accepted": 5, "passed_on": 1}
    assert told["themes"] == {"Määräajat": 7, "Kyydit": 3, "Palkkiot": 3}  # of the fourth, hidden, nothing


def test_a_bilingual_authoritys_files_count_the_same_in_both_languages(published: ReportVersion) -> None:
    owner = published.activity.process.owner
    assert {row["themes_second"] + row["passed_to_second"] for row in _rows_of("csv")} == {""}  # it owes one language
    owner.duty_languages = ["fi", "sv"]
    owner.save()
    Answer.objects.filter(number=1).update(title={"fi": "T", "sv": "Rubrik"})
    named = batch(published.activity, around(published.activity), after=0)
    counted = Counter(name for row in named for name in row["themes_second"].split("; ") if name)
    assert counted == {one["name"]["sv"]: one["comments"] for one in published.figures["themes"]}
    gone = [(row["passed_to"], row["passed_to_second"]) for row in named if row["handling"] == "passed_on"]
    assert gone == [("Esimerkkilä", "Exempel")]
    titled = [row for row in named if row["answer_title"]]
    assert {row["answer_title_second"] for row in titled} == {"", "Rubrik"}  # written for one of the answers
    assert {row["answer_title_second"] for row in named if not row["answer_title"]} == {""}


def test_csv_and_json_hold_the_same(published: ReportVersion) -> None:
    assert _rows_of("csv") == _rows_of("json")


def test_the_api_gives_the_same_counts_and_the_comments_to_count(published: ReportVersion) -> None:
    (report,) = Client().get(f"{API}reports/").json()["items"]
    rows = Client().get(f"{API}comments/?limit=200").json()["items"]
    names = Counter(name["fi"] for row in rows for name in row["themes"])
    assert names == {one["name"]["fi"]: one["comments"] for one in report["themes"]}
    for field, figure in (("channel", "channels"), ("language", "languages")):
        assert Counter(row[field] for row in rows) == _keyed(report[figure])
    assert Counter(row["handling"] for row in rows) == {
        "open": report["open"], "answered": report["answered"], "closed": report["closed"], "passed_on": 1,
    }  # fmt: skip
    assert _keyed(report["hidden"]) == {"insult": 1}
    finals = {one["number"]: one for one in Client().get(f"{API}answers/").json()["items"] if one["is_final"]}
    handled = Counter(finals[row["answer"]]["handling"] for row in rows if row["answer"] in finals)
    assert handled + Counter(passed_on=1) == _keyed(report["handlings"])


def test_the_tables_of_the_page_are_those_numbers_in_words(published: ReportVersion) -> None:
    page = Client().get(f"{PROCESS}report/kommentointi/1/").content.decode()
    whole, rows = json.loads(_given("json")), _rows_of("csv")
    words = {(one["column"], one["value"]): one["words"]["fi"] for one in whole["codebook"]}
    counted = _recounted(rows)
    capacities = {one["words"]["fi"]: one["senders"] for one in whole["totals"] if one["kind"] == "capacity"}
    assert capacities == {
        words["capacities", key]: count for key, count in _keyed(published.figures["capacities"]).items()
    }
    shown = PageTables(page).found
    grouped = {name: shown.pop(name) for name in list(shown) if "kunnittain" in name or "iän" in name or "ikä" in name}
    assert shown == {
        "Lähettäjät ominaisuuden mukaan": capacities,
        "Kommentit kanavittain": {words["channel", key]: count for key, count in counted["channels"].items()},
        "Kommentit kielen mukaan": {words["language", key]: count for key, count in counted["languages"].items()},
        "Kommentit teemoittain": counted["themes"],
        "Kommentit käsittelyn mukaan": {
            **{words["answer_handling", key]: count for key, count in counted["handlings"].items()},
            "Ei tarvinnut vastausta": counted["closed"], "Odottaa vastausta": counted["open"],
        },
        "Piilotetut kommentit syyn mukaan": {"Loukkaava tai uhkaava": 1},
    }  # fmt: skip
    assert f"{len(rows)} kommenttia {whole['about']['senders']} lähettäjältä" in page
    limit = published.figures["limit"]
    assert grouped
    assert all(size >= limit for table in grouped.values() for size in table.values())


def test_groups_that_are_rounded_on_the_page_are_nowhere_in_the_data(published: ReportVersion) -> None:
    (town,) = published.figures["municipalities"]
    assert published.figures["limit"] <= town["count"] <= 12
    told = [set(_rows_of("csv")[0]), set(Client().get(f"{API}reports/").json()["items"][0])]
    told += [set(Client().get(f"{API}comments/").json()["items"][0]), {"totals", *json.loads(_given("json"))["about"]}]
    for names in told:
        assert not {name for name in names if "municipal" in name or {"age", "ages"} & set(name.split("_"))}
    assert {one["kind"] for one in json.loads(_given("json"))["totals"]} == {"capacity"}
    names = Area.objects.filter(kind="municipality").values_list("name", flat=True)
    assert not [name for name in names if name["fi"] in _given("csv").decode()]
