"""PDF files are made by the worker after a report is published: once, whatever dies or works at the same moment."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.together import work_together
from yhdyspinta.audit import clock
from yhdyspinta.reports import pdf, tasks
from yhdyspinta.reports.actions import pdf_files
from yhdyspinta.reports.models import ReportFile
from yhdyspinta.reports.tests import scene

pytestmark = pytest.mark.django_db
LATER = timedelta(hours=1)
WORDS = {
    "fi": ("PDF-tiedostoja tehdään.", "Katso, ovatko ne valmiit"),
    "sv": ("PDF-filerna görs.", "Se om de är klara"),
    "en": ("The PDF files are being made.", "See whether they are ready"),
}


@pytest.fixture
def drawing(extra, monkeypatch):
    """The program that makes PDF draws otherwise each time, as the real one's dates do."""
    monkeypatch.setattr(scene.Drawn, "write_pdf", lambda self, **_options: b"%%PDF-1.7 %d" % len(scene.Drawn.asked))


def kept() -> dict[str, bytes]:
    return {row.language: bytes(row.content) for row in ReportFile.objects.filter(kind="pdf")}


def page_of(document, language: str = "fi") -> str:
    return Client().get(scene.path_of(document, language=language, version=1)).content.decode()


def test_publishing_leaves_the_files_to_the_worker(desk, bertta, document, drawing, django_capture_on_commit_callbacks):
    revision = scene.save(bertta, document).revision
    with django_capture_on_commit_callbacks(execute=True):
        pressed = desk.post(scene.path_of(document, "preview"), {"revision": revision})
    assert pressed.status_code == 302
    assert scene.Drawn.asked == []
    assert sorted(ReportFile.objects.values_list("kind", "language")) == [("docx", "fi"), ("docx", "sv")]
    job = ProcrastinateJob.objects.get(task_name=tasks.make_pdf.name)
    assert job.queueing_lock
    assert job.queue_name == tasks.make_pdf.queue
    missing = Client().get(scene.path_of(document, "file", version=1, kind="pdf", file_language="fi"))
    assert missing.status_code == 404
    tasks.make_pdf(**job.args)
    assert kept().keys() == {"fi", "sv"}


def test_nothing_is_ordered_where_no_pdf_can_be_made(bertta, document, django_capture_on_commit_callbacks):
    scene.save(bertta, document)
    with django_capture_on_commit_callbacks(execute=True):
        version = scene.publish(bertta, document)
    assert not ProcrastinateJob.objects.filter(task_name=tasks.make_pdf.name).exists()
    pdf_files.make_pdf(version.pk, at=clock.now())
    pdf_files.make_missing_pdf(at=clock.now() + LATER)
    assert kept() == {}


@pytest.mark.parametrize("language", list(WORDS))
def test_the_page_tells_that_they_are_being_made_until_they_are(bertta, document, drawing, language):
    scene.save(bertta, document)
    version = scene.publish(bertta, document)
    link = scene.path_of(document, "file", language=language, version=1, kind="pdf", file_language="sv")
    page = page_of(document, language)
    assert all(words in page for words in WORDS[language])
    assert link not in page
    pdf_files.make_pdf(version.pk, at=clock.now())
    page = page_of(document, language)
    assert not any(words in page for words in WORDS[language])
    assert link in page


def test_what_is_made_stays_as_it_is(bertta, document, drawing):
    scene.save(bertta, document)
    version = scene.publish(bertta, document)
    pdf_files.make_pdf(version.pk, at=clock.now())
    first = kept()
    assert first.keys() == {"fi", "sv"}
    pdf_files.make_pdf(version.pk, at=clock.now())
    pdf_files.make_missing_pdf(at=clock.now() + LATER)
    assert kept() == first
    assert len(scene.Drawn.asked) == 2


def test_the_files_tell_what_was_published(bertta, document, drawing):
    """What changes before the worker gets to it is of the next version."""
    scene.save(bertta, document)
    version = scene.publish(bertta, document)
    scene.answered(bertta, document, count=7)
    owner = document.activity.process.owner
    owner.duty_languages = ["fi"]
    owner.save()
    pdf_files.make_pdf(version.pk, at=clock.now())
    assert kept().keys() == {"fi", "sv"}  # as the Word files are
    with_words, _fetch = scene.Drawn.asked[0]
    pdf.pdf_file(version, "fi")
    assert scene.Drawn.asked[-1][0] == with_words


