"""A published version is cited by what it was when it was published."""

import html
import re
from io import BytesIO

import docx
import pytest
from django.test import Client
from django.utils.translation import override

from yhdyspinta.reports import word
from yhdyspinta.reports.tests import scene
from yhdyspinta.ui.dates import in_helsinki

pytestmark = pytest.mark.django_db


def test_each_version_offers_a_citation_that_stays(bertta, document):
    scene.answered(bertta, document)
    scene.save(bertta, document)
    version = scene.publish(bertta, document)
    names = dict(document.activity.process.owner.name)
    document.activity.process.owner.name = {"fi": "Uusi nimi", "sv": "Nytt namn"}
    document.activity.process.owner.save()
    on = in_helsinki(version.published_at)
    for language, number in (
        ("fi", "Kierroksen raportti, versio 1, "),
        ("sv", "Rapport om rundan, version 1, "),
    ):
        path = scene.path_of(document, version=1, language=language)
        page = Client().get(path).content.decode()
        cited = re.search(r'id="citation"[^>]*>([^<]*)<', page)[1]
        assert cited.startswith(f"{names[language]}: ")
        assert f"{number}{on.day}.{on.month}.{on.year}. http://localhost:8000{path}" in cited
        file = word.report_file(version, language)
        with override(language):
            assert any(cited in html.escape(one.text) for one in docx.Document(BytesIO(file)).paragraphs)
