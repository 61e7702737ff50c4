"""Which organisation speaks, and what it sent at once."""

import csv
from io import StringIO
from uuid import uuid4

import pytest

from tests import factories
from yhdyspinta.answers.tests.scene import publish, start, write
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import NewComment, SenderFacts, send_comments
from yhdyspinta.material.tests.scene import comments_on, path_of
from yhdyspinta.people.models import Organisation, Representation
from yhdyspinta.people.skeletons import skeleton
from yhdyspinta.processes.addresses import activity_address

pytestmark = pytest.mark.django_db

NAME = "Esimerkkilän omaisyhdistys ry"


@pytest.fixture
def statement(county, activity, sections):
    """Two comments of an organisation, sent at once by somebody who is confirmed to speak for it."""
    now, oili = clock.now(), factories.person("oili@example.org")
    organisation = Organisation.objects.create(
        authority=county, name=NAME, skeleton=skeleton(NAME), created_at=now, verified_at=now
    )
    Representation.objects.create(person=oili, organisation=organisation, since=now, confirmed_at=now)
    return send_comments(
        actor=oili, activity=activity, key=uuid4(), check=lambda: now,
        comments=[NewComment(thread_id=one.thread_id or 0, text="Kannatamme.", language="fi") for one in sections[:2]],
        facts=SenderFacts(language="fi", capacities=("organisation",), organisation=organisation, email=""),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "yhdessä lähetetyistä 2"), ("sv", "av 2 som skickats"), ("en", "one of 2 sent")]
)
def test_a_row_names_the_organisation_and_what_it_sent_together(desk, activity, sections, statement, language, words):
    comments_on(sections[0], 1)
    page = desk.get(path_of(activity, "table", language)).content.decode()
    assert page.count(NAME) == 2
    assert page.count(words) == 2
    assert "(vahvistamaton)" not in page


def test_an_organisation_that_nobody_has_confirmed_is_told_as_such(desk, activity, statement):
    Representation.objects.update(confirmed_at=None)
    rows = desk.get(path_of(activity, "table")).context["rows"]
    assert {row["organisation"] for row in rows} == {f"{NAME} (vahvistamaton)"}


def test_the_file_has_the_organisation_too(desk, activity, sections, statement):
    comments_on(sections[0], 1)
    told = b"".join(desk.post(path_of(activity, "download"), {"query": ""}).streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(told), delimiter=";"))
    assert [row["Järjestö"] for row in rows] == [NAME, NAME, ""]


def test_whoever_answers_is_told_which_organisation_speaks(desk, bertta, activity, sections, statement):
    comments = list(statement.comments.order_by("pk"))
    paths = [activity_address(activity, "answers:work"), path_of(activity, "bunch", number=comments[0].number)]
    answer = start(bertta, *comments[:1])
    publish(bertta, write(bertta, answer))
    paths.append(activity_address(activity, "answers:edit", number=answer.number))
    paths.append(f"{activity_address(activity, 'answers:join', number=answer.number)}?comments={comments[1].pk}")
    for path in paths:
        assert NAME in desk.get(path).content.decode(), path
