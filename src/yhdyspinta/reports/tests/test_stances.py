"""What staff marked of the comments' stances is told with the report, as their reading, and can be counted again."""

from collections import Counter
from csv import DictReader
from io import BytesIO, StringIO

import docx
import pytest
from django.test import Client

from tests import factories
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import CommentWork
from yhdyspinta.reports import word
from yhdyspinta.reports.tests import scene

pytestmark = pytest.mark.django_db

NOTE = "Kannat on merkinnyt henkilöstö"


def marked(bertta, document, *stances):
    scene.answered(bertta, document, 5)
    own = Comment.objects.filter(thread__section__version__document=document).order_by("number")
    for comment, stance in zip(own, stances, strict=False):
        CommentWork.objects.update_or_create(comment=comment, defaults={"stance": stance})
    scene.save(bertta, document)
    return scene.publish(bertta, document)


def annex_of(document):
    text = b"".join(Client().get(scene.path_of(document, "version_annex", version=1)).streaming_content)
    return list(DictReader(StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_stances_are_in_page_word_and_api_and_counted_again_from_the_full_table(bertta, document):
    version = marked(bertta, document, "for", "for", "against", "")
    told = [{"key": "for", "count": 2}, {"key": "against", "count": 1}, {"key": "not_marked", "count": 2}]
    assert version.figures["stances"] == told
    page = Client().get(scene.path_of(document, version=1)).content.decode()
    assert "Kommentit kannan mukaan" in page
    assert NOTE in page
    assert "chart-stances" in page, "a picture stands beside the table"
    tables = docx.Document(BytesIO(word.report_file(version, "fi"))).tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    assert ["Puolesta", "2"] in rows
    assert ["Ei merkitty", "2"] in rows
    process = document.activity.process
    path = f"/api/v1/processes/{process.owner.slug}/{process.slug}/activities/{document.activity.slug}/reports/"
    assert Client().get(path).json()["items"][0]["stances"] == told
    CommentWork.objects.update(stance="question")  # marked otherwise afterwards: the version stands
    counted = Counter(row["Kanta henkilöstön lukemana"] for row in annex_of(document))
    assert counted == {"Puolesta": 2, "Vastaan": 1, "": 2}


def test_nothing_is_told_where_nothing_is_marked(bertta, document):
    version = marked(bertta, document, "", "")
    assert version.figures["stances"] == version.figures["stances_of_documents"] == []
    assert "kannan mukaan" not in Client().get(scene.path_of(document, version=1)).content.decode()


def test_several_documents_are_told_each(bertta, document):
    second = factories.document(document.activity, slug="liite")
    other = factories.comment(factories.guest(), second.versions.get().sections.first())
    CommentWork.objects.update_or_create(comment=other, defaults={"stance": "partly"})
    version = marked(bertta, document, "for")
    assert [one["stances"][0] for one in version.figures["stances_of_documents"]] == [
        {"key": "for", "count": 1}, {"key": "partly", "count": 1},
    ]  # fmt: skip
    assert Client().get(scene.path_of(document, version=1)).content.decode().count("Kommentit kannan mukaan:") >= 2
