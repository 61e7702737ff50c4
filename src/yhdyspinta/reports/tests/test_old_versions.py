"""A version stands as it was published, also when later ones tell more."""

from io import BytesIO

import docx
import pytest
from django.test import Client

from yhdyspinta.reports import word
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.reports.tests import scene

pytestmark = pytest.mark.django_db

#: What the first versions were published with. Nothing is added here: what came later is read with `.get`.
AT_FIRST = {
    "answered", "answers", "answers_in_all", "ages", "capacities", "case_number", "channels", "closed", "closed_at",
    "comments", "documents", "handlings", "hidden", "languages", "limit", "measures", "municipalities",
    "municipalities_in_all", "off_line", "open", "opened_at", "outcomes", "sections", "senders", "taken_at", "themes",
    "title",
}  # fmt: skip

LATER = {
    "fi": "Raportista on julkaistu myöhempi versio.",
    "sv": "En senare version av rapporten har publicerats.",
}


@pytest.fixture
def first(bertta, document):
    """A version with nothing but what the first ones had."""
    scene.answered(bertta, document)
    scene.save(bertta, document)
    version = scene.publish(bertta, document)
    assert set(version.figures) >= AT_FIRST
    figures = {name: value for name, value in version.figures.items() if name in AT_FIRST}
    return ReportVersion.objects.create(
        activity=document.activity, number=2, words=version.words, figures=figures, published_at=version.published_at
    )


@pytest.mark.parametrize("reader", ["", "residents", "deciders", "professionals"])
def test_every_view_of_a_first_version_still_tells_its_counts(document, first, reader):
    parts = {"name": "reader", "reader": reader} if reader else {}
    page = Client().get(scene.path_of(document, version=first.number, **parts))
    assert page.status_code == 200
    assert "Vastaus 30 päivässä." in page.content.decode() or reader == "deciders"


def test_the_files_and_the_api_of_a_first_version_still_tell_its_counts(document, first):
    texts = [one.text for one in docx.Document(BytesIO(word.report_file(first, "fi"))).paragraphs]
    assert any(text.startswith("3 kommenttia 3 lähettäjältä") for text in texts)
    process = document.activity.process
    path = f"/api/v1/processes/{process.owner.slug}/{process.slug}/activities/{document.activity.slug}/reports/"
    told = Client().get(path).json()["items"]
    assert [row["comments"] for row in told] == [3, 3]


def test_every_view_of_an_older_version_leads_to_the_newest(document, first):
    for reader in ("", "residents", "deciders", "professionals"):
        parts = {"name": "reader", "reader": reader} if reader else {}
        for language, words in LATER.items():
            newest = scene.path_of(document, language=language, version=first.number, **parts)
            old = Client().get(scene.path_of(document, language=language, version=1, **parts)).content.decode()
            assert f'{words} <a class="govuk-link" href="{newest}">' in old
            assert words not in Client().get(newest).content.decode()
