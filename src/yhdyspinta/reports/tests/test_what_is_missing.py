"""What staff are told before something is made that stands: comments that wait, and texts that lack a language."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from threading import Event

import docx
import pytest
from django.db import connection, transaction
from django.test import Client

from tests import factories
from yhdyspinta.answers.models import Answer
from yhdyspinta.audit.clock import now
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports import annex, word
from yhdyspinta.reports.actions import make_hearing_summary
from yhdyspinta.reports.models import HearingSummary, ReportFile, ReportVersion
from yhdyspinta.reports.tests import scene
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(bertta, document):
    """One comment is answered, one waits; the report is written."""
    scene.answered(bertta, document, 1)
    factories.comment(factories.guest(), document.versions.first().sections.first())
    document.activity.refresh_from_db()
    scene.save(bertta, document)
    return document


@pytest.mark.parametrize(("name", "kind"), [("preview", ReportVersion), ("hearing", HearingSummary)])
def test_who_publishes_while_comments_wait_says_that_they_know(desk, waiting, name, kind):
    path = scene.path_of(waiting, name)
    page = desk.get(path).content.decode()
    assert "1 kommentti odottaa vielä vastausta." in page
    assert activity_address(waiting.activity, "answers:work", language="fi") in page
    refused = desk.post(path, {"revision": "1"})
    assert refused.status_code == 422
    assert 'href="#although"' in refused.content.decode()
    assert 'id="although-error"' in refused.content.decode()
    assert not kind.objects.exists()
    assert desk.post(path, {"revision": "1", "although_waiting": "yes"}).status_code == 302
    assert kind.objects.count() == 1


def test_nothing_is_asked_when_nothing_waits(bertta, desk, document):
    scene.answered(bertta, document, 1)
    scene.save(bertta, document)
    for name in ("preview", "hearing"):
        assert "although_waiting" not in desk.get(scene.path_of(document, name)).content.decode()
        assert desk.post(scene.path_of(document, name), {"revision": "1"}).status_code == 302


def test_a_missing_language_version_is_told_beside_the_button_and_in_the_file():
    document = scene.closed_round(bilingual=False)
    bertta = factories.staff(document.activity.process.owner)
    scene.answered(bertta, document, 1)
    Answer.objects.update(body={"fi": "Vastaus 30 päivässä."})
    desk, path = factories.signed_in(bertta), scene.path_of(document, "hearing")
    page = desk.get(path).content.decode()
    assert "Yhdeltä vastaukselta puuttuu teksti tällä kielellä: ruotsi." in page
    assert "tällä kielellä: suomi" not in page
    desk.post(path)
    told = {}
    for language in ("fi", "sv"):
        file = desk.get(scene.path_of(document, "hearing_file", made=1, file_language=language)).content
        told[language] = [line.text for line in docx.Document(BytesIO(file)).paragraphs]
    assert not [line for line in told["fi"] if "ei ole käännetty" in line]
    assert [line for line in told["sv"] if "har inte översatts" in line]


def test_parts_that_lack_a_language_are_named_beside_the_button_with_what_comes_of_it():
    document = scene.closed_round(bilingual=False)
    bertta = factories.staff(document.activity.process.owner)
    desk = factories.signed_in(bertta)
    scene.save(bertta, document, replace(scene.WORDS, asked=Wording(fi="Vain suomeksi.")))
    page = desk.get(scene.path_of(document, "preview")).content.decode()
    told = "puuttuu teksti tällä kielellä (ruotsi): Mitä kysyttiin."
    assert f"{told} Raportista ei tehdä tiedostoa tällä kielellä" in page
    assert page.index(told) < page.index("Julkaise raportti")
    scene.publish(bertta, document)
    for language, words in {
        "fi": f"{told} Sen tiedostossa ne ovat kielellä, jolla ne on kirjoitettu",
        "sv": "saknar text på detta språk (svenska): Vad som frågades. I dess fil står de på det språk",
    }.items():
        page = desk.get(scene.path_of(document, "hearing", language)).content.decode()
        assert words in page
        assert page.index(words) < page.index({"fi": "Laadi liite", "sv": "Upprätta bilagan"}[language])
    scene.save(bertta, document, revision=1)
    scene.publish(bertta, document, 2)
    assert "puuttuu teksti" not in desk.get(scene.path_of(document, "hearing")).content.decode()


def test_whoever_publishes_what_is_published_already_is_told_so(bertta, desk, document):
    scene.answered(bertta, document, 1)
    scene.save(bertta, document)
    preview = scene.path_of(document, "preview")
    for words in ("Raportti on julkaistu.", "Mikään ei ole muuttunut version 1 jälkeen"):
        page = desk.post(preview, {"revision": "1"}, follow=True).content.decode()
        assert words in page
    assert ReportVersion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_second_press_while_the_first_is_at_work_is_told_so_and_makes_nothing(bertta, desk, document):
    scene.save(bertta, document)
    for name in ("preview", "hearing"):
        with ThreadPoolExecutor(1) as others, held(others, document.activity):
            answer = desk.post(scene.path_of(document, name), {"revision": "1"})
        assert (answer.status_code, "Tätä tehdään juuri nyt" in answer.content.decode()) == (409, True)
    assert not ReportFile.objects.exists()


@contextmanager
def held(others, activity):
    """Somebody else makes something of the round; who waits does so for a moment only."""
    is_held, done = Event(), Event()

    def hold():
        with transaction.atomic():
            Activity.objects.select_for_update(no_key=True).get(pk=activity.pk)
            is_held.set()
            done.wait(9)
        connection.close()

    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = 50")
    going = others.submit(hold)
    is_held.wait(5)
    yield
    done.set()
    going.result(9)
    connection.close()  # as it was


def test_while_commenting_is_open_the_writer_is_told_that_publishing_waits(desk, document):
    words = "Kommentointi on vielä auki. Raportin voi julkaista"
    assert words not in desk.get(scene.path_of(document, "edit")).content.decode()
    document.activity.stages.update(closes_at=now() + timedelta(days=1))
    assert words in desk.get(scene.path_of(document, "edit")).content.decode()


def test_every_answer_and_section_of_a_long_round_is_told(bertta, document, monkeypatch):
    scene.answered(bertta, document, 1)
    one = Answer.objects.get()
    fields = {field.name: getattr(one, field.name) for field in Answer._meta.concrete_fields if field.name != "id"}
    Answer.objects.bulk_create(Answer(**fields | {"number": number}) for number in range(2, 322))
    scene.save(bertta, document)
    figures = scene.publish(bertta, document).figures
    assert figures["answers_in_all"] == len(figures["answers"]) == 321


@pytest.fixture
def preliminary(bertta, document):
    """One answer that may still change, and one that is final; the report is written."""
    scene.answered(bertta, document, 2, is_final=False)
    scene.answered(bertta, document, 1)
    scene.save(bertta, document)
    return document


MARKED = {
    "fi": ("Otettu huomioon (alustava)", "Otettu huomioon", "Alustavaksi merkityt vastaukset saattoivat vielä"),
    "sv": ("Beaktades (preliminärt)", "Beaktades", "Svar som är märkta som preliminära kunde ännu ändras"),
}


def test_an_answer_that_may_still_change_is_told_as_such_wherever_it_is_read(bertta, preliminary):
    version = scene.publish(bertta, preliminary)
    made = make_hearing_summary(actor=bertta, activity=preliminary.activity, at=now(), although_waiting=True)
    for language, (marked, final, note) in MARKED.items():
        report = ReportFile.objects.get(version=version, kind="docx", language=language)
        for content in (bytes(report.content), word.hearing_file(made, language)):
            file = docx.Document(BytesIO(content))
            assert [row.cells[2].text for row in file.tables[-1].rows][1:] == [marked, final]
            assert any(one.text.startswith(note) for one in file.paragraphs)
        table = list(annex.rows(version, language))
        assert [row[annex.heads().index("Käsittely")] for row in table] == [marked, marked, final]
        for reader in ("deciders", "professionals"):
            path = scene.path_of(preliminary, "reader", language=language, version=1, reader=reader)
            page = Client().get(path).content.decode()
            assert page.count(marked) == 1
            assert (note in page) is (reader == "deciders")
