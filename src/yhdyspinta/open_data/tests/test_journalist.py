"""A journalist takes the open data and gets from it the figures that the report tells."""

import csv
import io
import json
from collections import Counter
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.open_data.exports.building import build
from yhdyspinta.open_data.models import Export
from yhdyspinta.open_data.tests.conftest import section
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.figures import figures_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


@pytest.fixture
def answered(activity: Activity) -> Activity:
    """Twelve comments of three sections, in two languages and channels; nine are answered in two ways."""
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
    activity.refresh_from_db()
    return activity


def test_the_figures_of_the_report_come_out_of_the_file(answered: Activity) -> None:
    page = Client()
    here = "/keski-suomi/fi/processes/toimintamallit/data/kommentointi/"
    assert "Tee tiedostot" in page.get(here).content.decode()
    page.post(here)
    build(Export.objects.get().pk, worker=uuid4())
    assert "comments.csv" in page.get(here).content.decode()
    content = b"".join(page.get(f"{here}comments.csv").streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";"))
    told = figures_of(answered, at=clock.now())
    assert len(rows) == told["comments"]
    for column, name in (("channel", "channels"), ("language", "languages")):
        assert Counter(row[column] for row in rows) == {one["key"]: one["count"] for one in told[name]}
    by_handling = Counter(row["answer_handling"] for row in rows if row["answer"])
    assert by_handling == {one["key"]: one["count"] for one in told["handlings"] if one["count"]}
    by_state = Counter(row["handling"] for row in rows)
    assert (by_state["answered"], by_state["open"]) == (told["answered"], told["open"])
    whole = json.loads(b"".join(page.get(f"{here}comments.json").streaming_content))
    assert whole["about"]["senders"] == told["senders"]
    assert {one["key"]: one["senders"] for one in whole["totals"]} == {
        one["key"]: one["count"] for one in told["capacities"]
    }
