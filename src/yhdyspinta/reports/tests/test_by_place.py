"""What a report tells by place: its counts add up to the first line, whatever was commented on."""

from html import unescape
from re import sub

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers.tests import scene as answering
from yhdyspinta.audit import clock
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.whole import whole_thread_id
from yhdyspinta.methods.comment_rounds.actions.preparing import start_round
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.reports.tests import scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(bertta, document):
    """Three comments on a section, two on the whole document, one and a hidden one on the whole matter."""
    start_round(document.activity, at=clock.now())
    version = document.versions.get()
    section, matter = version.sections.first(), whole_thread_id(document.activity)
    scene.answered(bertta, document)
    for _ in range(2):
        factories.comment(factories.guest(), section, "Koko luonnoksesta.", place=version.thread_id)
    said, hidden = (factories.comment(factories.guest(), section, "Asiasta.", place=matter) for _ in range(2))
    change_state(hidden, Comment.State.HIDDEN)
    answering.publish(bertta, answering.write(bertta, answering.start(bertta, said)))
    scene.save(bertta, document)
    scene.publish(bertta, document)
    return ReportVersion.objects.get()


def test_places_add_up_to_all_that_the_report_counts(published):
    rows = published.figures["sections"]
    assert [(row["document_slug"] != "", row["section"], row["comments"]) for row in rows] == [
        (False, "", 1),
        (True, "", 2),
        (True, "1", 3),
    ]
    assert sum(row["comments"] for row in rows) == published.figures["comments"] == 6
    assert [len(row["answers"]) for row in rows] == [1, 0, 1]


@pytest.mark.parametrize(
    ("language", "matter", "whole"),
    [("fi", "Koko asia", "Koko asiakirja:"), ("sv", "Hela ärendet", "Hela dokumentet:"), ("en", "The whole matter", "The whole document:")],
)  # fmt: skip
def test_the_page_names_the_whole_matter_and_the_whole_document(published, document, language, matter, whole):
    path = scene.path_of(document, "reader", version=1, reader="professionals").replace("/fi/", f"/{language}/", 1)
    page = unescape(Client().get(path).content.decode())
    told = " ".join(sub(r"<[^>]*>", " ", page).split())
    assert f" {matter} 1 " in told
    assert f" {whole} " in told
    for found in {line.split('"')[0] for line in page.split('id="section-')[1].split('href="')[1:2]}:
        assert Client().get(found).status_code == 200
