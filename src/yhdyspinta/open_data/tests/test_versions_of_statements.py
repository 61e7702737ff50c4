"""Statements of another service land on the version that they name, or that was the newest when they were sent."""

from datetime import timedelta
from io import BytesIO

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.actions import publish_version, start_version
from yhdyspinta.intake.importing.atom import entries_of, of_kind
from yhdyspinta.intake.models import Upload
from yhdyspinta.open_data.tests.test_received_statements import (
    bring_in,
    entry,
    hours_ago,
    listed,
    page_of,
    taken,
)
from yhdyspinta.people.models import Person
from yhdyspinta.ui.dates import in_helsinki

pytestmark = pytest.mark.django_db
CHANGED_HOURS_AGO = 48


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


@pytest.fixture
def bertta(county):
    return factories.signed_in(factories.staff(county))


@pytest.fixture
def round_(county, bertta):
    """A round whose draft got a second version two days ago, without its third section."""
    found = factories.activity(factories.process(county))
    document = factories.document(found, sections=3)
    at = clock.now() - timedelta(hours=CHANGED_HOURS_AGO)
    who = Person.objects.get(email="bertta@example.org")
    draft = start_version(actor=who, document=document, at=at)
    draft.sections.get(number="3").delete()
    publish_version(actor=who, version=draft, at=at)
    return found


def send(client, activity, content, *, chosen=None):
    """The page of the file, with the first or second version chosen for it, if any is."""
    page = client.get(page_of(activity, "intake:uploads"))
    choices = [key for key, _words in page.context["form"].fields["printed_of"].choices]

    file = BytesIO(content)
    file.name = "lausunnot.xml"
    more = {} if chosen is None else {"printed_of": choices[chosen]}
    response = client.post(page_of(activity, "intake:uploads"), {"file": file, "language": "fi"} | more, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def one(*, at, title="", code="q1"):
    """A list with one answer."""
    question = [entry("Question", Id=code, Title=title)] if title else []
    return listed(
        *question,
        entry("Participant", Id="p1", OrganizationName="Esimerkki ry", SubmittedOn=at, Language="fi"),
        entry("Answer", ParticipantId="p1", QuestionId=code, Text="Kannatamme."),
    )


def landed(client, activity, content, **options):
    send(client, activity, content, **options)
    bring_in(client, Upload.objects.get())
    place = Comment.objects.select_related("thread__section__version", "thread__document_version").get().thread
    section = getattr(place, "section", None)
    return (section.version.number, section.number) if section else (place.document_version.number, "")


EARLY, LATE = CHANGED_HOURS_AGO + 20, CHANGED_HOURS_AGO - 20


@pytest.mark.parametrize(
    ("hours", "title", "code", "chosen", "wanted"),
    [
        (LATE, "", "A2/1", None, (1, "2")),  # the code names its version
        (LATE, "2 Kohta 2 (fi) (luonnos 1)", "q1", None, (1, "2")),  # so does the title
        (EARLY, "Kohta 2 (fi)", "q1", None, (1, "2")),  # else it is that of its time
        (LATE, "Kohta 2 (fi)", "q1", None, (2, "2")),
        (EARLY, "", "A2", None, (1, "2")),
        (LATE, "", "A2", None, (2, "2")),
        (EARLY, "Muuta sanottavaa", "q1", None, (1, "")),  # of the draft as a whole
        (LATE, "Muuta sanottavaa", "q1", None, (2, "")),
        (LATE, "Kohta 2 (fi)", "q1", 0, (1, "2")),  # staff know that it was written of the first
        (EARLY, "", "A3", None, (1, "3")),
        (LATE, "", "A3", 0, (1, "3")),
    ],
)
def test_a_statement_lands_on_the_version_that_it_names_or_that_was_there_then(
    bertta, round_, hours, title, code, chosen, wanted
):
    content = one(at=hours_ago(hours), title=title, code=code)
    assert landed(bertta, round_, content, chosen=chosen) == wanted


def test_where_a_day_leaves_two_versions_it_is_asked_and_a_choice_for_the_file_answers(bertta, round_):
    day = in_helsinki(clock.now() - timedelta(hours=CHANGED_HOURS_AGO)).date().isoformat()
    page = send(bertta, round_, one(at=day, code="A2"))
    assert "kumpaa tahansa päivän versioista: A2/2, A2/1" in page
    bring_in(bertta, Upload.objects.get())
    assert not Comment.objects.exists()
    assert landed(bertta, round_, one(at=day, code="A2"), chosen=1) == (2, "2")


@pytest.mark.parametrize(("code", "codes"), [("A3", "A3/1"), ("A2/7", "A2/2, A2/1")])
def test_a_part_that_the_version_does_not_have_is_asked_about(bertta, round_, code, codes):
    page = send(bertta, round_, one(at=hours_ago(LATE), code=code))
    assert f"ei ole osaa ”{code}”. On: {codes}." in page
    bring_in(bertta, Upload.objects.get())
    assert not Comment.objects.exists()


def test_the_preview_tells_the_version_and_how_it_was_chosen(bertta, round_):
    page = send(bertta, round_, one(at=hours_ago(EARLY), code="A2"))
    assert "<strong>A2/1</strong>" in page
    assert "joka oli uusin silloin, kun se lähetettiin" in page


def test_what_a_round_gives_out_tells_the_version_of_each_answer_and_its_question(bertta, round_):
    documents = round_.documents.get()
    first, second = (documents.versions.get(number=number).sections.get(number="1") for number in (1, 2))
    for section in (first, second):
        factories.comment(factories.guest(), section, f"Versiosta {section.version.number}.")
    found = entries_of(taken(bertta, round_))
    assert [one.fields["QuestionId"] for one in of_kind(found, "Answer")] == ["A1/1", "A1/2"]
    questions = {one.fields["Id"]: one.fields["Title"] for one in of_kind(found, "Question")}
    assert questions["A1/1"] != questions["A1/2"]
