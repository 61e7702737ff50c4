"""A round that nobody commented on, or where nothing is answered yet: its attachment and report say so."""

from io import BytesIO

import docx
import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from tests import factories
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.models import Comment
from yhdyspinta.reports.models import HearingSummary, ReportFile, ReportVersion
from yhdyspinta.reports.tests import scene

pytestmark = pytest.mark.django_db
READERS = ("residents", "deciders", "professionals")
NONE_CAME = {"fi": "Kommentteja ei tullut.", "sv": "Inga kommentarer kom in."}
NONE_ANSWERED = {
    "fi": ("Yhteenkään kommenttiin ei ole vielä vastattu.", "2 kommenttia odottaa vastausta."),
    "sv": ("Ingen kommentar har besvarats ännu.", "2 kommentarer väntar på svar."),
}


def commented(document, count: int) -> None:
    section = document.versions.first().sections.first()
    for _place in range(count):
        factories.comment(factories.guest(), section)


def lines_of(content: bytes) -> list[str]:
    return [line.text for line in docx.Document(BytesIO(content)).paragraphs]


def test_a_round_without_comments_gives_its_attachment_by_one_button(desk, document):
    path = scene.path_of(document, "hearing")
    page = desk.get(path).content.decode()
    assert "Yhtään vastausta ei ole julkaistu." in page
    assert "although_waiting" not in page
    for _again in range(2):
        assert desk.post(path).status_code == 302
    made = HearingSummary.objects.get()
    for language, words in NONE_CAME.items():
        file = desk.get(scene.path_of(document, "hearing_file", made=1, file_language=language))
        lines = lines_of(file.content)
        assert words in lines
        assert not [line for line in lines if "ole otos" in line or "urval" in line]  # nobody chose
    for change in (made.delete, lambda: ReportFile.objects.filter(hearing=made).update(content=b"")):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_while_nothing_is_answered_the_attachment_says_how_many_wait(desk, document):
    commented(document, 2)
    path = scene.path_of(document, "hearing")
    assert "2 kommenttia odottaa vielä vastausta." in desk.get(path).content.decode()
    assert desk.post(path).status_code == 422
    assert desk.post(path, {"although_waiting": "yes"}).status_code == 302
    for language, words in NONE_ANSWERED.items():
        file = desk.get(scene.path_of(document, "hearing_file", made=1, file_language=language))
        assert set(words) <= set(lines_of(file.content))


def test_an_attachment_beside_later_answers_is_the_next_one(bertta, desk, document):
    path = scene.path_of(document, "hearing")
    desk.post(path)
    scene.answered(bertta, document, 1)
    assert desk.post(path).status_code == 302
    first, second = (
        lines_of(desk.get(scene.path_of(document, "hearing_file", made=made, file_language="fi")).content)
        for made in (1, 2)
    )
    assert NONE_CAME["fi"] in first
    assert NONE_CAME["fi"] not in second


@pytest.mark.parametrize("count", [0, 2])
def test_the_report_and_its_views_say_it_too(bertta, document, count):
    commented(document, count)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    for language in ("fi", "sv"):
        words = NONE_ANSWERED[language] if count else (NONE_CAME[language],)
        for name, parts in (("report", {}), *(("reader", {"reader": reader}) for reader in READERS[:2])):
            page = Client().get(scene.path_of(document, name, language=language, version=1, **parts))
            assert all(line in page.content.decode() for line in words), (name, parts)
        file = Client().get(scene.path_of(document, "file", version=1, kind="docx", file_language=language))
        assert set(words) <= set(lines_of(file.content))
    professionals = Client().get(scene.path_of(document, "reader", version=1, reader="professionals"))
    assert professionals.status_code == 200
    annex = b"".join(Client().get(scene.path_of(document, "version_annex", version=1)).streaming_content)
    assert len(annex.splitlines()) == 1 + count


def test_what_came_and_cannot_be_read_is_not_told_as_nothing(bertta, document):
    commented(document, 2)
    first, second = Comment.objects.all()
    change_state(first, Comment.State.HIDDEN)
    change_state(second, Comment.State.WAITING)
    scene.save(bertta, document)
    told = scene.publish(bertta, document).figures
    assert (told["comments"], told["came"], told["unchecked"]) == (0, True, 1)
    page = Client().get(scene.path_of(document, version=1)).content.decode()
    assert NONE_CAME["fi"] not in page
    assert "Yksikään tulleista kommenteista ei ole julkisesti luettavissa." in page
    assert "1 kommentti odottaa tarkistusta eikä ole luvuissa." in page


def test_comments_that_needed_no_answer_are_not_said_to_wait(bertta, document):
    commented(document, 1)
    Comment.objects.update(handling=Comment.Handling.CLOSED)
    type(document.activity).objects.update(due_count=0)
    document.activity.refresh_from_db()
    scene.save(bertta, document)
    scene.publish(bertta, document)
    page = Client().get(scene.path_of(document, version=1)).content.decode()
    assert "Kommentteihin ei annettu vastausta täällä" in page
    assert "odottaa vastausta" not in page


def test_a_version_from_before_is_read_as_it_was(bertta, document):
    scene.answered(bertta, document, 1)
    scene.save(bertta, document)
    version = scene.publish(bertta, document)
    figures = {name: value for name, value in version.figures.items() if name not in {"came", "unchecked"}}
    ReportVersion.objects.create(
        activity=document.activity, number=2, words=version.words, figures=figures, published_at=version.published_at
    )
    assert Client().get(scene.path_of(document, version=2)).status_code == 200


def test_while_commenting_is_open_there_is_no_button(desk, document):
    stage = document.activity.stages.get()
    stage.closes_at += (stage.closes_at - stage.opens_at) * 10
    stage.save()
    page = desk.get(scene.path_of(document, "hearing")).content.decode()
    assert "Kommentointi on vielä auki." in page
    assert "Tee liite" not in page
    assert desk.post(scene.path_of(document, "hearing")).status_code == 409
