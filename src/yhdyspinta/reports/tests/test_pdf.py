import importlib
import re
import zlib
from io import BytesIO
from types import ModuleType

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
from yhdyspinta.reports.words import ReportWords
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


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
    scene.publish_with_pdf(bertta, document)
    page = Client().get(scene.path_of(document, version=1)).content.decode()
    assert scene.path_of(document, "file", version=1, kind="pdf", file_language="fi") in page
    assert "Tästä raportista ei ole PDF-tiedostoa" not in page
    response = Client().get(scene.path_of(document, "file", version=1, kind="pdf", file_language="sv"))
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")
    words = [text for text, _fetch in scene.Drawn.asked]
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
    scene.publish_with_pdf(bertta, document)
    page = Client().get(scene.path_of(document, version=1)).content.decode()
    file = next(text for text, _fetch in scene.Drawn.asked if "Toivottiin määräaikaa." in text)
    written = docx.Document(BytesIO(word.report_file(ReportVersion.objects.get(), "fi")))
    in_word = "\n".join(one.text for one in written.paragraphs)
    assert in_word.index("Mitä seuraavaksi tapahtuu") < in_word.index("Päätettiin.")
    for text in (page, file):
        told = [text.index(words) for words in ("Mikä muuttui", "eivät ole mukana yllä", "Mitä seuraavaksi tapahtuu")]
        assert told == sorted(told)
        assert "Päätettiin." in text[told[-1] :]


def of_extra() -> ModuleType:
    """The real program; without it, or without its libraries, no PDF can be made on this machine."""
    reason = "WeasyPrint or the Debian packages libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0 are missing"
    try:
        return importlib.import_module("weasyprint")
    except (ImportError, OSError) as problem:
        pytest.skip(f"{reason}: {problem}")


def unpacked(content: bytes) -> bytes:
    """All that the file's packed streams hold."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
    return b"".join(zlib.decompressobj().decompress(one) for one in streams if one[:1] == b"x")


def test_the_extra_itself_makes_a_tagged_file_with_pictures(bertta, document, monkeypatch):
    """E10 by the real program: hostile words are drawn as words, and nothing that they name is opened."""
    of_extra()
    monkeypatch.setattr(pdf, "is_installed", lambda: True)
    opened: list[str] = []
    monkeypatch.setattr(pdf, "_fetch_nothing", lambda url, *_args, **_options: opened.append(url))
    hostile = "<img src=http://x.example/a.png> ![a](file:///etc/passwd) <style>@import 'http://x.example/'</style>"
    words = ReportWords(in_short=Wording(fi=hostile, sv=hostile), asked=Wording(fi="Ääkköset.", sv="Å."))
    scene.answered(bertta, document, title=Wording(fi=hostile, sv=hostile))
    scene.save(bertta, document, words)
    scene.publish_with_pdf(bertta, document)
    assert opened == []
    files = {row.language: bytes(row.content) for row in ReportFile.objects.filter(kind="pdf")}
    assert files.keys() == {"fi", "sv"}
    for content in files.values():
        assert content.startswith(b"%PDF-1.7")
        assert content.rstrip().endswith(b"%%EOF")
        inside = unpacked(content)
        assert b"/StructTreeRoot" in inside  # tagged
        assert b"/Figure" in inside
        assert b"/URI" not in inside


def test_pictures_stand_before_their_tables(bertta, document, extra):
    scene.answered(bertta, document)
    scene.save(bertta, document)
    scene.publish_with_pdf(bertta, document)
    file = next(text for text, _fetch in scene.Drawn.asked if "Toivottiin määräaikaa." in text)
    assert file.count("<svg ") == file.count("<table>") >= 3
    assert 'id="bars-handlings"' in file
    of_area = {"key": "05", "count": 6, "share": 60, "population_share": 50, "name": {"fi": "Jokela"}}
    figures = ReportVersion.objects.get().figures
    figures["municipalities"] = [of_area, of_area | {"key": "1", "name": {"fi": "<b>Mäkelä</b>"}, "share": 40}]
    version = ReportVersion(activity=document.activity, number=9, words={}, figures=figures, published_at=clock.now())
    pdf.pdf_file(version, "fi")
    told = scene.Drawn.asked[-1][0]
    assert "bars-municipalities" in told  # a code that no map has: bars
    assert "&lt;b&gt;Mäkelä" in told
    assert "<b>Mäkelä" not in told


def test_e10_nothing_is_fetched(bertta, document, extra):
    scene.save(bertta, document)
    scene.publish_with_pdf(bertta, document)
    for _text, fetch in scene.Drawn.asked:
        with pytest.raises(ValueError, match="Nothing is fetched"):
            fetch("file:///etc/passwd")