def test_what_a_worker_that_died_has_left_is_made(bertta, document, drawing, monkeypatch):
    scene.save(bertta, document)
    version = scene.publish(bertta, document)
    really = pdf.pdf_file
    died = iter([False, True])

    def dies_in_the_second(*asked):
        if next(died):
            raise SystemExit
        return really(*asked)

    monkeypatch.setattr(pdf, "pdf_file", dies_in_the_second)
    with pytest.raises(SystemExit):
        pdf_files.make_pdf(version.pk, at=clock.now())
    monkeypatch.setattr(pdf, "pdf_file", really)
    left = kept()
    assert left.keys() == {"fi"}
    assert WORDS["fi"][0] in page_of(document)
    pdf_files.make_missing_pdf(at=clock.now())
    assert kept() == left  # just published: a worker may be at it
    pdf_files.make_missing_pdf(at=clock.now() + LATER)
    assert kept().keys() == {"fi", "sv"}
    assert kept()["fi"] == left["fi"]


def test_where_pdf_is_installed_later_old_versions_get_their_files(bertta, document, request):
    scene.save(bertta, document)
    scene.publish(bertta, document)
    assert "Tästä raportista ei ole PDF-tiedostoa" in page_of(document)
    request.getfixturevalue("extra")
    pdf_files.make_missing_pdf(at=clock.now() + LATER)
    assert kept().keys() == {"fi", "sv"}


def test_one_that_cannot_be_made_keeps_no_other_waiting(bertta, document, drawing, monkeypatch):
    scene.save(bertta, document)
    wrong = scene.publish(bertta, document)
    scene.save(bertta, document, replace(scene.WORDS, said=scene.WORDS.asked), revision=1)
    right = scene.publish(bertta, document, revision=2)
    really = pdf.pdf_file

    def stumbles(version, language):
        if version.pk == wrong.pk:
            raise ValueError
        return really(version, language)

    monkeypatch.setattr(pdf, "pdf_file", stumbles)
    pdf_files.make_missing_pdf(at=clock.now() + LATER)
    assert set(ReportFile.objects.filter(kind="pdf").values_list("version", flat=True)) == {right.pk}


@pytest.mark.parametrize("language", list(WORDS))
def test_f4_what_cannot_be_made_is_given_up_after_five_tries_and_told(
    desk, bertta, document, drawing, monkeypatch, language
):
    """Also where the worker dies of it: the try is counted before anything is drawn."""
    scene.save(bertta, document)
    version = scene.publish(bertta, document)
    really, tried = pdf.pdf_file, []

    def dies(*asked):
        tried.append(asked)
        raise SystemExit if len(tried) < 3 else ValueError

    monkeypatch.setattr(pdf, "pdf_file", dies)
    for _turn in range(8):
        with suppress(SystemExit, ValueError):
            pdf_files.make_pdf(version.pk, at=clock.now())
        with suppress(SystemExit):
            pdf_files.make_missing_pdf(at=clock.now() + LATER)
    assert len(tried) == pdf_files.MOST_TRIES
    assert not any(words in page_of(document, language) for words in WORDS[language])
    told = {"fi": "PDF-tiedostoja ei voitu tehdä", "sv": "PDF-filer kunde inte göras", "en": "could not be made"}
    assert told[language] in desk.get(scene.path_of(document, "edit", language=language)).content.decode()
    monkeypatch.setattr(pdf, "pdf_file", really)
    pdf_files.make_missing_pdf(at=clock.now() + pdf_files.GIVEN_UP_FOR + LATER)
    assert kept().keys() == {"fi", "sv"}
    assert told[language] not in desk.get(scene.path_of(document, "edit", language=language)).content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_make_one_file_in_each_language(bertta, document, drawing, monkeypatch):
    scene.save(bertta, document)
    version = scene.publish(bertta, document)
    really, both = pdf.pdf_file, Barrier(2)

    def together(*asked):
        content = really(*asked)
        both.wait(10)
        return content

    monkeypatch.setattr(pdf, "pdf_file", together)
    work_together(*[lambda _turn: pdf_files.make_pdf(version.pk, at=clock.now())] * 2, turns=1)
    assert len(scene.Drawn.asked) == 4
    assert sorted(ReportFile.objects.filter(kind="pdf").values_list("language", flat=True)) == ["fi", "sv"]


@pytest.mark.parametrize(
    ("program", "library", "there"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_pdf_is_promised_only_where_it_can_be_drawn(monkeypatch, program, library, there):
    monkeypatch.setattr(pdf, "find_spec", lambda _name: object() if program else None)
    monkeypatch.setattr(pdf, "find_library", lambda name: f"lib{name}.so.0" if library else None)
    assert pdf.can_draw() is there
