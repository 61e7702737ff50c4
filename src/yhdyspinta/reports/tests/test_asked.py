"""What was asked is told from the data: documents, the versions that could be commented on, and guiding questions."""

from datetime import datetime, timedelta
from io import BytesIO

import docx
import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Thread
from yhdyspinta.documents.models import Document, DocumentVersion, Section
from yhdyspinta.intake.models import EarlierRound
from yhdyspinta.reports import actions, asked, word
from yhdyspinta.reports.figures import figures_of
from yhdyspinta.reports.models import ReportFile
from yhdyspinta.reports.tests import scene
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.word_files import text_of

pytestmark = pytest.mark.django_db

QUESTIONS = {"fi": "Mitä puuttuu?\nMikä toimii?", "sv": "Vad saknas?\nVad fungerar?"}
TOLD = {
    "fi": (
        "Kierroksen asiakirjat",
        "Osallisuuden toimintamalli: luonnos 1, julkaistu to 1.1.2026",
        "Järjestöyhteistyö: luonnos 1, julkaistu to 1.1.2026",
        "2 Kohta 2 (fi): Mitä puuttuu? Mikä toimii?",
    ),
    "sv": (
        "Rundans dokument",
        "Modell för delaktighet: utkast 1, publicerad to 1.1.2026",
        "Organisationssamarbete: utkast 1, publicerad to 1.1.2026",
        "2 Kohta 2 (sv): Vad saknas? Vad fungerar?",
    ),
}


def published(version: DocumentVersion, *, at: datetime = factories.EPOCH, asks: tuple[str, ...] = ()) -> None:
    """A draft with questions beside these sections, published."""
    version.sections.filter(number__in=asks).update(questions=QUESTIONS)
    version.published_at = at
    version.save()


def drafts() -> tuple[Document, Document]:
    """Two documents in a round that closed yesterday, each with its first draft."""
    county = factories.authority("pohjanmaa", code="15", bilingual=True)
    activity = factories.activity(factories.process(county), closes_at=clock.now() - timedelta(days=1))
    made = [factories.document(activity, slug, published=False) for slug in ("osallisuus", "jarjestot")]
    made[1].title = Wording(fi="Järjestöyhteistyö", sv="Organisationssamarbete")
    made[1].save()
    return made[0], made[1]


@pytest.fixture
def document() -> Document:
    """Two documents with a question in the second section of the first; its second version after the round; a draft."""
    first, other = drafts()
    published(first.versions.get(), asks=("2",))
    published(other.versions.get())
    late = {"document": first, "created_at": clock.now(), "name": {"fi": "luonnos 2", "sv": "utkast 2"}}
    second = DocumentVersion.objects.create(number=2, **late)
    Section.objects.create(
        version=second, position=1, number="1", anchor="uusi", thread=Thread.objects.create(activity=first.activity)
    )
    published(second, at=clock.now())
    DocumentVersion.objects.create(number=3, **late)
    return first


def texts_of(content: bytes) -> list[str]:
    return [" ".join(one.text.split()) for one in docx.Document(BytesIO(content)).paragraphs]


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_page_and_files_name_the_documents_their_versions_and_the_questions(bertta, document, extra, language):
    scene.answered(bertta, document)
    made = actions.make_hearing_summary(actor=bertta, activity=document.activity, at=clock.now(), although_waiting=True)
    scene.save(bertta, document)
    scene.publish_with_pdf(bertta, document)
    kept = ReportFile.objects.filter(language=language)
    for row in (kept.get(hearing=made), kept.get(version__number=1, kind="docx")):
        texts = texts_of(bytes(row.content))
        assert [text for text in texts if text in TOLD[language]] == [TOLD[language][at] for at in (0, 1, 3, 2)]
    drawn = next(text for text, _fetch in scene.Drawn.asked if f'<html lang="{language}">' in text)
    page = Client().get(scene.path_of(document, version=1, language=language)).content.decode()
    for html in (drawn, page):
        start = html.index(TOLD[language][0])
        part = html[start : html.index("</ul>", start) + 400]
        said = " ".join(part.replace("<b>", "").replace("</b>", "").split())
        assert all(words in said for words in TOLD[language][1:])
        assert {"fi": "luonnos 2", "sv": "utkast 2"}[language] not in said  # came after the round


def test_a_version_that_came_late_and_was_commented_on_is_told(document):
    factories.comment(factories.guest(), document.versions.get(number=2).sections.get())
    told = figures_of(document.activity, at=clock.now())["asked"][0]
    assert [one["number"] for one in told["versions"]] == [1, 2]
    assert told["questions"] == []  # of the newest of them


def test_of_a_round_held_elsewhere_no_day_of_publishing_is_told(document):
    EarlierRound.objects.create(activity=document.activity, source="Lausuntopalvelu", declared_at=clock.now())
    figures = figures_of(document.activity, at=clock.now() + timedelta(days=1))
    first, _second = asked.what_was_asked(figures, "fi")
    assert text_of(first.pieces, "fi") == "Osallisuuden toimintamalli: luonnos 1; luonnos 2"


def test_of_very_many_questions_the_rest_are_counted(monkeypatch):
    for document in drafts():
        published(document.versions.get(), asks=("1", "2", "3"))
    monkeypatch.setattr(asked, "_MOST", 4)
    first, second = asked.what_was_asked(figures_of(document.activity, at=clock.now()), "fi")
    assert [len(one.questions) for one in (first, second)] == [3, 1]
    assert (first.further, second.further[:35]) == ("", "Apukysymyksiä on vielä 2 kohdassa: ")


def test_a_round_with_nothing_to_read_has_no_such_heading():
    first, _other = drafts()
    bertta = factories.staff(first.activity.process.owner)
    scene.save(bertta, first)
    version = scene.publish(bertta, first)
    assert version.figures["asked"] == []
    assert TOLD["fi"][0] not in texts_of(word.report_file(version, "fi"))
    assert TOLD["fi"][0] not in Client().get(scene.path_of(first, version=1)).content.decode()
