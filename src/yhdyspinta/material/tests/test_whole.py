"""Comments on the whole matter and on a whole document in the staff's table: found by themselves, and named."""

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.whole import whole_thread_id
from yhdyspinta.material.tests.scene import path_of
from yhdyspinta.methods.comment_rounds.actions.preparing import start_round

pytestmark = pytest.mark.django_db


def test_comments_on_the_whole_matter_and_on_a_whole_document_are_found_and_named(desk, activity, document, sections):
    start_round(activity, at=clock.now())
    places = (whole_thread_id(activity), document.versions.get().thread_id, sections[0].thread_id)
    matter, whole, section = (factories.comment(factories.guest(), sections[0], place=place) for place in places)
    for query, wanted in (
        ({"section": "matter"}, [matter]),
        ({"section": "whole"}, [whole]),
        ({"section": "whole", "document": document.pk}, [whole]),
        ({"section": "matter", "document": document.pk}, []),
        ({"section": sections[0].pk}, [section]),
    ):
        page = desk.get(path_of(activity, "table"), query)
        assert [row["comment"].pk for row in page.context["rows"]] == [one.pk for one in wanted], query
    page = desk.get(path_of(activity, "table"), {"section": "matter"}).content.decode()
    assert '<option value="matter" selected>Koko asia</option>' in page
    assert "koko asia" in page
    assert "koko luonnos" not in page


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "2 kommenttia koko asiasta ei ole näissä mukana."),
        ("sv", "2 kommentarer om hela ärendet ingår inte"),
        ("en", "2 comments on the whole matter are not among these."),
    ],
)
def test_a_comparison_of_documents_tells_what_is_on_neither(desk, activity, document, sections, language, words):
    factories.document(activity, "toinen")
    start_round(activity, at=clock.now())
    factories.comment(factories.guest(), sections[0])
    assert "y-section" in (page := desk.get(path_of(activity, "compare", language)).content.decode())
    assert "section=matter" not in page
    for waits in (False, False, True):
        factories.comment(factories.guest(), sections[0], place=whole_thread_id(activity), waits=waits)
    page = desk.get(path_of(activity, "compare", language))
    assert words in page.content.decode()
    assert page.context["matter_path"].replace("&", "&amp;") in page.content.decode()
    rows = desk.get(page.context["matter_path"]).context["rows"]
    assert [row["comment"].state for row in rows] == ["visible", "visible"]
