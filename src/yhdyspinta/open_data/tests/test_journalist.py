"""What open data tells of a published report's themes, and when files follow it."""

import csv
import io
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions.bulk import Change, change_comments
from yhdyspinta.material.actions.themes import make_theme
from yhdyspinta.open_data import tasks
from yhdyspinta.open_data.actions import order_files
from yhdyspinta.open_data.exports.building import build
from yhdyspinta.open_data.models import Export
from yhdyspinta.open_data.tests.conftest import section
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, Stage
from yhdyspinta.reports import actions as reports
from yhdyspinta.reports.words import ReportWords
from yhdyspinta.wording.fields import Wording

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
PROCESS = "/keski-suomi/fi/processes/toimintamallit/"


@pytest.fixture
def bertta(activity: Activity) -> Person:
    return factories.staff(activity.process.owner)


@pytest.fixture
def answered(activity: Activity, bertta: Person) -> Activity:
    """Twelve comments of three sections, in two languages and channels; nine are answered in two ways; three themes."""
    made = []
    for place in range(12):
        who = factories.person(f"kuka{place}@example.org")
        one = factories.comment(
            who, section(activity, place % 3), f"Sana {place}", language="sv" if place % 4 == 0 else "fi"
        )
        made.append(one)
    Comment.objects.filter(pk__in=[one.pk for one in made[:5]]).update(channel="paper")
    for number, (handling, some) in enumerate({"accepted": made[:4], "not_accepted": made[4:9]}.items(), 1):
        answer = Answer.objects.create(
            activity=activity, number=number, title={"fi": "T"}, handling=handling, reason="cost", comment_count=len(some),
            created_at=clock.now(), saved_at=clock.now(), published_at=clock.now(),
        )  # fmt: skip
        for one in some:
            AnsweredComment.objects.create(answer=answer, comment=one)
        Comment.objects.filter(pk__in=[one.pk for one in some]).update(handling="answered")
    Activity.objects.filter(pk=activity.pk).update(answered_count=9, due_count=3)
    Stage.objects.filter(activity=activity).update(closes_at=clock.now())
    activity.refresh_from_db()
    _give_themes(activity, bertta, {"Määräajat": made[:7], "Kyydit": made[5:8], "Palkkiot": made[11:]})
    return activity


def _give_themes(activity: Activity, bertta: Person, themes: dict[str, list[Comment]]) -> None:
    for name, some in themes.items():
        theme = make_theme(actor=bertta, activity=activity, name=Wording(fi=name, sv=name), at=clock.now())
        change = Change("theme_added", theme=theme.pk)
        change_comments(
            actor=bertta,
            activity=activity,
            key=uuid4(),
            change=change,
            comments=[one.pk for one in some],
            at=clock.now(),
        )


@pytest.fixture
def published(answered: Activity, bertta: Person) -> None:
    _publish(answered, bertta)


def _publish(answered: Activity, bertta: Person) -> None:
    words = ReportWords(in_short=Wording(fi="Lyhyesti.", sv="Kort."), asked=Wording(fi="Kysyttiin.", sv="Vi frågade."))
    kept = reports.save_report(actor=bertta, activity=answered, words=words, revision=0, at=clock.now())
    reports.publish_report(
        actor=bertta, activity=answered, revision=kept.revision, at=clock.now(), although_waiting=True
    )


def rows_of(response: Any) -> list[dict[str, str]]:
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";"))


def test_the_annex_tells_of_no_theme_that_the_report_does_not(
    published: None, answered: Activity, bertta: Person
) -> None:
    _give_themes(answered, bertta, {"Virkamiesten oma sana": list(Comment.objects.filter(activity=answered)[:2])})
    annex = rows_of(Client().get(f"{PROCESS}report/kommentointi/1/comments.csv"))
    assert sum(row["Teemat"] != "" for row in annex) == 9
    assert all("oma sana" not in row["Teemat"] for row in annex)
    build(order_files(actor=None, activity=answered, at=clock.now()).pk, worker=uuid4())
    given = rows_of(Client().get(f"{PROCESS}data/kommentointi/comments.csv"))
    assert [row["themes"] for row in given] == [row["Teemat"] for row in annex]


def test_files_are_made_by_themselves_when_a_round_has_closed_and_when_its_report_is_published(
    answered: Activity, bertta: Person
) -> None:
    Stage.objects.filter(activity=answered).update(closes_at=clock.now() + timedelta(days=1))
    tasks.go_on(0)
    assert not Export.objects.exists()  # still open, and nobody has asked
    Stage.objects.filter(activity=answered).update(closes_at=clock.now())
    for _ in range(2):
        tasks.go_on(0)
    assert Export.objects.get().state == Export.State.READY
    assert Client().get(f"{PROCESS}data/kommentointi/comments.csv").status_code == 200
    _publish(answered, bertta)
    for _ in range(2):
        tasks.go_on(0)
    rows = rows_of(Client().get(f"{PROCESS}data/kommentointi/comments.csv"))
    assert sum(row["themes"] != "" for row in rows) == 9
