import sys
from io import BytesIO
from types import SimpleNamespace

import docx
import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.moderation.actions import decide_hide
from yhdyspinta.moderation.values import REASONS
from yhdyspinta.outcomes.models import Outcome
from yhdyspinta.reports import pdf, word
from yhdyspinta.reports.models import ReportFile, ReportVersion
from yhdyspinta.reports.tests import scene

pytestmark = pytest.mark.django_db


class _Document:
    """Stands for the program of the extra: keeps what it was asked to draw."""

    asked: list[tuple[str, object]] = []

    def __init__(self, *, string, base_url, url_fetcher):
        self.asked.append((string, url_fetcher))

    def write_pdf(self, **_options):
        return b"%PDF-1.7 "


@pytest.fixture
def extra(monkeypatch):
    program = SimpleNamespace(HTML=_Document, CSS=lambda string: string)
    monkeypatch.setitem(sys.modules, "weasyprint", program)
    monkeypatch.setattr(pdf, "is_installed", lambda: True)
    _Document.asked.clear()


def test_without_the_extra_there_is_no_link(bertta, document, monkeypatch):
    monkeypatch.setattr(pdf, "is_installed", lambda: False)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    assert not ReportFile.objects.filter(kind="pdf").exists()
    page = Client().get(scene.path_of(document, version=1)).content.decode()
    assert scene.path_of(document, "file", version=1, kind="pdf", file_language="fi") not in page
    assert "Tästä raportista ei ole PDF-tiedostoa" in page
    missing = Client().get(scene.path_of(document, "file", version=1, kind="pdf", file_language="fi"))
    assert missing.status_code == 404


def test_with_the_extra_a_file_is_written_in_each_language(bertta, document, extra):
    scene.answered(bertta, document)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    page = Client().get(scene.path_of(document, version=1)).content.decode()
    assert scene.path_of(document, "file", version=1, kind="pdf", file_language="fi") in page
    assert "Tästä raportista ei ole PDF-tiedostoa" not in page
    response = Client().get(scene.path_of(document, "file", version=1, kind="pdf", file_language="sv"))
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")
    words = [text for text, _fetch in _Document.asked]
    assert any("En tidsfrist önskades." in text for text in words)
    assert any("Toivottiin määräaikaa." in text for text in words)


def test_the_files_have_the_parts_of_the_page_in_its_order(bertta, document, extra):
    section = document.versions.first().sections.first()
    scene.answered(bertta, document)
    hidden = factories.comment(factories.guest(), section, "Herjaus.")
    decide_hide(actor=bertta, comment=hidden, reason=next(iter(REASONS)), at=clock.now())
    Outcome.objects.create(
        process=document.activity.process, kind="decided", title={"fi": "Päätettiin."}, on=clock.now().date(),
        created_at=clock.now(), published_at=clock.now(),
    )  # fmt: skip
    scene.save(bertta, document)
    scene.publish(bertta, document)
    page = Client().get(scene.path_of(document, version=1)).content.decode()
    file = next(text for text, _fetch in _Document.asked if "Toivottiin määräaikaa." in text)
    written = docx.Document(BytesIO(word.report_file(ReportVersion.objects.get(), "fi")))
    in_word = "\n".join(one.text for one in written.paragraphs)
    assert in_word.index("Mitä seuraavaksi tapahtuu") < in_word.index("Päätettiin.")
    for text in (page, file):
        told = [text.index(words) for words in ("Mikä muuttui", "eivät ole mukana yllä", "Mitä seuraavaksi tapahtuu")]
        assert told == sorted(told)
        assert "Päätettiin." in text[told[-1] :]


def test_the_extra_itself_makes_a_tagged_file_of_the_report(bertta, document):
    pytest.importorskip(
        "weasyprint", reason="the extra `pdf` is not installed: requirements/pdf.txt", exc_type=ImportError
    )
    scene.answered(bertta, document)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    files = {row.language: bytes(row.content) for row in ReportFile.objects.filter(kind="pdf")}
    assert files.keys() == {"fi", "sv"}
    for content in files.values():
        assert content.startswith(b"%PDF-")
        assert content.rstrip().endswith(b"%%EOF")
        assert len(content) > 5_000


def test_e10_nothing_is_fetched(bertta, document, extra):
    scene.save(bertta, document)
    scene.publish(bertta, document)
    for _text, fetch in _Document.asked:
        with pytest.raises(ValueError, match="Nothing is fetched"):
            fetch("file:///etc/passwd")
