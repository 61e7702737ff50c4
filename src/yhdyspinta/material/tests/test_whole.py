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
