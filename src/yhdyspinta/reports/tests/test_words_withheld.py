"""A comment is hidden after the report that tells its words: no version goes on telling them, and no figure changes."""

from datetime import timedelta
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests import factories
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.publishing import correct_answer
from yhdyspinta.answers.tests import scene as answering
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.actions import decide_hide, decide_show, mask
from yhdyspinta.people.models import Person
from yhdyspinta.reports.actions import files
from yhdyspinta.reports.models import ReportFile, ReportVersion
from yhdyspinta.reports.shown import version_path
from yhdyspinta.reports.tests import scene
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
WORDS = "Naapurini Matti Meikäläinen ei ole koskaan kotona, kun hoitaja käy, eikä kukaan kysy häneltä mitään."
TITLE = Wording(fi="Naapurini Matti Meikäläinen ei ole koskaan…", sv="Besök hemma")
QUOTING = Wording(fi="Kirjoititte: ”Matti Meikäläinen ei ole koskaan kotona.” Sovimme ajat.", sv="Vi kommer överens.")
NAME = "Matti Meikäläinen"
PAGES = ["report", "residents", "deciders", "professionals"]


@pytest.fixture
def moderator(document) -> Person:
    return factories.staff(document.activity.process.owner, "moderator", email="mikko@example.org")


@pytest.fixture
def one(document) -> Comment:
    return factories.comment(factories.person(), document.versions.first().sections.first(), text=WORDS)


@pytest.fixture
def version(bertta, document, one) -> ReportVersion:
    section = document.versions.first().sections.first()
    other = factories.comment(factories.guest(), section, text="Ovet auki.")
    answer = answering.write(bertta, answering.start(bertta, one, other), title=TITLE, body=QUOTING)
    answering.publish(bertta, answer)
    scene.save(bertta, document)
    made = scene.publish(bertta, document)
    made.activity = document.activity
    return made


def hide(moderator, comment: Comment) -> None:
    decide_hide(actor=moderator, comment=comment, reason="personal_data", at=clock.now())


def show(moderator, comment: Comment) -> None:
    decide_show(actor=moderator, comment=comment, at=clock.now() + timedelta(seconds=1))


def read(version: ReportVersion, name: str = "report", language: str = "fi") -> str:
    path = version_path(version) if name == "report" else version_path(version, "reader", reader=name)
    return unescape(Client().get(path.replace("/fi/", f"/{language}/")).content.decode())


def in_word(version: ReportVersion, language: str = "fi") -> str:
    page = Client().get(version_path(version, "file", kind="docx", file_language=language))
    assert page.status_code == 200
    return ZipFile(BytesIO(page.content)).read("word/document.xml").decode()


@pytest.mark.parametrize("name", PAGES)
def test_p3_pages_leave_the_words_out_until_the_comment_is_shown_again(moderator, version, one, name):
    before = read(version, name)
    assert NAME in before
    hide(moderator, one)
    after = read(version, name)
    assert NAME not in after
    assert "Vastaus 1" in after
    show(moderator, one)
    assert NAME in read(version, name)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "on jätetty pois sanoja"),
        ("sv", "har ord utelämnats"),
        ("en", "have been left out of this version"),
    ],
)
def test_readers_are_told_that_words_were_left_out(moderator, version, one, language, words):
    assert words not in read(version, language=language)
    hide(moderator, one)
    for name in PAGES:
        assert words in read(version, name, language)


def test_p3_masked_words_are_left_out_too(moderator, version, one):
    mask(actor=moderator, comment=one, spans=((10, 27),), reason="personal_data", revision=one.revision, at=clock.now())
    assert NAME not in read(version)


def test_p3_files_are_made_anew_and_the_old_ones_given_to_nobody(moderator, version, one):
    assert NAME in in_word(version)
    hide(moderator, one)
    page = Client().get(version_path(version, "file", kind="docx", file_language="fi"))
    assert page.status_code == 404
    assert "tiedostoja tehdään uudelleen" in read(version).lower()
    files.make_files(version.pk)
    told = in_word(version)
    assert NAME not in told
    assert "Vastaus 1" in told
    show(moderator, one)
    files.make_files(version.pk)
    assert NAME in in_word(version)


def test_p3_a_file_that_was_begun_before_is_not_kept(moderator, version, one, monkeypatch):
    """The worker writes the words while a moderator hides them."""
    hide(moderator, one)
    show(moderator, one)
    written = files.word.report_file

    def slowly(told, language):
        content = written(told, language)
        hide(moderator, Comment.objects.get(pk=one.pk))
        return content

    monkeypatch.setattr(files.word, "report_file", slowly)
    files.make_files(version.pk)
    assert not ReportFile.objects.filter(version=version).exists()
    monkeypatch.setattr(files.word, "report_file", written)
    files.make_missing_files(at=clock.now() + timedelta(hours=1))  # what a worker has left
    assert NAME not in in_word(version)


def test_the_version_and_its_figures_stay(moderator, version, one):
    kept = ReportVersion.objects.get().figures
    hide(moderator, one)
    assert ReportVersion.objects.get().figures == kept
    line = Entry.objects.get(verb="reports.words_withheld")
    assert line.detail == {"number": 1}


def test_the_database_lets_files_go_only_of_a_version_that_has_lost_words(version):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportFile.objects.filter(version=version).delete()


def test_p3_they_stay_out_when_the_answer_is_corrected(bertta, moderator, version, one):
    hide(moderator, one)
    answer = Answer.objects.get()
    words = {"title": Wording(fi="Käynnit kotona", sv="Besök hemma"), "body": answering.WHOLE.body}
    text = type(answering.WHOLE)(**{**vars(type(answering.WHOLE).of(answer)), **words})
    correct_answer(actor=bertta, answer=answer, text=text, revision=answer.revision, at=clock.now())
    assert NAME not in read(version)


def test_words_of_the_authoritys_own_stay(bertta, moderator, document):
    section = document.versions.first().sections.first()
    other = factories.comment(factories.person(), section, text=WORDS)
    answering.publish(bertta, answering.write(bertta, answering.start(bertta, other)))
    scene.save(bertta, document)
    made = scene.publish(bertta, document)
    made.activity = document.activity
    hide(moderator, other)
    assert ReportFile.objects.filter(version=made).count() == 2
    assert answering.WHOLE.title["fi"] in read(made)
